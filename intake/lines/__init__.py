"""Lines looked at one by one, then placed: what each of them is, and which part of the document it stands in."""
