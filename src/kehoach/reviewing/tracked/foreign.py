"""Pictures and links of the old package, which the new one may not have."""

from __future__ import annotations

from typing import Any

from kehoach.word.names import SECTION, R, named, w

_LINK = w("hyperlink")
_RELATIONS = named("r:")


def drop_foreign(body: Any) -> bool:
    """Take out runs that need another part of the package, and the aims of links.

    Returns whether anything was taken out.
    """
    found = [one for one in body.iter() if _relations(one) and not _in_section(one)]
    for one in found:
        if one.tag == _LINK:
            for name in _relations(one):
                del one.attrib[name]
        else:
            _drop_run(one)
    return bool(found)


def _relations(node: Any) -> list[str]:
    return [name for name in node.attrib if name.startswith(_RELATIONS)]


def _in_section(node: Any) -> bool:
    return next(node.iterancestors(SECTION), None) is not None


def _drop_run(node: Any) -> None:
    run = next(node.iterancestors(R), node)
    if run.getparent() is not None:
        run.getparent().remove(run)
