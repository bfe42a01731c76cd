"""Changes as one page that needs nothing else: texts side by side, figures with their movement."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from kehoach.language.visible import visible
from kehoach.reviewing.review.review import Found, Review
from kehoach.reviewing.review.sentences import ChangeEntry
from kehoach.reviewing.review.words import Stretch, around

_AROUND = 240  # characters of what did not change, on each side of what did
_STYLE = """
:root{color-scheme:light dark;--line:#d0d7de;--old:#ffd7d5;--new:#ccffd8;--soft:#59636e}
@media(prefers-color-scheme:dark){:root{--line:#3d444d;--old:#67060c;--new:#033a16;--soft:#9198a1}}
*{box-sizing:border-box}
body{font:16px/1.5 system-ui,"Segoe UI",sans-serif;margin:0 auto;padding:1rem;max-width:75rem}
h1{font-size:1.3rem;margin:.2rem 0}h2{font-size:1.05rem;margin:1.6rem 0 .4rem}
.soft{color:var(--soft)}ol{list-style:none;margin:0;padding:0}
li.change{border:1px solid var(--line);border-radius:6px;margin:.5rem 0;padding:.6rem .8rem}
.place{font-weight:600;overflow-wrap:anywhere}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:.8rem;margin-top:.4rem}
.sides>div{border-top:1px solid var(--line);padding-top:.3rem;overflow-wrap:anywhere;
white-space:pre-wrap}
.sides h3{font-size:.8rem;margin:0;color:var(--soft)}
del{background:var(--old);text-decoration:line-through}ins{background:var(--new);
text-decoration:none}
ul.follows{margin:.4rem 0 0;padding-left:1.2rem;font-size:.93rem}
nav{display:flex;flex-wrap:wrap;gap:.2rem .9rem}
@media(max-width:44rem){.sides{grid-template-columns:1fr}body{font-size:15px;padding:.6rem}}
@media print{li.change{break-inside:avoid}}
"""


def escape(text: str) -> str:
    """A text for the page; letters that steer or hide are shown as escapes."""
    return html.escape(visible(text))


def report(review: Review) -> str:
    """The page."""
    title = f"{review.old} → {review.new}"
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{escape(title)}</h1><p class=soft>{escape(review.count)}</p>"
        f"{_contents(review)}{''.join(_parts(review))}"
        f"{_found('Phát hiện mới', review.appeared)}"
        f"{_found('Phát hiện không còn', review.disappeared)}</body></html>\n"
    )


def _contents(review: Review) -> str:
    links = (
        f'<a href="#p{index}">{escape(part)} ({len(entries)})</a>'
        for index, (part, entries) in enumerate(review.parts())
    )
    return f"<nav>{''.join(links)}</nav>"


def _parts(review: Review) -> Iterator[str]:
    for index, (part, entries) in enumerate(review.parts()):
        changes = "".join(_change(one) for one in entries)
        yield f'<h2 id="p{index}">{escape(part)}</h2><ol>{changes}</ol>'


def _change(entry: ChangeEntry) -> str:
    place = f"<div class=place>{escape(entry.place)}</div>" if entry.place else ""
    body = _sides(entry.pieces) if entry.pieces else f"<div>{escape(entry.text)}</div>"
    follows = "".join(f"<li>{_marked(one)}</li>" for one in entry.knock_on)
    below = f'<ul class="follows">{follows}</ul>' if follows else ""
    return f'<li class="change">{place}{body}{below}</li>'


def _sides(pieces: Sequence[Stretch]) -> str:
    near = around(list(pieces), _AROUND)
    old = "".join(_piece(one, "del") for one in near if one.kind != "new")
    new = "".join(_piece(one, "ins") for one in near if one.kind != "old")
    return (
        f'<div class="sides"><div><h3>Bản cũ</h3>{old}</div><div><h3>Bản mới</h3>{new}</div></div>'
    )


def _piece(one: Stretch, tag: str) -> str:
    text = escape(one.text)
    return text if one.kind == "same" else f"<{tag}>{text}</{tag}>"


def _marked(text: str) -> str:
    """Brackets and braces of a told change as marks."""
    pairs = {"[-": "<del>", "-]": "</del>", "{+": "<ins>", "+}": "</ins>"}
    made = escape(text)
    for mark, tag in pairs.items():
        made = made.replace(mark, tag)
    return made


def _found(title: str, found: Sequence[Found]) -> str:
    if not found:
        return ""
    rows = "".join(
        f'<li class="change">{escape(one.severity)}: {escape(one.message)} '
        f"<span class=soft>{escape(one.place)}</span></li>"
        for one in found
    )
    return f"<h2>{escape(title)}</h2><ol>{rows}</ol>"
