"""Terms: the written forms in which a document says when something is due."""
