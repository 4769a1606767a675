"""What a source says of itself, so that the loader knows which bytes it takes."""

from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, NamedTuple, TypeVar

from rashomon.model import Article, Failure

Loaded = Article | Failure
F = TypeVar("F", bound=Callable[[IO[bytes], str], Iterator[Loaded]])


class Takes(NamedTuple):
    """File endings that a source takes, and a test on the first bytes of what has none that is known."""

    endings: tuple[str, ...]
    looks: Callable[[bytes], bool]


def source(endings: Iterable[str], looks: Callable[[bytes], bool]) -> Callable[[F], F]:
    """Endings and a test on the first bytes -> a decorator that writes them on a source.

    A source is a function of an open file of bytes and its path that yields articles and failures, as they are asked
    for; it is found by the entry-point group ``rashomon.sources``.
    """

    def mark(function: F) -> F:
        written: Any = function
        written.takes = Takes(tuple(endings), looks)
        return function

    return mark
