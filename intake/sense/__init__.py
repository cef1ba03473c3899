"""What an item is about: its kind, the mechanisms it moves, the stages it delivers."""
