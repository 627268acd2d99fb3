"""Composition and the outside world: Telegram, the store, the clock, the command line. Knows no law."""
