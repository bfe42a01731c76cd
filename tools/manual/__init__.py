"""The generated pages of the manual: one page a module, each with `page(root) -> text`."""
