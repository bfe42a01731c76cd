"""The default Word templates as data: styles, parts and the paragraphs of each document type."""
