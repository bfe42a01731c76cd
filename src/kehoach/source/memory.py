"""What a run has worked out already, kept on an object that is handed from room to room."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

_NOTHING = object()


class Memory:
    """Results by function and arguments; a run makes one and hands it to all that it calls.

    A long run must not remember every row that it has written, and a fixed size forgets just what
    the next row asks for once a plan outgrows it. So there are two generations: what was asked for
    since the last `turn`, and what only the plan before asked for, which the next turn drops.
    """

    __slots__ = ("_before", "_now")

    def __init__(self) -> None:
        self._now: dict[Hashable, Any] = {}
        self._before: dict[Hashable, Any] = {}

    def __len__(self) -> int:
        return len(self._now) + len(self._before)

    def once(self, make: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        """What `make` returns for these arguments, worked out at the first asking only.

        Args:
            make: a function of a module, not a lambda; its answer depends on the arguments alone.
            args: hashable; objects without a value of their own, such as registers, count as one
                and the same object only.
            named: as args.

        Raises:
            TypeError: an argument cannot be hashed, or the answer is an iterator, which a second
                asking would find empty.
        """
        key = (make, args, tuple(named.items())) if named else (make, args)
        found = self._now.get(key, _NOTHING)
        if found is _NOTHING:
            found = self._before.pop(key, _NOTHING)
            if found is _NOTHING:
                found = make(*args, **named)
                if isinstance(found, Iterator):
                    raise TypeError(f"{make} gives an iterator: there is nothing to remember")
            self._now[key] = found
        return cast("T", found)

    def turn(self) -> None:
        """Another plan begins: what the last one did not ask for is forgotten."""
        self._before, self._now = self._now, {}
