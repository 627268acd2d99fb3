"""Receipts that a person can keep: the ground of an answer as text, and the same answer from it again."""
