"""Parts of a value that are made when somebody first looks at them, and then are there like any other part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class lazily(Generic[T]):
    """The part that a method makes of the whole, made once.

    `functools.cached_property` does the same behind a lock, which costs more than most of what is made here.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make, self.name, self.__doc__ = make, make.__name__, make.__doc__

    def __get__(self, whole: object, owner: type) -> T:
        made = whole.__dict__[self.name] = self.make(whole)
        return made
