"""The law as code: pure, without a clock, without input or output, without wording for people."""
