"""A grouping as lines of a file, and back: what is needed to add articles to it later."""

from collections.abc import Iterable, Iterator

import msgspec

from rashomon.errors import StoreError
from rashomon.model import Article
from rashomon.stories.grouping import Grouping, Known, Parts

FORMAT = "rashomon-grouping/1"
_WORTH_KEEPING = 4  # articles: smaller groups are never cut


class _Head(msgspec.Struct):
    format: str
    articles: int


class _Line(msgspec.Struct, forbid_unknown_fields=True):
    article: Article
    strongest: tuple[str, ...]
    alike: dict[str, float]
    copies: tuple[str, ...]


_ENCODER = msgspec.json.Encoder(order="deterministic")


def grouping_lines(grouping: Grouping) -> Iterator[str]:
    """Grouping whose affairs were asked for -> its lines: a head, the articles, the groups that were cut."""
    yield _ENCODER.encode(_Head(FORMAT, len(grouping.known))).decode()
    for one in grouping.known.values():
        yield _ENCODER.encode(_Line(one.article, one.strongest, dict(one.alike), one.copies)).decode()
    for members, parts in sorted(grouping.parts.items()):
        if len(members) >= _WORTH_KEEPING:
            yield _ENCODER.encode(parts).decode()


def grouping_of(lines: Iterable[bytes], name: str) -> Grouping:
    """Lines of a grouping and what to call it in an error -> the grouping; ``StoreError`` where they are none."""
    lines = iter(lines)
    head = _head(next(lines, b""), name)
    known: dict[str, Known] = {}
    parts: list[Parts] = []
    try:
        for line in lines:
            if len(known) < head.articles:
                given = msgspec.json.decode(line, type=_Line)
                known[given.article.id] = Known(given.article, given.strongest, given.alike, given.copies)
            else:
                parts.append(msgspec.json.decode(line, type=Parts))
    except msgspec.DecodeError as error:
        raise StoreError(f"{name} is damaged ({error}); group its articles again") from error
    if len(known) != head.articles:
        why = f"it tells of {head.articles} articles and has {len(known)}"
        raise StoreError(f"{name} is damaged ({why}); group its articles again")
    seen: set[str] = set()
    for article, one in known.items():
        if missing := (one.alike.keys() | set(one.copies)) - seen:
            raise StoreError(f"{name} is damaged (no article {min(missing)!r}); group its articles again")
        seen.add(article)
    return Grouping(known.values(), (cut for cut in parts if all(n in known for part in cut for n in part)))


def _head(line: bytes, name: str) -> _Head:
    try:
        head = msgspec.json.decode(line, type=_Head)
    except msgspec.DecodeError as error:
        raise StoreError(
            f"{name} is no grouping: name a file that `rashomon group --grouping` wrote, or one that is not there yet"
        ) from error
    if head.format != FORMAT:
        raise StoreError(f"{name} is of the format {head.format!r}, this version reads {FORMAT!r}; group it again")
    return head
