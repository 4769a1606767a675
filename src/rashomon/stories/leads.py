"""What the lead of an article names: the anchor of its happening, by words and figures, and as the text writes it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.lexicon.files import load
from rashomon.stories.terms import WORD, folded, is_common, rarity

LEAD = 300  # characters: the title and the first sentence or two
_STAMPS = re.compile(r"(?:19|20)\d\d")
_NAME = re.compile(r"[A-Z][^\W\d_]+(?:['’-][^\W_]+)*(?: (?:of |de |al |bin )?[A-Z][^\W\d_]+(?:['’-][^\W_]+)*)*")
_STARTS = re.compile(r"(?:^|[.!?:;…\n\"“”‘|•–—-])\W*$")
_NAMES = 4
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
    """Texts of one story -> the few names that most of them have, as they are written, the most telling first."""
    held = Counter(name for text in texts for name in set(_names(text)))
    worth = {name: count * max(rarity(folded(word)) for word in name.split()) for name, count in held.items()}
    wide = [name for name, count in held.items() if count >= max(_WIDELY * len(texts), min(len(texts), 2))]
    chosen: list[str] = []
    for name in sorted(wide, key=lambda name: (-worth[name] * len(name.split()) ** 0.5, name)):
        words = set(name.split())
        if len(chosen) < _NAMES and not any(words & set(other.split()) for other in chosen):
            chosen.append(name)
    return tuple(chosen)


def _names(text: str) -> Iterator[str]:
    """Text -> its runs of capitals that do not only begin a sentence or stand in a title."""
    body = text[text.find("\n") + 1 :] if "\n" in text else text
    for match in _NAME.finditer(body):
        words = match[0].split()
        if _STARTS.search(body, max(0, match.start() - 3), match.start()):
            words = words[1:]
        while words and (is_common(folded(words[0])) or is_stamp(folded(words[0]))):
            words = words[1:]
        if words and not all(is_stamp(folded(word)) for word in words):
            yield " ".join(words)
