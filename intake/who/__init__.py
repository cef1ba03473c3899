"""People, bodies and groups, as documents name them, and in the nominative."""
