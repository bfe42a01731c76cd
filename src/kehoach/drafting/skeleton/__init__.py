"""The first text of a new plan file: every key with its Vietnamese title, what is needed marked."""

from kehoach.drafting.skeleton.answers import Answers
from kehoach.drafting.skeleton.office import office_text
from kehoach.drafting.skeleton.page import new_plan

__all__ = ["Answers", "new_plan", "office_text"]
