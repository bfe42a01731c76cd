"""Reports of a comparison: one module a format, each with `report(review) -> str`."""
