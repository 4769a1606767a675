"""Values -> the words a reader of the record sees for them: days, amounts, chains, counts."""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from urllib.parse import urlsplit

from rashomon.linking.claims.days import KNOWN
from rashomon.model import AmountSlot, Article, DateSlot, Hop, Slot
from rashomon.weighing.compared.sentences import days_in_words

STANDING_SHAPES = {"agree": "●", "compatible": "◐", "differ": "◆", "single": "○", "silent": "–"}
"""A standing is told by shape and word, so that colour carries nothing alone."""
STANDING_WORDS = {"agree": "agree", "compatible": "compatible", "differ": "differ", "single": "one account only"}


def digest(text: str) -> str:
    """Text -> the SHA-256 of its UTF-8 bytes: equal for whoever holds the same text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def counted(number: int, one: str, many: str = "") -> str:
    """Number and noun -> "1 account", "2 accounts"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def shown(slot: Slot) -> str:
    """Slot -> what it holds, in words: a date by its days where they are known, an amount with unit and period."""
    if isinstance(slot, DateSlot):
        known = days_in_words(slot.earliest, slot.latest)
        words = one_line(slot.text)
        if words.startswith(KNOWN):
            return f"{known} ({words})"
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
    bound = {"exactly": "", "at most": "up to "}.get(slot.bound, f"{slot.bound} ")  # "as many as 80" are no mere few
    return f"{bound}{number} {unit}{of}{per}"


def hop_words(hop: Hop) -> str:
    """Hop -> its name, and what it is where the name does not say."""
    plain = hop.kind in {"person", "outlet", "unresolved", "organization"} or hop.kind in hop.name.lower()
    return hop.name if plain else f"{hop.name} ({hop.kind.replace('-', ' ')})"


def one_line(text: str) -> str:
    """Text -> the same words with single blanks."""
    return " ".join(text.split())


def line_number(text: str, at: int) -> int:
    """Text and an offset -> the number of the line that it is in, counted from 1."""
    return bisect_left(_line_ends(text), at) + 1


@lru_cache(maxsize=1)
def _line_ends(text: str) -> list[int]:
    """Text -> where its lines end; remembered of the last one."""
    return [at for at, letter in enumerate(text) if letter == "\n"]


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
_NEAR = 0.4  # likeness from which on words in common are more than small change


def wordings(tellings: Sequence[tuple[str, str]]) -> list[Words]:
    """Accounts and how each tells one thing -> each telling as runs of words, and whether another account has them too.

    A telling is compared with the nearest one of another account; where none is near, nothing is marked, since all
    would be.
    """
    split = [(account, text.split()) for account, text in tellings]
    return [_runs(own, [words for other, words in split if other != account]) for account, own in split]


def _runs(own: list[str], others: Iterable[list[str]]) -> Words:
    compared = [SequenceMatcher(None, _bare(own), _bare(other), autojunk=False) for other in others]
    nearest = max(compared, key=lambda one: one.ratio(), default=None)
    if nearest is None or nearest.ratio() < _NEAR:
        return [(" ".join(own), True)]
    runs: Words = []
    at = 0
    for block in nearest.get_matching_blocks():
        if block.a > at:
            runs.append((" ".join(own[at : block.a]), False))
        if block.size:
            runs.append((" ".join(own[block.a : block.a + block.size]), True))
        at = block.a + block.size
    return runs


def _bare(words: Iterable[str]) -> list[str]:
    return [word.strip("“”\"'‘’.,;:()[]…").casefold() for word in words]
