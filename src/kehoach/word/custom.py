"""Custom properties of a Word file: what kehoach notes in each document about its origin.

Part 1 of ECMA-376, 15.2.12.2 and 22.3. Word and LibreOffice keep them when a person saves the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kehoach.word.names import NAMESPACES
from kehoach.word.opc import CUSTOM
from kehoach.word.package import read_package
from kehoach.word.xmltext import DECLARATION, escape, parsed

_PROPERTIES, _TYPES = NAMESPACES["custom"], NAMESPACES["vt"]
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one that every custom property has
_FIRST = 2  # 0 and 1 are reserved
_END = "</Properties>"
_EMPTY = f'{DECLARATION}<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}">{_END}'
_NUMBER = re.compile(r'\bpid="(\d+)"')


def custom_xml(properties: Mapping[str, str], before: bytes | None = None) -> bytes:
    """The part with these properties after those that the template has."""
    xml = before.decode("utf-8") if before else _EMPTY
    head, end, tail = xml.rpartition(_END)
    if not end:  # no property yet: <Properties ... />
        head, end, tail = _EMPTY.rpartition(_END)
    first = max((int(one) for one in _NUMBER.findall(head)), default=_FIRST - 1) + 1
    made = (_property(first + i, *pair) for i, pair in enumerate(properties.items()))
    return f"{head}{''.join(made)}{end}{tail}".encode()


def _property(number: int, name: str, text: str) -> str:
    quoted = escape(name).replace('"', "&quot;")
    space = f'<vt:lpwstr xmlns:vt="{_TYPES}">{escape(text)}</vt:lpwstr>'
    return f'<property fmtid="{_FORMAT}" pid="{number}" name="{quoted}">{space}</property>'


def custom_properties(data: bytes) -> dict[str, str]:
    """The custom properties of a Word file, by name.

    Raises:
        WordFileError: the bytes are no Word file, or the part is broken.
    """
    part = read_package(data).get(CUSTOM.name)
    found = parsed(part, CUSTOM.name) if part else ()
    return {one.get("name", ""): "".join(one.itertext()) for one in found}
