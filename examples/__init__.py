"""Invented documents of invented municipalities, each in another layout; the demonstration and the tests read them."""
