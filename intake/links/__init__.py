"""Links: how an item says, or lets one suppose, that it waits for the result of another."""
