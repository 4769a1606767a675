"""Text -> typed blocks."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from rashomon.lexicon.actors import actor_named
from rashomon.lexicon.files import load
from rashomon.lexicon.lines import MONTH, WORD, agency_pattern, furniture, in_title_case, is_heading, is_title
from rashomon.model import Article, Block, Reading, Span
from rashomon.registry import stage
from rashomon.settings import Settings
from rashomon.text.blockquotes import type_block_quotes
from rashomon.text.chunks import Chunk, chunks

_BULLET = re.compile(r"(?:[•·*▪●◦‣►–—-]\s?|\(?\d{1,2}[.)]\s|\(?[a-h]\)\s)(?=\S)")
_SHORT = 12
_DECK = 6  # words; a line under the title that is as long as that sums the story up
_FIRST_CHUNKS = 4  # a dateline stands where the story begins
_MARKS = re.compile('["“”:()]')


@stage(gives=[Block])
def read_blocks(reading: Reading, settings: Settings) -> Iterator[Block]:  # noqa: ARG001 - a stage's shape
    """Reading -> its blocks in text order; they cover every character of the text that is no white space."""
    for chunk in typed(reading.article):
        yield Block(Span(chunk.start, chunk.end), chunk.kind or "paragraph")


def typed(article: Article) -> list[Chunk]:
    """Article -> its chunks, each with its kind."""
    found = chunks(article)
    for chunk in found:
        if chunk.kind in {None, "heading", "list"}:
            page = furniture(chunk.line) if WORD.search(chunk.line[:2000]) else "heading"
            chunk.kind = page or chunk.kind
    found = list(_without_datelines(found))
    _type_title(found, article.title)
    _type_repeated(found)
    _type_tail(found)
    _type_lists(found)
    type_block_quotes(found)
    _type_headings(found)
    return found


@cache
def _dateline() -> re.Pattern[str]:
    """-> a pattern for "LONDON, Aug. 8 (Reuters) — " and its kin at the start of a paragraph."""
    city = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3}"
    mixed = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
    place = rf"(?:{city}|{mixed})(?:/(?:{city}|{mixed}))?"
    part = r", [A-Z][\w.]*(?: [A-Z][\w.]*)?"
    date = rf"(?i:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?"
    day = rf",? {date}"
    sender = rf"(?:(?i:{agency_pattern()})|[A-Z]{{2,6}})"
    agency = rf",?\s?\({sender}\)"
    paper = r"\s\([A-Z][\w.'’&-]*(?: (?:(?:of|and) )?[A-Z][\w.'’&-]*){0,4}\)"  # one that no list has
    loud = rf"{city}(?:/{city})?(?:{part}){{0,2}}(?:{day}|\. {date})?(?:{agency}|{paper})?,?"
    named = rf"(?:{mixed}(?:{part}){{0,2}}(?:{day})?|{date})?{agency},?"
    dated = rf"{place}(?:{part})?{day}(?:{paper})?,?"
    sent = rf"{place}(?:{day})?(?:,\s|\s?/\s?){sender}(?:{day})?"  # "Tehran, IRNA - "
    dash = r"(?:\s?(?:—|–|--|_)\s+|\s?—(?=[A-Z“\"])|\s-\s+|(?<=\))(?:-|:)\s+)"
    wired = rf"{place}(?:{part}){{0,2}}(?:{day})?\.?\s?/[A-Z]\w+/(?:[.:]?\s+|{dash})"  # "MOSCOW, May 3. /TASS/. "
    bare = rf"{place}(?:{part}){{0,2}}{day}(?:{agency}\s+|[.:]\s+)(?=[A-Z“\"])"  # "Kathmandu, May 3: "
    behind = rf"{city}{dash}{date}:\s+"  # "CAIRO – 4 May 2019: "
    return re.compile(rf"(?:{wired}|{behind}|(?:{loud}|{named}|{dated}|{sent}){dash}|{bare})")


_LABELLED = re.compile(r"([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2})(?:/[A-Z ]{3,20})?:\s+(?=[A-Z“\"])")


_LOUD = re.compile(
    r"(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|NOTE|NEW(?! [A-Z])|NEW (?:DATA|PHOTOS|POLL|REPORT|STUDY|VIDEO)|JUST IN|LIVE"
    r"|CORRECTION|OPINION|ANALYSIS|VIDEO|[QA])\b"
)


def _without_datelines(found: list[Chunk]) -> Iterator[Chunk]:
    """Chunks -> the same with "LONDON, Aug. 8 (Reuters) —" cut off as a dateline of its own."""
    body = 0
    for chunk in found:
        at = _after_dateline(chunk) if chunk.kind is None and body < _FIRST_CHUNKS else 0
        body += chunk.kind is None
        if at:
            place, news = chunk.cut(at)
            place.kind = "dateline"
            yield from (place, news)
        else:
            yield chunk


def _after_dateline(chunk: Chunk) -> int:
    """Where the news of a chunk begins that opens with a dateline; 0 where it has none."""
    head = chunk.text[chunk.start : min(chunk.end, chunk.start + 120)]
    match = _dateline().match(head) or _city(head) if head[0].isupper() or head[0] == "(" else None
    if match is None or _LOUD.match(head):
        return 0
    news = head[match.end() : match.end() + 40]
    told_apart = any(c.islower() for c in news) or (news.isupper() and re.search(r"[\d(]", match[0]))
    return chunk.start + match.end() if told_apart else 0


def _city(head: str) -> re.Match[str] | None:
    """As in "LAHORE: The court ruled": a town from which news comes is no speaker of what follows."""
    match = _LABELLED.match(head)
    name = match[1].title() if match else ""
    capital = actor_named(name)
    known = name in load("datelines.yaml")["towns"] or (capital is not None and capital.naming == "capital")
    return match if known else None


def _type_title(found: list[Chunk], title: str | None) -> None:
    """Give the title its kind: the line the source names as such, or a first line that looks like one."""
    known = _key(title or "")
    for chunk in found[:6]:
        if known and chunk.kind in {None, "heading", "title"} and _key(chunk.line) == known:
            chunk.kind = "title"
            return
    if any(chunk.kind == "title" for chunk in found):
        return
    open_ones = [c for c in found[:12] if c.kind is None][:3]
    if len(open_ones) < 2 or found[0].kind == "title":
        return
    first, second = open_ones[:2]
    if first is not _first_of_body(found) or not is_title(first.line):
        return
    if len(open_ones) > 2 and first.size <= 3 and is_title(second.line) and not second.ends:
        first.kind, second.kind = "heading", "title"
    else:
        first.kind = "title"


def _first_of_body(found: list[Chunk]) -> Chunk | None:
    """The first chunk that may be news, where no dateline of the story itself stands before it."""
    for before, chunk in zip([None, *found], found, strict=False):
        if chunk.kind is None:
            cut_off = (
                before is not None and before.kind == "dateline" and "\n" not in chunk.text[before.end : chunk.start]
            )
            return None if cut_off else chunk
    return None


def _key(line: str) -> str:
    return " ".join(WORD.findall(line[:400])).casefold()


def _type_repeated(found: list[Chunk]) -> None:
    """A short line that comes again and is no speech and no sentence is page furniture."""
    short = [c for c in found if c.kind is None and c.size <= _SHORT and not _MARKS.search(c.line)]
    counts = Counter(_key(c.line) for c in short)
    for chunk in short:
        if counts[_key(chunk.line)] > 1 and not chunk.line.endswith((".", "?")) and chunk.size > 1:
            chunk.kind = "promotion"


def _type_tail(found: list[Chunk]) -> None:
    """Short lines at the end that are no sentences: advertising under the credit, or under a body of full sentences."""
    tail: list[Chunk] = []
    for chunk in reversed(found):
        short = chunk.size <= _SHORT and not chunk.line.endswith((".", ":", "?", "”", '"'))
        if chunk.kind in {None, "heading"} and short and not _BULLET.match(chunk.line[:8]):
            tail.append(chunk)
        elif chunk.kind not in {"promotion", "credit"}:
            break
        elif chunk.kind == "credit" and tail:
            _promote(tail)
            tail = []
    body = [c for c in found if c.kind is None and c not in tail]
    said = bool(body) and body[-1].line.endswith(":")
    if 0 < len(tail) <= 2 and not said and len(body) >= 3 and sum(c.ends for c in body) >= 0.8 * len(body):
        _promote([c for c in tail if c.size <= 8])


def _promote(tail: list[Chunk]) -> None:
    for chunk in tail:
        chunk.kind = "promotion"


def _type_lists(found: list[Chunk]) -> None:
    """Lines with bullets or numbers beside others of the kind, and runs of short lines, are lists."""
    bulleted = [bool(c.kind is None and _BULLET.match(c.line[:8])) for c in found]
    brief = [c.kind is None and c.size <= _SHORT and not c.ends and not c.line.endswith(":") for c in found]
    for index, chunk in enumerate(found):
        if bulleted[index] and any(bulleted[max(0, index - 1) : index] + bulleted[index + 1 : index + 2]):
            chunk.kind = "list"
    for index in range(1, len(found) - 1):
        if all(brief[index - 1 : index + 2]):
            for chunk in found[index - 1 : index + 2]:
                chunk.kind = "list"


def _type_headings(found: list[Chunk]) -> None:
    """Short lines without a sentence's end, before a paragraph, are headings of it."""
    before = None
    under_title = False
    for chunk, after in zip(found, [*found[1:], None], strict=False):
        introduced = before is not None and before.line.endswith(":")
        followed = after is not None and after.kind in {None, "quote", "list", "dateline"}
        deck = under_title and chunk.size >= _DECK and not in_title_case(chunk.line)
        if (
            chunk.kind is None
            and before is not None
            and followed
            and not (introduced or deck)
            and is_heading(chunk.line)
        ):
            chunk.kind = "heading"
        under_title = chunk.kind == "title" or (under_title and chunk.kind in {"credit", "dateline", "caption"})
        before = chunk
