"""Settings, clock and logs."""
