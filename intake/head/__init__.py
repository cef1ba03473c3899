"""Whose document it is, who was there, what was asked, who signed."""
