"""The zip container of a Word file, written: in a fixed order, with a fixed date, parts reused.

`zipfile` cannot take bytes that are compressed already, and compressing the parts that no filling
changes makes a small document 25 times as slow (1.2 against 29 ms, measured 2026-11-29), so the few
headers a Word file needs are written here (PKWARE APPNOTE 4.3; no data descriptors, no zip64, names
in UTF-8).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LEVEL = 6
_VERSION = 20
_UTF8_NAME = 0x800
_DEFLATE = 8
_MIDNIGHT = 0
_FIRST_DAY = 0x21  # 1980-01-01, the first day a zip can hold
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_FIRST = ("[Content_Types].xml", "_rels/.rels")


@dataclass(frozen=True, slots=True)
class Member:
    """One part, compressed: ready to be written into any number of packages."""

    name: str
    packed: bytes
    crc: int
    size: int


def pack(name: str, data: bytes) -> Member:
    """Compress one part."""
    packed = zlib.compress(data, LEVEL, -zlib.MAX_WBITS)
    return Member(name, packed, zlib.crc32(data), len(data))


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """A package of uncompressed parts."""
    return write_package(pack(name, data) for name, data in parts.items())


def write_package(members: Iterable[Member]) -> bytes:
    """The bytes of the package: the same members give the same bytes, in whatever order."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in sorted(members, key=_place):
        name = member.name.encode()
        shared = _shared(member, name)
        local = _LOCAL.pack(b"PK\3\4", *shared)
        made_by = _VERSION  # high byte 0 is create_system 0
        directory.append(_CENTRAL.pack(b"PK\1\2", made_by, *shared, 0, 0, 0, 0, offset) + name)
        body += (local, name, member.packed)
        offset += len(local) + len(name) + len(member.packed)
    index = b"".join(directory)
    count = len(directory)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(index), offset, 0)
    return b"".join((*body, index, end))


def _place(member: Member) -> tuple[int, str]:
    known = member.name in _FIRST
    return (_FIRST.index(member.name) if known else len(_FIRST), member.name)


def _shared(member: Member, name: bytes) -> tuple[int, ...]:
    """What the header before a part and its entry in the directory both say."""
    sizes = (member.crc, len(member.packed), member.size)
    return (_VERSION, _UTF8_NAME, _DEFLATE, _MIDNIGHT, _FIRST_DAY, *sizes, len(name), 0)
