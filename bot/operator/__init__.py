"""What an operator records where the instruments are silent: one typed file, taken whole or not at all."""
