"""Edits made in Word, written back into the text of the plan, all else of it as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kehoach import api, issuing
from kehoach.editing.edits import edited
from kehoach.reviewing.comparison import places
from kehoach.reviewing.review.changes import Item, Step
from kehoach.reviewing.review.keys import keys_of
from kehoach.reviewing.verification.candidates import candidates, prints
from kehoach.reviewing.verification.differences import HandEdit, hand_edits
from kehoach.reviewing.verification.verdict import Verdict
from kehoach.reviewing.verification.writing import UnwritableError, changed
from kehoach.source import Map, Mark, Route, Seq, Value, get, put, read, texts
from kehoach.word.shown import shown

_TRIED = 24  # texts that say the same words; with more, nobody could tell which is meant


@dataclass(frozen=True, slots=True)
class Applied:
    """The plan's new text, where each edit went (file and line), and why some were left."""

    text: str
    done: tuple[tuple[HandEdit, Mark], ...]
    left: tuple[tuple[HandEdit, str], ...]


@dataclass(frozen=True, slots=True)
class _Trial:
    """A plan with some texts changed, and how the file still differs from what it makes."""

    dossier: api.Dossier
    edits: tuple[HandEdit, ...]


def apply(verdict: Verdict) -> Applied:
    """Write back each edit that one text of the plan explains; nothing is written to disk.

    An edit counts as explained when the plan with that one text changed makes the edited paragraph,
    and no paragraph differs from the file that did not differ before.
    """
    dossier = verdict.made_from
    assert dossier is not None
    trial = _Trial(dossier, verdict.edits)
    explained: dict[Route, tuple[HandEdit, ...]] = {}
    left: list[tuple[HandEdit, str]] = []
    for edit in verdict.edits:
        if _key(edit) not in map(_key, trial.edits):
            continue  # an earlier one explained it too
        found = _explained(edit, trial, verdict)
        if isinstance(found, str):
            left.append((edit, found))
        else:
            path, trial = found
            explained[path] = (*explained.get(path, ()), edit)
    return _written(verdict, trial, explained, left)


def _explained(edit: HandEdit, trial: _Trial, verdict: Verdict) -> tuple[Route, _Trial] | str:
    """The one text that explains an edit, with the plan in which it is changed; or why not."""
    if edit.old is None or edit.new is None:
        return "cả đoạn được thêm hoặc bỏ; hãy sửa trong kế hoạch"
    root = trial.dossier.layers.root
    assert root is not None
    chosen = list(candidates(root, edit.old, edit.new))
    if not chosen:
        return _reason(root, edit.old, edit.new)
    if len(chosen) > _TRIED:
        return f"{len(chosen)} chỗ trong kế hoạch có cùng chữ này"
    tried = [(path, _tried(path, raw, trial, verdict)) for path, raw in chosen]
    good = [(path, one) for path, one in tried if one and _better(one, trial, edit)]
    if len(good) == 1:
        return good[0]
    if good:
        return f"{len(good)} chỗ trong kế hoạch đều có thể cho ra chữ này"
    near = [one for _, one in tried if one and _key(edit) not in map(_key, one.edits)]
    return _clash(near[0], trial) if near else _reason(root, edit.old, edit.new)


def _reason(root: Map, old: str, new: str) -> str:
    if any(prints(raw, old, new) for _, raw in texts(root)):
        return "phần này in hoa, không suy ra được chữ thường; hãy sửa trong kế hoạch"
    return "phần này do kehoach tính hoặc ghép ra, không có nguyên văn trong kế hoạch"


def _clash(after: _Trial, before: _Trial) -> str:
    """What else would change that the file has left as it was."""
    known = set(map(_key, before.edits))
    other = next(one for one in after.edits if _key(one) not in known)
    return f"sửa trong kế hoạch thì {other.place} cũng đổi, mà tệp Word giữ chữ cũ ở đó"


def _tried(path: Route, raw: str, trial: _Trial, verdict: Verdict) -> _Trial | None:
    """The plan with one text changed; None where it can no longer be understood."""
    from kehoach.outputs.faults import TemplateError

    before = trial.dossier
    assert before.layers.root is not None
    root = put(before.layers.root, path, raw, Mark(before.file, 1, 1))
    assert isinstance(root, Map)
    layers = replace(before.layers, root=root, problems=list(before.layers.problems))
    dossier = api.examine(layers, Path(before.file), verdict.day, before.office)
    if dossier.plan is None:
        return None
    try:
        made = issuing.documents(dossier, verdict.day)
        data = next((one.data for one in made if one.name == verdict.document), None)
    except TemplateError:
        return None
    return None if data is None else _Trial(dossier, tuple(hand_edits(shown(data), verdict.found)))


def _better(after: _Trial, before: _Trial, edit: HandEdit) -> bool:
    """Whether an edit is explained and nothing differs that did not before."""
    still = set(map(_key, after.edits))
    return _key(edit) not in still and still < set(map(_key, before.edits))


def _key(edit: HandEdit) -> tuple[str, str | None, str | None]:
    return edit.place, edit.old, edit.new


def _written(
    verdict: Verdict,
    trial: _Trial,
    explained: dict[Route, tuple[HandEdit, ...]],
    left: list[tuple[HandEdit, str]],
) -> Applied:
    """The changed texts in the plan as it stands now."""
    before, after = verdict.made_from, trial.dossier
    assert before is not None
    text = verdict.plan.layers.texts[verdict.plan.file]
    own, _ = read(verdict.plan.file, text.encode())
    assert own is not None
    ready = []
    for path, edits in explained.items():
        old, new = (str(get(one.layers.root, path)) for one in (before, after))
        try:
            made, mark = changed(verdict.plan, own, _now(verdict, path), old, new)
        except UnwritableError as error:
            left += [(one, str(error)) for one in edits]
        else:
            ready.append((edits, made, mark))
    found = edited(own, text, [made for _, made, _ in ready])
    done = []
    for index, (edits, _, mark) in enumerate(ready):
        if why := found.refused.get(index):
            left += [(one, f"{mark.file}:{mark.line}: {why}") for one in edits]
        else:
            done += [(one, mark) for one in edits]
    return Applied(found.text, tuple(done), tuple(left))


def _now(verdict: Verdict, path: Route) -> Route:
    """A path of the plan as it was, in the plan as it is."""
    before, now = verdict.made_from, verdict.plan
    assert before is not None
    assert now.layers.root is not None
    if before is now:
        return path
    try:
        return places(now.layers.root, tuple(_steps(before.layers.root, path)))
    except (ValueError, AssertionError, IndexError) as error:
        raise UnwritableError("chỗ này không còn trong kế hoạch hiện nay") from error


def _steps(here: Value, path: Sequence[str | int]) -> Iterator[Step]:
    """A path with the names of items for their places."""
    for step in path:
        if isinstance(here, Seq) and isinstance(step, int):
            yield Item((keys_of(here) or [])[step])
            here = here[step]
        else:
            yield str(step)
            here = here.get(str(step)) if isinstance(here, Map) else None
