"""Footnotes of one document: collected while its text is written, then laid down as Word's own."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach.outputs.inline import runs
from kehoach.word.keys import before_runs

FIRST_ID = 101  # below lie the separators and whatever notes the template itself has
_REFERENCE = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>'


class Footnotes:
    """The notes a document refers to, in the order of their first reference.

    `texts` maps an id to the note's text (inline subset, without references of its own). The same
    object must not serve two documents. `unknown` lists ids referred to that have no text.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._numbers: dict[str, int] = {}
        self.unknown: list[str] = []

    @property
    def used(self) -> tuple[str, ...]:
        """The ids referred to so far; the first is the note numbered 1."""
        return tuple(self._numbers)

    def reference(self, note: str) -> str:
        """The run that refers to a note; "" when there is no such note.

        A second reference to a note is a NOTEREF field to the first, so that Word keeps one number.
        """
        if note not in self._texts:
            self.unknown.append(note)
            return ""
        if note in self._numbers:
            return _again(self._numbers[note])
        number = self._numbers[note] = len(self._numbers) + 1
        return _first(number)

    def notes_xml(self) -> str:
        """The `w:footnote` elements of the notes referred to."""
        return "".join(_note(number, self._texts[note]) for note, number in self._numbers.items())


def _first(number: int) -> str:
    identity = FIRST_ID + number - 1
    run = _REFERENCE.format(f'<w:footnoteReference w:id="{identity}"/>')
    start = f'<w:bookmarkStart w:id="{identity}" w:name="_RefNote{number}"/>'
    return f'{start}{run}<w:bookmarkEnd w:id="{identity}"/>'


def _again(number: int) -> str:
    run = _REFERENCE.format(f"<w:t>{number}</w:t>")
    return f'<w:fldSimple w:instr=" NOTEREF _RefNote{number} \\f \\h ">{run}</w:fldSimple>'


def _note(number: int, text: str) -> str:
    return (
        f'<w:footnote w:id="{FIRST_ID + number - 1}">'
        '<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"{_REFERENCE.format('<w:footnoteRef/>')}{before_runs(text)}{runs(' ' + text)}"
        "</w:p></w:footnote>"
    )
