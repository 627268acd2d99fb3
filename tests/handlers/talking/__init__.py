"""Questions in chat."""
