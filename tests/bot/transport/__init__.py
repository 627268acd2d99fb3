"""Requests to the Bot API over real sockets."""
