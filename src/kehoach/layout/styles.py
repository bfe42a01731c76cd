"""Named styles, and how Word lays them over one another (ECMA-376 part 1, 17.7.2 and 17.7.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kehoach.layout.properties import (
    TOGGLES,
    Properties,
    paragraph_properties,
    run_properties,
)
from kehoach.word.names import NAMESPACES, Element, child, value, w


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A style with all that those it is based on say."""

    name: str = ""
    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)


_NO_STYLE = NamedStyle()


def theme_fonts(root: Element | None) -> dict[str, str]:
    """The fonts of a theme under the names that `w:rFonts` calls them by."""
    fonts = {}
    for kind in ("major", "minor"):
        path = f".//a:{kind}Font/a:latin"
        latin = None if root is None else root.find(path, NAMESPACES)
        if latin is not None:
            for use in ("HAnsi", "Ascii"):
                fonts[f"{kind}{use}"] = latin.get("typeface")
    return fonts


class Styles:
    """The styles part of a document."""

    def __init__(self, root: Element | None, theme: Mapping[str, str]) -> None:
        self.theme = theme
        defaults = child(root, "docDefaults")
        self.run_defaults = run_properties(child(defaults, "rPrDefault", "rPr"), theme)
        self._defaults = paragraph_properties(child(defaults, "pPrDefault", "pPr"))
        found = [] if root is None else root.findall(w("style"))
        self._elements = {value(one, "styleId") or "": one for one in found}
        self._default = {
            value(one, "type") or "": value(one, "styleId") or ""
            for one in found
            if value(one, "default") in {"1", "true", "on"}
        }
        self._known: dict[str, NamedStyle] = {}

    def named(self, key: str | None, kind: str = "paragraph") -> NamedStyle:
        """A style by its id; the default one of its kind where none is named."""
        key = key or self._default.get(kind, "")
        if key not in self._known:
            self._known[key] = self._chain(key)
        return self._known[key]

    def default_id(self) -> str:
        """The id of the style of paragraphs that name none."""
        return self._default.get("paragraph", "")

    def _chain(self, key: str) -> NamedStyle:
        made, names = _NO_STYLE, []
        while key in self._elements and key not in names:  # a ring of styles ends where it closes
            names.append(key)
            key = value(child(self._elements[key], "basedOn")) or ""
        for one in reversed(names):
            made = self._over(made, self._elements[one])
        return made

    def _over(self, base: NamedStyle, element: Element) -> NamedStyle:
        return NamedStyle(
            value(child(element, "name")) or "",
            base.paragraph | paragraph_properties(child(element, "pPr")),
            base.run | run_properties(child(element, "rPr"), self.theme),
        )

    def paragraph(self, styles: Sequence[NamedStyle], direct: Element | None) -> Properties:
        """The effective properties of a paragraph: defaults, styles in order, its own."""
        merged = dict(self._defaults)
        for one in styles:
            merged |= one.paragraph
        return merged | paragraph_properties(direct)

    def run(self, styles: Sequence[NamedStyle], direct: Element | None) -> Properties:
        """The effective properties of a run: a toggle set by two styles is off again."""
        merged = dict(self.run_defaults)
        for one in styles:
            merged |= one.run
        for key in TOGGLES.values():
            odd = sum(one.run.get(key, False) for one in styles) % 2 == 1
            merged[key] = bool(self.run_defaults.get(key)) or odd
        return merged | run_properties(direct, self.theme)
