"""Several filled main parts into one: a plan and its appendices, each from its own template.

A section's page stands in a `w:sectPr` at its end: the last of each part moves into a paragraph, so
that the next part starts on a new page of its own size and direction. Parts after the first lose
their references to headers and footers, which name parts of their own packages; sections without
references inherit those before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.outputs.drawings import number_drawings

_MAIN = re.compile(
    r"(.*?<w:document\b)([^>]*)(>.*?<w:body>)(.*)(</w:body></w:document>\s*)$", re.DOTALL
)
_SECTION = re.compile(r"<w:sectPr\b[^>]*?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
_REFERENCE = re.compile(r"<w:(?:header|footer)Reference\b[^>]*/>")
_PAGE_NUMBER = re.compile(r"<w:pgNumType\b[^>]*/>")
_BEFORE_PAGE_NUMBER = re.compile(
    r"<w:(?:footnotePr|endnotePr)\b.*?</w:(?:footnotePr|endnotePr)>"
    r"|<w:(?:type|pgSz|pgMar|paperSrc|lnNumType)\b[^>]*/>|<w:pgBorders\b.*?</w:pgBorders>",
    re.DOTALL,
)
_RELATION = re.compile(r'\br:(?:id|embed|link|pict|dm|lo|qs|cs)="')
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_PARAGRAPH = re.compile(r"<w:p(?=[ >/])[^>]*>")
_THIN = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


class JoinError(ValueError):
    """Parts that cannot stand in one document."""


@dataclass(frozen=True, slots=True)
class FollowingPart:
    """A filled main part that follows another; `restart` numbers its pages from 1."""

    xml: str
    restart: bool = True


@dataclass(frozen=True, slots=True)
class _Main:
    before: str
    attributes: str
    opening: str
    body: str
    after: str


def join(first: str, following: Sequence[FollowingPart]) -> str:
    """One main part; it needs the other parts (styles, headers, ...) of `first`'s package.

    Raises:
        JoinError: a following part refers to pictures or links of its own package, or uses a prefix
            of `first` for another namespace.
    """
    if not following:
        return first
    mains = [_cut(first), *(_cut(one.xml) for one in following)]
    bodies = [mains[0].body]
    for part, main in zip(following, mains[1:], strict=True):
        bodies[-1] = _closed(bodies[-1])
        bodies.append(_following(main.body, part.restart))
    attributes = _united([main.attributes for main in mains])
    head = mains[0]
    return number_drawings(f"{head.before}{attributes}{head.opening}{''.join(bodies)}{head.after}")


def _cut(xml: str) -> _Main:
    found = _MAIN.match(xml)
    if found is None:
        raise JoinError("Phần ghép không phải nội dung chính của một tệp Word")
    return _Main(*found.groups())


def _following(body: str, restart: bool) -> str:
    body = _SECTION.sub(lambda found: _REFERENCE.sub("", found[0]), body)
    if " r:" in body and _RELATION.search(body):
        raise JoinError(
            "Phụ lục có ảnh hoặc liên kết riêng của mẫu nó, không ghép vào văn bản được"
        )
    return _SECTION.sub(lambda found: _restarted(found[0]), body, count=1) if restart else body


def _restarted(section: str) -> str:
    """The section with its pages numbered from 1, in the place the schema gives `w:pgNumType`."""
    if found := _PAGE_NUMBER.search(section):
        kept = re.sub(r'\s+w:start="[^"]*"', "", found[0]).removesuffix("/>").rstrip()
        return _PAGE_NUMBER.sub(f'{kept} w:start="1"/>', section, count=1)
    if section.endswith("/>"):
        section = section.removesuffix("/>") + "></w:sectPr>"
    earlier = [found.end() for found in _BEFORE_PAGE_NUMBER.finditer(section)]
    place = earlier[-1] if earlier else section.index(">") + 1
    return f'{section[:place]}<w:pgNumType w:start="1"/>{section[place:]}'


def _closed(body: str) -> str:
    """The body with its last section's properties inside its last paragraph."""
    sections = list(_SECTION.finditer(body))
    if not sections or body[sections[-1].end() :].strip():
        raise JoinError("Phần ghép không có thiết lập trang (w:sectPr) ở cuối")
    section = sections[-1][0]
    content = body[: sections[-1].start()]
    start = _last_paragraph(content)
    if start is None or "<w:sectPr" in content[start:]:
        return f"{content}<w:p><w:pPr>{_THIN}{section}</w:pPr></w:p>"
    return content[:start] + _with_section(content[start:], section)


def _last_paragraph(content: str) -> int | None:
    """Where the paragraph that ends the content starts; None when a table or the like ends it."""
    if not content.endswith("</w:p>"):
        return None
    place, depth = len(content), 0
    while place > 0:
        opening, closing = _opening_before(content, place), content.rfind("</w:p>", 0, place)
        place = max(opening, closing)
        depth += 1 if closing > opening else -1
        if depth == 0:
            return place
    return None


def _opening_before(content: str, end: int) -> int:
    """Where the last `w:p` before `end` starts that is not empty at once; -1 for none."""
    while (end := content.rfind("<w:p", 0, end)) >= 0:
        tag = _PARAGRAPH.match(content, end)
        if tag is not None and not tag[0].endswith("/>"):
            return end
    return -1


def _with_section(paragraph: str, section: str) -> str:
    start = paragraph.index(">") + 1
    if not paragraph.startswith("<w:pPr", start):
        return f"{paragraph[:start]}<w:pPr>{section}</w:pPr>{paragraph[start:]}"
    if paragraph.startswith("<w:pPr/>", start):
        rest = paragraph[start + len("<w:pPr/>") :]
        return f"{paragraph[:start]}<w:pPr>{section}</w:pPr>{rest}"
    change = paragraph.find("<w:pPrChange", start)
    end = paragraph.index("</w:pPr>", start)
    place = change if 0 <= change < end else end
    return paragraph[:place] + section + paragraph[place:]


def _united(every: Sequence[str]) -> str:
    """The attributes of one root for all: each prefix once, every prefix to ignore."""
    united: dict[str, str] = {}
    for attributes in every:
        for name, value in _ATTRIBUTE.findall(attributes):
            if name.endswith(":Ignorable"):
                known = united.get(name, "").split()
                united[name] = " ".join(dict.fromkeys([*known, *value.split()]))
            elif united.setdefault(name, value) != value:
                raise JoinError(f"Hai mẫu dùng {name} cho hai không gian tên khác nhau")
    return "".join(f' {name}="{value}"' for name, value in united.items())
