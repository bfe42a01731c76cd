"""Whether a Word file has all that a template needs, before anything is made of it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from kehoach.word.fault import WordFileError
from kehoach.word.names import Element, named, w
from kehoach.word.opc import CONTENT_TYPES, owner_of
from kehoach.word.package import XML, Package
from kehoach.word.xmltext import parsed

_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CHANGE_NAMES = """
    ins del moveFrom moveTo pPrChange rPrChange sectPrChange tblPrChange trPrChange tcPrChange
    cellIns cellDel cellMerge numberingChange
"""
_CHANGES = tuple(map(w, _CHANGE_NAMES.split()))


def sound(data: bytes) -> tuple[Package, dict[str, Element]]:
    """A template's package, and the root of each of its XML parts.

    Raises:
        WordFileError: a part is broken or missing, the file is of a type that may hold macros, or
            it holds changes that nobody has accepted or rejected.
    """
    package = Package(data)
    roots = {name: parsed(xml, name) for name, xml in package.parts.items() if name.endswith(XML)}
    _refuse_other_types(package.main, roots[CONTENT_TYPES])
    for name, root in roots.items():
        _refuse_missing(name, root, package)
    if package.related("styles") is None:
        raise WordFileError("không có trong tệp; lưu lại bằng Word", "word/styles.xml")
    _refuse_changes(roots)
    return package, roots


def _refuse_other_types(main: str, types: Element) -> None:
    """A document proper; Word's own templates (.dotx) and files with macros have other types."""
    found = {one.get("PartName"): one.get("ContentType", "") for one in types}
    kind = found.get(f"/{main}", "")
    if "macroEnabled" in kind:
        raise WordFileError("tệp có macro (.docm, .dotm); mở bằng Word rồi lưu lại thành .docx")
    if kind != _DOCUMENT:
        raise WordFileError("tệp không phải văn bản Word (.docx); mở bằng Word rồi lưu lại")


def _refuse_missing(name: str, root: Element, package: Package) -> None:
    for one in internal(name, root):
        if one not in package.parts:
            raise WordFileError("không có trong tệp, mà văn bản cần đến; lưu lại bằng Word", one)


def internal(name: str, root: Element) -> Iterator[str]:
    """The parts that a part of relations leads to; none where it is another part."""
    owner = owner_of(name)
    if owner is None:
        return
    folder = posixpath.dirname(owner)
    for one in root.iter(named("rels:Relationship")):
        inside = one.get("TargetMode") != "External" and one.get("Target", "")[:1] != "#"
        if inside:
            target = posixpath.join("/", folder, one.get("Target", ""))
            yield posixpath.normpath(target).lstrip("/")


def _refuse_changes(roots: dict[str, Element]) -> None:
    for name, root in roots.items():
        if next(root.iter(*_CHANGES), None) is not None:
            raise WordFileError(
                "còn dấu sửa chưa duyệt (Track Changes); vào Review, chọn Accept hoặc Reject All "
                "Changes rồi lưu lại",
                name,
            )
