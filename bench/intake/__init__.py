"""Our reading of terms, people and bodies against dateparser and natasha, on the same phrases in one run."""
