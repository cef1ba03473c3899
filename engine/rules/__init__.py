"""Requirements as sentences: read against a lexicon, kept as values, judged over things; never run."""
