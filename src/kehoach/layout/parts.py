"""The parts of a Word file by what they are for."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping

from kehoach.layout.word import Element, NotWordError, parse


class Parts:
    """A package; parts are found through relations, as Word finds them.

    Raises:
        NotWordError: the bytes are no zip, name no main document, or hold broken XML.
    """

    def __init__(self, data: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._data = {name: archive.read(name) for name in archive.namelist()}
        except (zipfile.BadZipFile, zlib.error) as error:
            raise NotWordError("tệp không phải tệp Word (.docx)") from error
        found = [name for kind, name in self._relations("").values() if kind == "officeDocument"]
        if not found or found[0] not in self._data:
            raise NotWordError("tệp không có nội dung của một văn bản Word")
        self.main = found[0]
        self._of_main = self._relations(self.main)

    def document(self) -> Element:
        """The root of the main part."""
        return parse(self._data[self.main])

    def related(self, kind: str) -> Element | None:
        """The root of the part that the main one relates to: styles, theme, footnotes."""
        names = (name for one, name in self._of_main.values() if one == kind)
        return self._root(next(names, ""))

    def by_relation(self, identity: str | None) -> Element | None:
        """The root of the part behind a relation of the main part."""
        return self._root(self._of_main.get(identity or "", ("", ""))[1])

    def _root(self, name: str) -> Element | None:
        return parse(self._data[name]) if name in self._data else None

    def _relations(self, part: str) -> Mapping[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        data = self._data.get(posixpath.join(folder, f"_rels/{name}.rels"))
        if data is None:
            return {}
        return {
            one.get("Id"): (
                one.get("Type", "").rsplit("/", 1)[-1],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
            )
            for one in parse(data)
            if one.get("TargetMode") != "External"
        }
