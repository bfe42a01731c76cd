"""What every part of the plan shares: unknown keys refused, empty keys as if not written."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic_core import CoreSchema, core_schema


class Entry(BaseModel):
    """A map of the plan file. A key left empty counts as not written."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, data: Any) -> Any:
        if isinstance(data, dict) and None in data.values():
            known = cls.model_fields  # an unknown empty key may be words cut off by a comma in { }
            return {key: one for key, one in data.items() if one is not None or key not in known}
        return data


class Shorthand(Entry):
    """A map that may be written as one line of text, which then fills the field `shorthand`."""

    shorthand: ClassVar[str]
    free: ClassVar[str] = ""
    """A field that may be written as a bare list, or as keys of its own among the model's."""

    @model_validator(mode="before")
    @classmethod
    def _widen(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {cls.shorthand: data}
        if cls.free and isinstance(data, list):
            return {cls.free: data}
        return cls._gathered(data) if cls.free and isinstance(data, dict) else data

    @classmethod
    def _gathered(cls, data: dict[str, Any]) -> dict[str, Any]:
        """The map with the keys that the model does not know put into the free field."""
        own = {key: one for key, one in data.items() if key in cls.model_fields}
        others = {key: one for key, one in data.items() if key not in own}
        already = own.get(cls.free) or {}
        if not others or not isinstance(already, dict):
            return data
        return own | {cls.free: already | others}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Offer both writings to editors."""
        whole = handler.resolve_ref_schema(handler(schema))
        short = dict(whole["properties"][cls.shorthand])
        if cls.free:
            short = {"anyOf": [{"type": ["string", "number"]}, {"type": "array"}]}
            whole["additionalProperties"] = {"type": ["string", "number", "null"]}
        title = whole.pop("title", cls.__name__)
        return {"title": title, "anyOf": [short, whole]}


E = TypeVar("E")


class Items(tuple[E, ...], Generic[E]):
    """Entries in order, reached by position or by id: `projects[0]`, `projects.p2`."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:
        """The entry at a position, or the one whose id this is (KeyError if there is none)."""
        if not isinstance(key, str):
            return super().__getitem__(key)
        for one in self:
            if getattr(one, "id", None) == key or getattr(one, "key", None) == key:
                return one
        raise KeyError(key)

    def get(self, key: str) -> E | None:
        """The entry with this id, or nothing."""
        try:
            return cast("E", self[key])
        except KeyError:
            return None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A list in the file, this tuple in the model."""
        (item,) = source.__args__
        return core_schema.no_info_after_validator_function(
            cls,
            handler.generate_schema(list[item]),  # type: ignore[valid-type]
            serialization=core_schema.plain_serializer_function_ser_schema(list),
        )
