"""Commands that look and tell."""
