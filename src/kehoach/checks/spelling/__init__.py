"""Spelling and marks: a syllable that Vietnamese does not have, unbalanced brackets, capitals.

Chính tả và dấu câu
"""
