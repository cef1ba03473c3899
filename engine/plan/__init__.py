"""What depends on what, and by when: dependencies, calendar, terms."""
