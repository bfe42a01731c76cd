"""The office: kehoach.toml, and the findings it allows with a reason."""

from kehoach.office.reading import find_office, plan_files, read_office
from kehoach.office.settings import FILE, CheckRule, Office, OfficeFile

__all__ = ["FILE", "CheckRule", "Office", "OfficeFile", "find_office", "plan_files", "read_office"]
