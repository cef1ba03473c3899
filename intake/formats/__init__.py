"""One module per kind of file: bytes in, numbered lines out."""
