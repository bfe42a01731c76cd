"""What git asks of kehoach: how to show, compare and merge plan files."""
