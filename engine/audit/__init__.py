"""What is missing: stages, links and proofs, from cases or from one document."""
