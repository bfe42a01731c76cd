"""Changes as Markdown that fits a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.language.visible import visible
from kehoach.reviewing.review.review import Found, Review
from kehoach.reviewing.review.sentences import ChangeEntry
from kehoach.reviewing.review.words import Stretch, around

_LIMIT = 60_000  # a comment holds 65,536 characters
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def report(review: Review) -> str:
    """A heading a part, a dash a change; cut with a word on what is left out."""
    lines = list(_lines(review))
    text, left = "", len(lines)
    for line in lines:
        if len(text) + len(line) > _LIMIT:
            return f"{text}\n… còn {left} dòng không hiện hết ở đây.\n"
        text += f"{line}\n"
        left -= 1
    return text


def _lines(review: Review) -> Iterator[str]:
    yield f"**{_escaped(review.old)} → {_escaped(review.new)}**: {review.count}"
    for part, entries in review.parts():
        yield ""
        yield f"### {_escaped(part)}"
        yield ""
        for entry in entries:
            yield f"- {_message(entry)}"
            yield from (f"  - kéo theo: {_escaped(one)}" for one in entry.knock_on)
    yield from _found("Phát hiện mới", review.appeared)
    yield from _found("Phát hiện không còn", review.disappeared)


def _message(entry: ChangeEntry) -> str:
    place = f"**{_escaped(entry.place)}**: " if entry.place else ""
    if not entry.pieces:
        return place + _escaped(entry.text)
    return place + "".join(_piece(one) for one in around(list(entry.pieces)))


def _piece(one: Stretch) -> str:
    text = " ".join(one.text.split("\n"))
    marks = {"same": "{}", "old": "~~{}~~", "new": "**{}**"}
    inner = _escaped(text.strip())
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return before + marks[one.kind].format(inner) + after


def _found(title: str, found: Sequence[Found]) -> Iterator[str]:
    if found:
        yield from ("", f"### {title}", "")
    for one in found:
        yield f"- {one.severity}: {_escaped(one.message)} (`{_code(one.place)}`)"


def _escaped(text: str) -> str:
    """A text that nobody is called by (`@name`), and that makes no mark, no tag, no new line."""
    line = visible(" ".join(text.split("\n")), keep="").replace("&", "&amp;")
    return _SPECIAL.sub(r"\\\1", line).replace("@", "@<!-- -->")


def _code(text: str) -> str:
    """A text between back quotes, which would end at one of its own."""
    return visible(text, keep="").replace("`", "'")
