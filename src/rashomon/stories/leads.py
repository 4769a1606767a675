"""What the lead of an article names: the anchor of its happening, by words and figures, and as the text writes it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.lexicon.files import load
from rashomon.stories.terms import WORD, folded, is_common, rarity

LEAD = 300  # characters: the title and the first sentence or two
_STAMPS = re.compile(r"(?:19|20)\d\d")
_CAPITAL = r"(?:[A-Z]['’](?=[A-Z]))?[A-Z][^\W\d_]+(?:['’-][A-Z][^\W\d_]+)*"
_NAME = re.compile(rf"{_CAPITAL}(?: (?:(?:of|de|al|bin|the|von) )*{_CAPITAL})*")
_STARTS = re.compile(r"(?:^|[.!?:;…\n\"“”‘|•–—-])\W*$")
_OPENING = 900  # characters: title and first paragraphs say who it is about
_LOUD = 5  # letters: a longer word all in capitals is a cry and no name
_NAMES = 4
_KIN = 5  # letters
_WIDELY = 0.5  # of a story's articles name it


def anchors(text: str) -> frozenset[str]:
    """Text -> the names and figures of its lead, folded; not what only says when a page was printed."""
    found = (folded(match[0]) for match in WORD.finditer(text, 0, LEAD) if _stands_out(match[0]))
    return frozenset(word for word in found if not is_common(word) and not is_stamp(word))


def is_stamp(word: str) -> bool:
    """Whether a folded word is a month, a weekday, a year or what else stands in the line that dates a page."""
    return word in _stamps() or bool(_STAMPS.fullmatch(word))


def _stands_out(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


@cache
def _stamps() -> frozenset[str]:
    return frozenset(load("stories.yaml")["stamps"])


def who(texts: Sequence[str]) -> tuple[str, ...]:
    """Texts of one story -> the few names that most of them open with, as they are written, the most telling first."""
    held = Counter(name for text in texts for name in set(_names(text)))
    fewest = max(_WIDELY * len(texts), min(len(texts), 2))
    worth = {n: c * max(rarity(folded(word)) for word in n.split()) for n, c in held.items() if c >= fewest}
    chosen: list[str] = []
    for name in sorted(worth, key=lambda name: (-worth[name] * len(name.split()) ** 0.5, name)):
        if len(chosen) < _NAMES and not any(_kin(name) & _kin(other) for other in chosen):
            chosen.append(name)
    return tuple(chosen)


def _kin(name: str) -> set[str]:
    """Name -> what its words begin with: "Russia" and "Russians" are as good as one."""
    return {word[:_KIN] for word in name.split()}


def _names(text: str) -> Iterator[str]:
    """Text -> the runs of capitals in its opening that do not only begin a sentence or stand in its title."""
    title = text.find("\n") + 1
    for match in _NAME.finditer(text, title, title + _OPENING):
        words = match[0].split()
        if _STARTS.search(text, max(0, match.start() - 3), match.start()) and _is_plain(words[0], text):
            words = words[1:]
        while words and (words[0].islower() or is_stamp(folded(words[0])) or words[0] in _titles()):
            words = words[1:]
        name = " ".join(words)
        if name and not all(is_common(folded(word)) for word in words) and (len(name) <= _LOUD or not name.isupper()):
            yield name


def _is_plain(word: str, text: str) -> bool:
    """Whether a word that begins a sentence is one that stands elsewhere in small letters, or might."""
    return is_common(folded(word)) or f" {word.lower()} " in text


@cache
def _titles() -> frozenset[str]:
    return frozenset(load("stories.yaml")["titles"])
