"""What `make mutate` puts into plans: one module for each family of mistakes."""

from mutations import dates, figures, frame, language, names, shown, structure, symbols, tables
from mutations.operators import OPERATORS
from mutations.subject import TODAY, Mutation, Subject
from mutations.trial import Trial, run

FAMILIES = (figures, shown, tables, dates, symbols, names, language, structure, frame)

__all__ = ["FAMILIES", "OPERATORS", "TODAY", "Mutation", "Subject", "Trial", "run"]
