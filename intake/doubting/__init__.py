"""What a clerk has to be asked about a document that was read, and what becomes of the answers."""
