"""Word packages: parts, text, widths, neutral blocks."""
