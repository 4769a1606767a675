"""JSON Lines -> articles; the contract of the design's section 4."""

import codecs
import datetime as dt
import gzip
import re
import zlib
from collections.abc import Iterator
from typing import IO, Any

import msgspec

from rashomon.errors import InputError
from rashomon.model import Article, Failure, make_article
from rashomon.sources.door import Loaded, source
from rashomon.sources.encoding import decoded, refuse_binary

_LONGEST = 50_000_000
"""Bytes of one line, and of a file that is one array: a small packed file must not fill the memory."""


class _Line(msgspec.Struct):
    """One article as the contract has it; further keys are let be."""

    text: str
    id: str | int | None = None
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None


_DECODER = msgspec.json.Decoder(_Line)


@source(endings=(".jsonl", ".ndjson", ".json", ".jsonl.gz"), looks=lambda head: head.lstrip()[:1] == b"{")
def read_jsonl(file: IO[bytes], path: str) -> Iterator[Loaded]:
    """JSON Lines and their path -> an article a line, read as it is asked for; a failure for each bad line."""
    seen: dict[str, int] = {}
    empty = True
    for number, line in enumerate(_lines(file, path), start=1):
        if isinstance(line, str) and not line.strip():
            continue
        empty = False
        where = f"{path}:{number}"
        article = _article(line, where, path) if isinstance(line, str) else Failure(where, "load", str(line))
        if isinstance(article, Article) and seen.setdefault(article.id, number) != number:
            why = f"the id {article.id!r} was given before in line {seen[article.id]}; left out: give each its own"
            article = Failure(where, "load", why)
        yield article
    if empty:
        raise InputError("the file is empty")


def _lines(file: Any, path: str) -> Iterator[str | InputError]:
    """File, packed or not -> its lines, or a .json file's items; for a line that is no text, what is wrong with it."""
    try:
        if file.peek(2).startswith(b"\x1f\x8b"):
            file = gzip.GzipFile(fileobj=file)
        head = file.peek(8)[:8]
        refuse_binary(head)
        if path.lower().endswith(".json") or b"\0" in head or head[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
            yield from _all_lines(file, path)
        else:
            yield from map(_text, _raw_lines(file))
    except (zlib.error, gzip.BadGzipFile, EOFError) as error:
        raise InputError(f"a damaged gzip archive ({error})") from error


def _all_lines(file: IO[bytes], path: str) -> Iterator[str]:
    data = file.read(_LONGEST + 1)
    if len(data) > _LONGEST:
        raise InputError("more than 50 MB in one piece: make it JSON Lines in UTF-8, one article a line")
    text = decoded(data)
    whole = _whole(text) if path.lower().endswith(".json") else None
    yield from whole if whole is not None else text.split("\n")


def _raw_lines(file: IO[bytes]) -> Iterator[bytes]:
    """File -> its lines as bytes; of one that is too long to be an article no more than shows that it is."""
    while line := file.readline(_LONGEST + 1):
        yield line
        while len(line) > _LONGEST and not line.endswith(b"\n"):
            line = file.readline(_LONGEST + 1)


def _text(line: bytes) -> str | InputError:
    try:
        return decoded(line) if len(line) <= _LONGEST else InputError("a line of more than 50 MB is no article")
    except InputError as error:
        return error


def _whole(text: str) -> list[str] | None:
    """Text of a .json file that is one array or one object over several lines -> its objects, None for JSON Lines."""
    try:
        items = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return None
    listed = items if isinstance(items, list) else [items]
    return [msgspec.json.encode(item).decode() for item in listed]


def _article(line: str, where: str, path: str) -> Article | Failure:
    try:
        given = _DECODER.decode(line)
        published = _day(given.published)
    except (msgspec.DecodeError, ValueError, UnicodeError) as error:
        return Failure(
            where, "load", f'not an article: {error}; a line is {{"id", "text", "published"?, "outlet"?, …}}'
        )
    name = None if given.id is None else str(given.id)
    return make_article(
        given.text,
        id=name,
        published=published,
        outlet=given.outlet or None,
        title=given.title or None,
        url=given.url or None,
        path=path,
    )


def _day(given: str | None) -> dt.date | None:
    """What stands under "published" -> its day; ``ValueError`` where it is none."""
    if not given or not given.strip():
        return None
    match = re.match(r"(\d{4})-?(\d{2})-?(\d{2})(?![\d-])", given.strip())
    if match is None:
        raise ValueError(f'"published" is {given!r}, not a day such as "2018-08-08"')
    return dt.date(int(match[1]), int(match[2]), int(match[3]))
