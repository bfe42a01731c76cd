"""Days, deadlines, years."""
