"""Questions in people's own words: what they come to, and the answer."""
