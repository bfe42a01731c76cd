"""`kehoach fmt`: plan files in one form, by what the model knows of their keys and texts."""

from kehoach.drafting.formatting.files import files_to_format
from kehoach.drafting.formatting.formatted import DifferentError, Formatted, format_plan

__all__ = ["DifferentError", "Formatted", "files_to_format", "format_plan"]
