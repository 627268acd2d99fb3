"""What each instrument makes due after which event; declared in each scheme's own `deadlines.py`."""
