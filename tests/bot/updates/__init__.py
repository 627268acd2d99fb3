"""The order in which updates are handled."""
