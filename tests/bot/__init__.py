"""What composes the program and touches the outside world."""
