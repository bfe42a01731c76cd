"""What a run remembers: once worked out, until two plans have not asked for it."""

from __future__ import annotations

import pytest

from kehoach.source import Memory


class Counted:
    """A function that tells how often it was worked out."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []

    def __call__(self, *args: object, **named: object) -> tuple[object, ...]:
        self.calls.append((*args, *named.values()))
        return args


def test_the_same_question_is_worked_out_once() -> None:
    make, memory = Counted(), Memory()
    assert [memory.once(make, "a") for _ in range(3)] == [("a",)] * 3
    assert make.calls == [("a",)]


def test_other_arguments_and_other_functions_are_other_questions() -> None:
    make, other, memory = Counted(), Counted(), Memory()
    for one in ("a", "b"):
        memory.once(make, one)
    memory.once(make, "a", day=1)
    memory.once(make, "a", day=2)
    memory.once(other, "a")
    assert make.calls == [("a",), ("b",), ("a", 1), ("a", 2)]
    assert other.calls == [("a",)]


def test_none_is_an_answer_too() -> None:
    calls = []
    memory = Memory()
    for _ in range(2):
        memory.once(calls.append, "a")
    assert calls == ["a"]


def test_what_every_plan_asks_for_stays() -> None:
    make, memory = Counted(), Memory()
    for _ in range(5):
        memory.once(make, "shared")
        memory.turn()
    assert make.calls == [("shared",)]


def test_memory_does_not_grow_with_the_rows_of_a_batch() -> None:
    make, memory = Counted(), Memory()
    sizes = []
    for row in range(500):
        memory.once(make, "shared")
        memory.once(make, f"row {row}")
        memory.turn()
        sizes.append(len(memory))
    assert max(sizes) <= 3
    assert make.calls.count(("shared",)) == 1


def test_an_iterator_is_no_answer_to_remember() -> None:
    with pytest.raises(TypeError, match="iterator"):
        Memory().once(iter, (1, 2))


def test_two_runs_share_nothing() -> None:
    make = Counted()
    for memory in (Memory(), Memory()):
        memory.once(make, "a")
    assert make.calls == [("a",), ("a",)]
