"""What is read from people's words, and what is not."""
