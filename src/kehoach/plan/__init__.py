"""The typed plan: its parts, its schema, its messages, its figures."""

from kehoach.plan.budget import KINDS, SOURCES, Budget, Share
from kehoach.plan.decision import Article, Decision
from kehoach.plan.expressions import Filler
from kehoach.plan.head import Allowance, Issuer, Numbering, Recipient, Signer, Style
from kehoach.plan.legal import Citation, LegalBasis, Proposal
from kehoach.plan.messages import type_plan
from kehoach.plan.numbering import Level, top_level
from kehoach.plan.outline import Section
from kehoach.plan.plan import Plan
from kehoach.plan.projects import FACETS, Duty, Policy, Project, Result, Task
from kehoach.plan.resolve import resolve
from kehoach.plan.rows import Row
from kehoach.plan.sheet import Cell, Sheet, SheetLine
from kehoach.plan.tables import Appendix, Column, Table
from kehoach.plan.working import work_out

__all__ = [
    "FACETS",
    "KINDS",
    "SOURCES",
    "Allowance",
    "Appendix",
    "Article",
    "Budget",
    "Cell",
    "Citation",
    "Column",
    "Decision",
    "Duty",
    "Filler",
    "Issuer",
    "LegalBasis",
    "Level",
    "Numbering",
    "Plan",
    "Policy",
    "Project",
    "Proposal",
    "Recipient",
    "Result",
    "Row",
    "Section",
    "Share",
    "Sheet",
    "SheetLine",
    "Signer",
    "Style",
    "Table",
    "Task",
    "resolve",
    "top_level",
    "type_plan",
    "work_out",
]
