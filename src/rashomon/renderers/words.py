"""Values -> the words a reader of the record sees for them: days, amounts, chains, counts."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from rashomon.model import AmountSlot, Article, DateSlot, Hop, Slot

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
STANDING_SHAPES = {"agree": "●", "compatible": "◐", "differ": "◆", "single": "○", "silent": "–"}
"""A standing is told by shape and word, so that colour carries nothing alone."""
STANDING_WORDS = {"agree": "agree", "compatible": "compatible", "differ": "differ", "single": "one account only"}


def digest(text: str) -> str:
    """Text -> the SHA-256 of its UTF-8 bytes: equal for whoever holds the same text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def day(date: dt.date) -> str:
    """Date -> "8 August 2018"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def days(earliest: dt.date | None, latest: dt.date | None) -> str:
    """First and last day -> words for the interval; "" where neither is known."""
    if earliest is None and latest is None:
        return ""
    if earliest is None or latest is None:
        return f"not before {day(earliest)}" if earliest is not None else f"not after {day(latest)}"  # type: ignore[arg-type]
    if earliest == latest:
        return day(earliest)
    whole = (earliest.day, (latest + dt.timedelta(days=1)).day) == (1, 1)
    if earliest.year == latest.year:
        if whole and (earliest.month, latest.month) == (1, 12):
            return str(earliest.year)
        if earliest.month == latest.month:
            month = f"{MONTHS[latest.month - 1]} {latest.year}"
            return month if whole else f"{earliest.day}–{latest.day} {month}"
        return f"{earliest.day} {MONTHS[earliest.month - 1]} – {day(latest)}"
    return f"{day(earliest)} – {day(latest)}"


def counted(number: int, one: str, many: str = "") -> str:
    """Number and noun -> "1 account", "2 accounts"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(words: Iterable[str]) -> str:
    """Words -> "A", "A and B", "A, B and C"."""
    *rest, last = list(words) or [""]
    return f"{', '.join(rest)} and {last}" if rest else last


def shown(slot: Slot) -> str:
    """Slot -> what it holds, in words: a date by its days where they are known, an amount with unit and period."""
    if isinstance(slot, DateSlot):
        known = days(slot.earliest, slot.latest)
        words = one_line(slot.text)
        return f"{known} (“{words}”)" if known and words and words != known else known or words
    if isinstance(slot, AmountSlot):
        return amount(slot)
    return one_line(slot.text)


def amount(slot: AmountSlot) -> str:
    """Amount -> "about 500,000 barrels of crude oil per year"."""
    number = f"{slot.value:,.10g}" if slot.value == slot.high else f"{slot.value:,.10g}–{slot.high:,.10g}"
    unit = slot.unit if slot.value == slot.high == 1 or not slot.unit.isalpha() else f"{slot.unit}s"
    of = f" of {one_line(slot.of)}" if slot.of else ""
    per = f" per {slot.per}" if slot.per else ""
    bound = "" if slot.bound == "exactly" else f"{slot.bound} "
    return f"{bound}{number} {unit}{of}{per}"


def hop_words(hop: Hop) -> str:
    """Hop -> its name, and what it is where the name does not say."""
    plain = hop.kind in {"person", "outlet", "unresolved", "organization"} or hop.kind in hop.name.lower()
    return hop.name if plain else f"{hop.name} ({hop.kind.replace('-', ' ')})"


def one_line(text: str) -> str:
    """Text -> the same words with single blanks."""
    return " ".join(text.split())


def file_name(article: Article) -> str:
    """Article -> the file it came from, without its folders; "" where it came from none."""
    return (article.path or "").replace("\\", "/").rsplit("/", 1)[-1]


def web_address(url: str | None) -> str:
    """Address -> itself if it is an http or https one, else "": nothing else becomes a link."""
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


Words = list[tuple[str, bool]]


def wordings(texts: list[str]) -> list[Words]:
    """Tellings of one thing -> each as runs of words, and whether a run stands in the telling compared with it as well.

    The first is compared with the second, every other one with the first.
    """
    split = [text.split() for text in texts]
    if len(split) < 2:
        return [[(one_line(text), True)] for text in texts]
    return [_runs(own, split[1] if i == 0 else split[0]) for i, own in enumerate(split)]


def _runs(own: list[str], other: list[str]) -> Words:
    matcher = SequenceMatcher(None, [_bare(w) for w in own], [_bare(w) for w in other], autojunk=False)
    runs: Words = []
    at = 0
    for block in matcher.get_matching_blocks():
        if block.a > at:
            runs.append((" ".join(own[at : block.a]), False))
        if block.size:
            runs.append((" ".join(own[block.a : block.a + block.size]), True))
        at = block.a + block.size
    return runs


def _bare(word: str) -> str:
    return word.strip("“”\"'‘’.,;:()[]…").casefold()
