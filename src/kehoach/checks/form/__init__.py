"""Form of the document, its parts and signature."""
