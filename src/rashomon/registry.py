"""The one look-up of what is installed: stages, sources and renderers come in by entry points, ours and guests'."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from typing import Any, TypeVar

from rashomon.errors import SettingsError, UnknownName

STAGES = "rashomon.stages"
SOURCES = "rashomon.sources"
RENDERERS = "rashomon.renderers"

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True)
class Promise:
    """What a stage needs before it runs and gives when it has run, as types of finding."""

    needs: tuple[type, ...]
    gives: tuple[type, ...]


def stage(*, needs: Iterable[type] = (), gives: Iterable[type]) -> Callable[[F], F]:
    """Needs and gives -> a decorator that writes them on a stage; the pipeline refuses a wrong order by them."""

    def mark(function: F) -> F:
        function.promise = Promise(tuple(needs), tuple(gives))  # type: ignore[attr-defined]
        return function

    return mark


@cache
def offers(group: str) -> dict[str, Any]:
    """Group -> the entry points installed under it, by name."""
    return {entry.name: entry for entry in entry_points(group=group)}


@cache
def find(group: str, name: str) -> Any:
    """Group and name -> what is installed there; ``UnknownName`` lists what there is."""
    found = offers(group)
    if name not in found:
        raise UnknownName(f"no {group} called {name!r}; installed: {', '.join(sorted(found))}")
    return found[name].load()


def check_order(names: Iterable[str]) -> None:
    """Stage names in running order -> nothing, or ``SettingsError`` when one needs what none before it gives."""
    given: set[type] = set()
    for name in names:
        promise: Promise = find(STAGES, name).promise
        missing = [need.__name__ for need in promise.needs if need not in given]
        if missing:
            raise SettingsError(f"stage {name!r} needs {', '.join(missing)}, which no stage before it gives")
        given.update(promise.gives)


def stages_giving(kind: type, names: Sequence[str]) -> tuple[str, ...]:
    """Type of finding and stage names in running order -> those that it takes to give it, in the same order.

    ``SettingsError`` where none of them gives it.
    """
    wanted, taken = {kind}, list[str]()
    for name in reversed(names):
        promise: Promise = find(STAGES, name).promise
        if wanted.intersection(promise.gives):
            wanted.update(promise.needs)
            taken.append(name)
    if not taken:
        raise SettingsError(f"no stage of the settings gives {kind.__name__}; stages: {', '.join(names) or 'none'}")
    return tuple(reversed(taken))
