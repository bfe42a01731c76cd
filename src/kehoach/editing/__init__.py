"""Plan text changed in place, the one way to write it.

`scalars` tells where each value and key stands, `put` makes edits of them, and `edits.edited` makes
a list of edits at once: the new text is read again and says what was meant, or the edit is refused
with the reason. `canonical` writes a whole file in its one form; `diff` tells two texts apart.
"""
