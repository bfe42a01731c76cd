"""Whether a Word file still says what its plan says; edits made in Word taken into the plan."""

from kehoach.verification.applying import Applied, apply
from kehoach.verification.differences import HandEdit
from kehoach.verification.verdict import UnverifiableError, Verdict, verify

__all__ = ["Applied", "HandEdit", "UnverifiableError", "Verdict", "apply", "verify"]
