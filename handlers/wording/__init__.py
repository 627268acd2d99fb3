"""What people read: texts in four languages, numbers and dates in their form, the cards of the chat. Pure."""
