"""The zip container of a Word file, read: within limits, and only what a Word file may be."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence

from kehoach.word.fault import WordFileError
from kehoach.word.names import Element
from kehoach.word.opc import CONTENT_TYPES, relations_of
from kehoach.word.xmltext import parsed

MOST_PARTS = 2000
MOST_BYTES = 100_000_000
"""Of all parts together, unpacked."""
MOST_XML = 32_000_000
"""Of one part of XML: a plan of a thousand pages has a tenth of it."""
MOST_RATIO = 300
"""Of unpacked to packed bytes, in parts of more than a megabyte; the text of plans has 5 to 60."""
_MEGABYTE = 1_000_000
XML = (".xml", ".rels", ".vml")
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the two that a Word file may use
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError,
)  # fmt: skip

_NOT_WORD = "tệp không phải văn bản Word (.docx) đọc được; mở bằng Word rồi lưu lại thành .docx"
_GUARDED = "tệp được đặt mật khẩu nên không đọc được; mở bằng Word, bỏ mật khẩu rồi lưu lại"
_OLD_WORD = "tệp thuộc loại Word cũ (.doc); mở bằng Word rồi lưu lại thành .docx"


def read_package(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name, folders left out.

    Raises:
        WordFileError: it is no Word file, is locked by a password, is damaged, has a part twice, or
            goes beyond the limits of this module.
    """
    if data.startswith(_OLE):
        raise WordFileError(_GUARDED if _LOCKED in data else _OLD_WORD)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            _refuse(members)
            parts = {one.filename: archive.read(one) for one in members}
    except WordFileError:
        raise
    except _BROKEN as error:
        raise WordFileError(_NOT_WORD) from error
    if CONTENT_TYPES not in parts:
        raise WordFileError(_NOT_WORD)
    return parts


def _refuse(members: Sequence[zipfile.ZipInfo]) -> None:
    """Look at what the directory says before anything is unpacked.

    `zipfile` unpacks no more of a part than its directory says, so that a lie does not pay.
    """
    if len(members) > MOST_PARTS:
        raise WordFileError(f"tệp có {len(members)} phần, quá {MOST_PARTS}")
    names = Counter(one.filename.casefold() for one in members)  # Word tells no case apart
    for one in members:
        if names[one.filename.casefold()] > 1:
            raise WordFileError("có hai lần trong tệp", one.filename)
        if one.flag_bits & _ENCRYPTED:
            raise WordFileError(_GUARDED)
        if one.compress_type not in _METHODS:
            raise WordFileError("nén theo cách mà Word không dùng", one.filename)
        _refuse_size(one)
    total = sum(one.file_size for one in members)
    if total > MOST_BYTES:
        raise WordFileError(f"tệp bung ra {_megabytes(total)}, quá {_megabytes(MOST_BYTES)}")


def _refuse_size(one: zipfile.ZipInfo) -> None:
    if one.filename.endswith(XML) and one.file_size > MOST_XML:
        told = f"bung ra {_megabytes(one.file_size)}, quá {_megabytes(MOST_XML)}"
        raise WordFileError(told, one.filename)
    if one.file_size > max(_MEGABYTE, one.compress_size * MOST_RATIO):
        raise WordFileError(f"bung ra gấp hơn {MOST_RATIO} lần, như tệp phá hoại", one.filename)


def _megabytes(size: int) -> str:
    return f"{-(-size // _MEGABYTE)} MB"


class Package:
    """A Word file whose parts are found through relations, as Word finds them.

    Raises:
        WordFileError: as `read_package`; also when no main document is named, or the relations are
            no XML.
    """

    def __init__(self, data: bytes) -> None:
        self.parts: Mapping[str, bytes] = read_package(data)
        found = [name for kind, name in self._relations("").values() if kind == "officeDocument"]
        if not found or found[0] not in self.parts:
            raise WordFileError("tệp không có nội dung của một văn bản Word")
        self.main = found[0]
        self._of_main = self._relations(self.main)

    def document(self) -> Element:
        """The root of the main part."""
        return parsed(self.parts[self.main], self.main)

    def body(self) -> Element:
        """The body of the main part.

        Raises:
            WordFileError: there is none.
        """
        root = self.document()
        if len(root) == 0 or not str(root[-1].tag).endswith("}body"):
            raise WordFileError("không có thân văn bản (w:body)", self.main)
        return root[-1]

    def related(self, kind: str) -> Element | None:
        """The root of the part that the main one relates to: styles, theme, footnotes."""
        names = (name for one, name in self._of_main.values() if one == kind)
        return self._root(next(names, ""))

    def by_relation(self, identity: str | None) -> Element | None:
        """The root of the part behind a relation of the main part."""
        return self._root(self._of_main.get(identity or "", ("", ""))[1])

    def _root(self, name: str) -> Element | None:
        return parsed(self.parts[name], name) if name in self.parts else None

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Kind and target of each relation within the package, by its id."""
        name = relations_of(part)
        folder = posixpath.dirname(part)
        return {
            one.get("Id"): (
                one.get("Type", "").rsplit("/", 1)[-1],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
            )
            for one in (parsed(self.parts[name], name) if name in self.parts else ())
            if one.get("TargetMode") != "External"
        }
