"""Where the Word templates lie: the office's own before the package's."""

from __future__ import annotations

from pathlib import Path

from kehoach.diagnostics import Finding

SHIPPED = next(
    folder
    for folder in (Path(__file__).parents[1] / "templates", Path(__file__).parents[3] / "templates")
    if folder.is_dir()
)
"""The default templates: inside the installed package, or at the top of the source tree."""


class MissingTemplateError(FileNotFoundError):
    """No folder has the template of this variant."""


def template_file(folder: Path | None, stem: str, variant: str) -> Path:
    """The template of a document type (`stem`) and variant ("" is the plain one).

    Raises:
        MissingTemplateError: neither the office's folder nor the package has it.
    """
    name = f"{stem}.{variant}.docx" if variant else f"{stem}.docx"
    places = (one / name for one in (folder, SHIPPED) if one)
    path = next((one for one in places if one.is_file()), None)
    if path is None or set(variant) & set("\\/:"):  # a variant leads to no other folder
        raise MissingTemplateError(name)
    return path


def missing_variant(folder: Path | None, variant: str) -> list[Finding]:
    """What to say of a variant that no document type has a template for."""
    from kehoach.documents import TYPES  # only a plan with a variant pays for it

    stems = [stem for kind in TYPES for stem in kind.TEMPLATES]
    for stem in stems:
        try:
            template_file(folder, stem, variant)
        except MissingTemplateError:
            continue
        return []
    names = ", ".join(f"{stem}.{variant}.docx" for stem in stems)
    message = f"không có mẫu Word nào của biến thể '{variant}'"
    return [
        Finding(
            name="missing-template",
            message=message,
            path=("variant",),
            hint=f"Cần một trong các tệp: {names}.",
        )
    ]
