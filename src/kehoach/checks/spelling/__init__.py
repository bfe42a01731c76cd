"""Spelling and marks."""
