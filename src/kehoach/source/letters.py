"""Letters that may stand in no plan, sheet or settings: they are not seen, yet do something."""

from __future__ import annotations

import re

# What YAML refuses, the line separators that YAML counts as line ends but editors do not, and the
# marks that turn the direction of what follows, so that a line shows otherwise than it reads.
UNPRINTABLE = re.compile(
    "[^\\t\\n\\r\\x20-\\x7e\\xa0-\\u061b\\u061d-\\u200d\\u2010-\\u2027\\u202f-\\u2065\\u206a-\\ud7ff"
    "\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
ESCAPED = re.compile(rf"\r|{UNPRINTABLE.pattern}")
"""The same in a value that was written with escapes: a bare carriage return is one too there."""
