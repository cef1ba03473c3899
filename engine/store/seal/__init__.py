"""The proof of the journal: one Merkle tree over its entries, checkpoints, and the check of all that is kept."""
