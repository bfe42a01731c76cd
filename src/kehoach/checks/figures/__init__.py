"""Figures, money, tables."""
