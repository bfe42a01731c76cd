"""Agencies, places, abbreviations."""
