"""All that stands between a person and the rules. Never imports bot; knows no tables."""
