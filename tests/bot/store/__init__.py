"""What is kept, and what is no longer kept."""
