"""One case at a time: a command is judged, events come of it, a case is folded from them; nothing outside is read."""
