"""Whether a Word file still says what its plan says; edits made in Word taken into the plan."""

from kehoach.reviewing.verification.applying import Applied, apply
from kehoach.reviewing.verification.differences import HandEdit
from kehoach.reviewing.verification.verdict import UnverifiableError, Verdict, verify

__all__ = ["Applied", "HandEdit", "UnverifiableError", "Verdict", "apply", "verify"]
