"""The parser's events -> values with places, which is faster than by way of its nodes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from yaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from kehoach.source import faults, syntax
from kehoach.source.complaint import Complaint
from kehoach.source.finding import Finding
from kehoach.source.ids import duplicate_ids
from kehoach.source.letters import ESCAPED
from kehoach.source.limits import Limits
from kehoach.source.marks import Map, Mark, Seq, Value, moved

_ANCHOR = re.compile(r"&\S+\s*")
_CUT_NUMBER = re.compile(r"\d+%?")
_new_mark: Callable[..., Mark] = tuple.__new__  # half the time of Mark(...), two a line


class StopError(Exception):
    """Reading cannot go on; carries why."""

    def __init__(self, problem: Finding) -> None:
        super().__init__(problem.name)
        self.problem = problem


class _Anchored(NamedTuple):
    """What `&name` stands before: the values in it, and the maps and lists within one another."""

    value: Value
    size: int
    height: int


class Builder:
    """One pass over the events of one file."""

    def __init__(self, name: str, text: str, limits: Limits, take: Callable[[], Any]) -> None:
        self.name = name
        self.text = text
        self.limits = limits
        self.take = take
        self.problems: list[Finding] = []
        self.anchors: dict[str, _Anchored] = {}
        self.open: list[Any] = []
        self.nodes = self.aliases = self.deepest = self.cut_to = 0
        self.last: Any = None

    def document(self) -> Value:
        """The root of the only document."""
        self.take()
        if self.take().__class__ is StreamEndEvent:
            self.report(faults.empty_file(Mark(self.name, 1, 1)))
            return None
        root, at = self.node(self.take())
        self.take()
        after = self.take()
        if after.__class__ is not StreamEndEvent:
            self.report(faults.many_documents(self.mark(after)))
        if root is None:
            self.report(faults.empty_file(Mark(self.name, 1, 1)))
        elif not isinstance(root, Map):
            self.report(faults.root_not_map(at))
        return root

    def report(self, problem: Finding) -> None:
        """Note a finding; a file with very many is not worth reading on."""
        self.problems.append(problem)
        if len(self.problems) >= self.limits.problems:
            raise StopError(faults.too_many_problems(problem.mark, self.limits.problems))

    def stopped(self, error: MarkedYAMLError) -> None:
        """Report what stopped the parser."""
        at: Any = error.problem_mark
        opened: Any = error.context_mark or at
        within = self.open[-1].start_mark.index if self.open else opened.index
        complaint = Complaint(self.text, at.index, opened.index, within, self.last)
        said = f"{error.context or ''}: {error.problem or ''}"
        self.problems += syntax.problems(self.name, said, complaint, self.problems)

    def node(self, event: Any) -> tuple[Value, Mark]:
        """Any value and its place."""
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            self.check(0, self.mark(event))
        if event.__class__ is ScalarEvent:
            return self.scalar(event)
        if event.__class__ is AliasEvent:
            return self.alias(event)
        return self.collection(event)

    def mark(self, event: Any) -> Mark:
        """The place of an event."""
        self.last, at = event, event.start_mark
        end = event.end_mark.index
        return _new_mark(Mark, (self.name, at.line + 1, at.column + 1, at.index, end))

    def scalar(self, event: Any) -> tuple[str | None, Mark]:
        """A text; an empty one without quotes is None."""
        self.last, at = event, event.start_mark
        where = (self.name, at.line + 1, at.column + 1, at.index, event.end_mark.index)
        mark = _new_mark(Mark, where)
        value = event.value or ("" if event.style else None)
        if value and len(value) > self.limits.letters:
            raise StopError(faults.too_long(mark, len(value), self.limits.letters))
        if value and event.style == '"' and ESCAPED.search(value):
            value = self.refuse_letters(value, mark)
        if event.anchor is not None or event.tag is not None:
            mark = self.properties(event, mark)
            if event.anchor is not None:
                self.anchors[event.anchor] = _Anchored(value, 1, 0)
        return value, mark

    def refuse_letters(self, value: str, mark: Mark) -> str:
        r"""A text without what an escape such as `\e` put into it; the first is told."""
        found = ESCAPED.search(value)
        assert found
        self.report(faults.escaped_character(mark, found[0]))
        return ESCAPED.sub(" ", value)

    def properties(self, event: Any, mark: Mark) -> Mark:
        """Refuse a tag; the place of the value after its anchor."""
        if event.tag is not None:
            self.report(faults.tag(mark, event.tag))
        found = _ANCHOR.match(self.text, mark.start, mark.end)
        return moved(mark, self.text, found.end(), mark.end) if found else mark

    def alias(self, event: Any) -> tuple[Value, Mark]:
        """The value of an anchor, at the place of its use."""
        mark = self.mark(event)
        self.aliases += 1
        if self.aliases > self.limits.aliases:
            raise StopError(faults.too_many_aliases(mark, self.limits.aliases))
        if event.anchor not in self.anchors:
            self.report(syntax.unknown_alias(mark, event.anchor))
            return None, mark
        anchored = self.anchors[event.anchor]
        self.nodes += anchored.size - 1
        self.check(len(self.open) + anchored.height, mark)
        return anchored.value, mark

    def check(self, depth: int, mark: Mark) -> None:
        """Hold the limits of values and of their depth, aliases written out."""
        self.deepest = max(self.deepest, depth)
        if depth > self.limits.depth:
            raise StopError(faults.too_deep(mark, self.limits.depth))
        if self.nodes > self.limits.nodes:
            raise StopError(faults.too_many_nodes(mark, self.limits.nodes))

    def collection(self, event: Any) -> tuple[Map | Seq, Mark]:
        """A map or a list; one in block style ends where its last value does."""
        mark = self.mark(event)
        if event.anchor is not None or event.tag is not None:
            mark = self.properties(event, mark)
        nodes, deepest = self.nodes, self.deepest
        self.open.append(event)
        self.deepest = len(self.open)
        self.check(self.deepest, mark)
        value = self.map(event, mark) if event.__class__ is MappingStartEvent else self.seq(mark)
        self.open.pop()
        value.mark = mark._replace(end=self.last.end_mark.index)
        if event.anchor is not None:
            size, height = self.nodes - nodes + 1, self.deepest - len(self.open)
            self.anchors[event.anchor] = _Anchored(value, size, height)
        self.deepest = max(self.deepest, deepest)
        return value, value.mark

    def seq(self, mark: Mark) -> Seq:
        """The items up to the end of a list."""
        found = Seq(mark)
        while (event := self.take()).__class__ is not SequenceEndEvent:
            found.add(*self.node(event))
        self.close(event)
        for problem in duplicate_ids(found):
            self.report(problem)
        return found

    def map(self, start: Any, mark: Mark) -> Map:
        """The keys and values up to the end of a map."""
        found, take = Map(mark), self.take
        while (event := take()).__class__ is not MappingEndEvent:
            key, key_at = self.key(event, start)
            value, value_at = self.node(take())
            if key is None or (value is None and start.flow_style and self.is_cut(key, key_at)):
                continue
            if key in found:
                first = found.keys_at[key]
                self.report(faults.duplicate_key(key_at, key, first))
            else:
                found.put(key, value, key_at, value_at)
        self.close(event)
        return found

    def close(self, event: Any) -> None:
        """A closing bracket ends the value; in block style its last value has done so."""
        if event.end_mark.index > event.start_mark.index:
            self.last = event

    def key(self, event: Any, start: Any) -> tuple[str | None, Mark]:
        """A key and its place; None and a finding where it is no text."""
        if event.__class__ is not ScalarEvent:
            return None, self.refuse_key(event, start)
        key, mark = self.scalar(event)
        if key and (key != "<<" or event.style):
            return key, mark
        fault = faults.merge_key if key else faults.empty_key
        self.report(fault(mark))
        return None, mark

    def refuse_key(self, event: Any, start: Any) -> Mark:
        """A map, list or alias as key; `{{` is an expression that lacks quotes."""
        outer = self.mark(start)
        _, mark = self.node(event)
        if mark.start == outer.start + 1 and self.text.startswith("{{", outer.start):
            self.report(syntax.bare_expression(outer))
        elif not self.text.startswith("{{", mark.start):
            self.report(faults.composite_key(mark))
        return mark

    def is_cut(self, key: str, at: Mark) -> bool:
        """Whether an empty key is the second half of a number with a decimal comma; reports it."""
        before = self.text[max(at.start - 2, 0) : at.start]
        if not (_CUT_NUMBER.fullmatch(key) and before[:1].isdigit() and before[1:] == ","):
            return False
        if self.cut_to + 1 != at.start:
            self.report(faults.flow_comma(at, key))
        self.cut_to = at.end
        return True
