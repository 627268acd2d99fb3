"""Whole conversations over HTTP: the real application on the sandbox, judged by what people see."""
