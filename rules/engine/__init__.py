"""The small language in which schemes are written, and its interpreters, one module each."""
