"""JSON Lines -> articles; the contract of the design's section 4."""

import datetime as dt
import gzip
import re
import zlib
from collections.abc import Iterator

import msgspec

from rashomon.errors import InputError
from rashomon.model import Article, Failure, make_article
from rashomon.sources.door import Loaded, source
from rashomon.sources.encoding import decoded

_LARGEST = 2_000_000_000
"""Bytes that a packed file may unpack to: a small file must not fill the memory."""


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
def read_jsonl(data: bytes, path: str) -> Iterator[Loaded]:
    """Bytes of JSON Lines and their path -> an article a line, a failure with file and line for each bad one."""
    text = decoded(_unpacked(data) if data.startswith(b"\x1f\x8b") else data)
    if not text.strip():
        raise InputError("the file is empty")
    whole = _whole(text) if path.endswith(".json") else None
    lines = whole if whole is not None else text.split("\n")
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        article = _article(line, f"{path}:{number}", path)
        if isinstance(article, Article) and seen.setdefault(article.id, number) != number:
            why = f"the id {article.id!r} was given before in line {seen[article.id]}; left out: give each its own"
            article = Failure(f"{path}:{number}", "load", why)
        yield article


def _unpacked(data: bytes) -> bytes:
    try:
        engine = zlib.decompressobj(wbits=31)
        opened = engine.decompress(data, _LARGEST)
        if engine.unconsumed_tail:
            raise InputError("it unpacks to more than 2 GB: split it")
        return opened if not engine.unused_data else gzip.decompress(data)
    except (zlib.error, OSError, EOFError) as error:
        raise InputError(f"a damaged gzip archive ({error})") from error


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
