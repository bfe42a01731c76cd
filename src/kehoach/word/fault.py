"""The one error of a Word file that cannot be read."""

from __future__ import annotations


class WordFileError(ValueError):
    """A file that is no Word document, or a broken or hostile one.

    Attributes:
        message: one Vietnamese sentence without a full stop: what is wrong, and where the file's
            owner can mend it, how.
        part: the part at fault, "" for the file as a whole.
    """

    def __init__(self, message: str, part: str = "") -> None:
        super().__init__(f"phần {part} {message}" if part else message)
        self.message = message
        self.part = part
