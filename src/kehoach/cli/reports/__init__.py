"""Reports of findings: one module a format, each with `report(dossiers) -> str`."""
