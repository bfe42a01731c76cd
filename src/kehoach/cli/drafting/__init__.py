"""Commands of drafting."""
