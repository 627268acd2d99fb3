"""Whole conversations over HTTP: the real application against the sandbox, judged by what people see there."""
