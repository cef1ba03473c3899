"""Rule packs and behaviour in Gherkin, Russian and English, file for file; data only."""
