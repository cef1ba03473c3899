"""Documents in: bytes → lines → blocks → a `Protocol`; every line is read or listed as unread."""
