"""Conversations without a messenger: events in, screens out."""
