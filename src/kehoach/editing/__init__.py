"""Plan text changed in place: where each value stands, edits, the canonical form."""
