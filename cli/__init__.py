"""The terminal: one command per function, one place for exit codes."""
