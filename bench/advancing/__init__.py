"""What it costs to take a case one step on, durably: ours, others, and bare SQLite."""
