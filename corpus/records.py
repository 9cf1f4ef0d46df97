"""Dataclasses as the standard library's, of which only what is used is made.

`dataclasses.dataclass` writes and compiles the source of six methods for each class: with the seventy classes
that a lookup meets that was a fifth of its processor time. Here the methods that all records share are
written once, and a class's `__init__` is compiled when its first record is made. What is said of fields
(`field`, `fields`, `replace`, `asdict`) is the standard library's.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool = False) -> Callable[[type[T]], type[T]]:
        """As `dataclasses.dataclass`: methods that a class defines itself stay."""

        def decorate(cls: type[T]) -> type[T]:
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
            for name, method in _methods(made, frozen=frozen).items():
                if name not in cls.__dict__:
                    setattr(made, name, method)
            return made

        return decorate


__all__ = ["dataclass"]

T = TypeVar("T")
_ABSENT = object()  # the default of a field that a factory fills


def _methods(cls: Any, *, frozen: bool) -> dict[str, Any]:
    """The methods of a class of records by their names."""
    compared = _getter([one.name for one in dataclasses.fields(cls) if one.compare])

    def equals(self: Any, other: Any) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    methods = {"__init__": _Init(cls, frozen=frozen), "__repr__": _repr, "__eq__": equals}
    if not frozen:
        return methods | {"__hash__": None}

    def hashed(self: Any) -> int:
        return hash(compared(self))

    values = _getter([one.name for one in dataclasses.fields(cls)])

    def reduced(self: Any) -> tuple[Any, tuple[Any, ...]]:
        return self.__class__, values(self)

    return methods | {
        "__hash__": hashed, "__reduce__": reduced, "__setattr__": _refuse, "__delattr__": _refuse,
    }  # fmt: skip


def _getter(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of fields: `attrgetter` makes a tuple of two or more only."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


def _repr(self: Any) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


class _Init:
    """The `__init__` of a class until it is first asked for, when it puts the compiled one in its place."""

    def __init__(self, cls: Any, *, frozen: bool) -> None:
        self._cls = cls
        self._frozen = frozen

    def __get__(self, instance: Any, owner: Any) -> Any:
        made = self._compiled()
        self._cls.__init__ = made
        return made.__get__(instance, owner)

    def _compiled(self) -> Any:
        fields = dataclasses.fields(self._cls)
        names: dict[str, Any] = {"_absent": _ABSENT, "_set": object.__setattr__}
        for one in fields:
            names[f"_default_{one.name}"] = one.default
            names[f"_new_{one.name}"] = one.default_factory
            if self._has_slot(one):
                names[f"_set_{one.name}"] = getattr(self._cls, one.name).__set__
        lines = [f"def __init__({', '.join(['self', *map(_parameter, fields)])}):", *map(self._line, fields)]
        exec("\n ".join([*lines, "return"]), names)  # noqa: S102 - as the standard library makes it
        return names["__init__"]

    def _line(self, one: dataclasses.Field[Any]) -> str:
        """The statement that sets a field."""
        factory = one.default_factory is not dataclasses.MISSING
        value = f"_new_{one.name}() if {one.name} is _absent else {one.name}" if factory else one.name
        if not self._frozen:
            return f"self.{one.name} = {value}"
        # A slot that sets itself spares looking for it.
        return (
            f"_set_{one.name}(self, {value})" if self._has_slot(one) else f"_set(self, {one.name!r}, {value})"
        )

    def _has_slot(self, one: dataclasses.Field[Any]) -> bool:
        return isinstance(getattr(self._cls, one.name, None), MemberDescriptorType)


def _parameter(one: dataclasses.Field[Any]) -> str:
    if one.default is not dataclasses.MISSING:
        return f"{one.name}=_default_{one.name}"
    return f"{one.name}=_absent" if one.default_factory is not dataclasses.MISSING else one.name
