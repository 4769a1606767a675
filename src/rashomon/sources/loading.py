"""Paths -> articles, each once; what cannot be read becomes a failure and stops nothing."""

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rashomon.errors import InputError, RashomonError
from rashomon.model import Article, Failure
from rashomon.registry import SOURCES, find, offers
from rashomon.settings import Settings
from rashomon.sources.checks import check_readable
from rashomon.sources.door import Loaded

_HEAD = 4096
_STDIN = "-"


def load(paths: Iterable[Path | str], settings: Settings | None = None) -> Iterator[Loaded]:
    """Files, folders and "-" (standard input) -> their articles in order, and a failure for whatever cannot be read.

    Folders are walked in sorted order; hidden files are left out. A path that is not there raises ``InputError``
    before anything is read. The same text found twice is one article; two articles of one id are one and a failure.
    """
    settings = settings or Settings()
    given = [str(path) for path in paths]
    if missing := [path for path in given if path != _STDIN and not Path(path).exists()]:
        raise InputError(f"no such file or folder: {', '.join(missing)}; check the spelling")
    return _once(_readable(_walked(given), settings))


def _walked(given: list[str]) -> Iterator[tuple[str, Loaded]]:
    for path in given:
        if path != _STDIN and Path(path).is_dir():
            inside = _files(Path(path))
            if not inside:
                yield path, Failure(path, "load", "the folder holds no files: give one with texts, HTML or JSON Lines")
            for file in inside:
                yield from _read(str(file))
        else:
            yield from _read(path)


def _files(folder: Path) -> list[Path]:
    found = (p for p in folder.rglob("*") if p.is_file())
    return sorted(p for p in found if not any(part.startswith(".") for part in p.relative_to(folder).parts))


def _read(path: str) -> Iterator[tuple[str, Loaded]]:
    """Path -> what its source makes of it, with the path; the border at which one bad file stops."""
    try:
        with _opened(path) as file:
            head = file.peek(_HEAD)[:_HEAD]
            if not head:
                yield path, Failure(path, "load", "the file is empty")
                return
            for loaded in find(SOURCES, source_of(head, path))(file, path):
                yield path, loaded
    except Exception as error:  # noqa: BLE001 - the border: whatever one file does, the next is read
        reason = str(error) if isinstance(error, RashomonError) else repr(error)
        yield path, Failure(path, "load", error.strerror or reason if isinstance(error, OSError) else reason)


@contextmanager
def _opened(path: str) -> Iterator[Any]:
    """Path -> its file, or standard input, which stays open."""
    if path != _STDIN:
        with Path(path).open("rb") as file:
            yield file
        return
    given: Any = sys.stdin.buffer
    wrapped: Any = io.BufferedReader(given)
    try:
        yield wrapped
    finally:
        wrapped.detach()


def source_of(head: bytes, path: str) -> str:
    """A file's first bytes and its path -> the name of its source: by ending, else by their look, else text."""
    takes = {name: find(SOURCES, name).takes for name in sorted(offers(SOURCES))}
    head = head.removeprefix(b"\xef\xbb\xbf")
    by_ending = [(len(e), name) for name, t in takes.items() for e in t.endings if path.lower().endswith(e)]
    if by_ending:
        return max(by_ending)[1]
    return next((name for name, t in takes.items() if t.looks(head)), "text")


def _readable(walked: Iterable[tuple[str, Loaded]], settings: Settings) -> Iterator[tuple[str, Loaded]]:
    for path, loaded in walked:
        if isinstance(loaded, Article):
            try:
                check_readable(loaded, settings)
            except InputError as error:
                yield path, Failure(loaded.name, "load", str(error))
                continue
        yield path, loaded


def _once(walked: Iterable[tuple[str, Loaded]]) -> Iterator[Loaded]:
    first: dict[str, tuple[str, str]] = {}
    for path, loaded in walked:
        if isinstance(loaded, Article) and loaded.id in first:
            before, digest = first[loaded.id]
            same = digest == loaded.digest
            why = f"the same text as {before}; read once" if same else f"its id was given before in {before}; left out"
            yield Failure(path if same else f"{path}: {loaded.id}", "load", why)
            continue
        if isinstance(loaded, Article):
            first[loaded.id] = (path, loaded.digest)
        yield loaded
