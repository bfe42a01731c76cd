"""Plans and rows into files."""
