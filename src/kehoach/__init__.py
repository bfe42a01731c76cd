"""Official Vietnamese plans: YAML in, checked, Word documents out."""

__version__ = "0.1.0"
