"""Questions in people's own words, in chat: the answer, its buttons, follow-ups, notes for staff."""
