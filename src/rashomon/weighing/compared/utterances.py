"""Quotations word for word: whether two stretches between quotation marks are one utterance, as each account cut it.

Accounts change what they quote: capitals and punctuation, ends cut off, "[him]" for "me", "(the Russian president)"
put in, "…" for what is left out, a typing error mended. All that leaves the order of the words. Two remarks that merely
share a phrase part before and after it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice

from rashomon.lexicon.files import load
from rashomon.stories.terms import is_common, rarity

QUOTED_WORDS = 5
"""A shorter quotation is a name or a turn of phrase: others use it too."""
_KEPT = 0.85  # of the shorter's words, in order; set on pairs read by hand (bench/quotations/)
_SKIPPED = 3  # words that an account may put in, leave out or mend at one place without a mark
_ENDS = 8  # words: one quotation's end that is another's beginning
_LONG = 10  # words that nobody else says by chance
_TELLING_WORDS = 2  # rare words that a short quotation needs to be known again on nobody's word
_RARE = 4.0
_RUN = 3
_MOST = 1500  # words of a quotation that are looked at
_PHRASE = 6  # words in one run; two interpreters of one sentence part sooner
_OPENING, _CLOSING, _LEFT_OUT = frozenset("[("), frozenset("])"), frozenset({"…", "..."})
_TOKEN = re.compile(r"[\[(]|[\])]|…|\.\.\.|(?:[A-Za-z]\.){2,}|\w+(?:['’]\w+)*")


@dataclass(frozen=True)
class Utterance:
    """The words of a quotation: which of them stand in brackets, and before which something was left out."""

    words: tuple[str, ...]
    bracketed: frozenset[int]
    cuts: frozenset[int]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its words, each once."""
        return frozenset(self.words)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Its runs of three words."""
        return frozenset(zip(*(self.words[n:] for n in range(_RUN)), strict=False))

    @cached_property
    def phrases(self) -> frozenset[tuple[str, ...]]:
        """Its runs of six words."""
        return frozenset(zip(*(self.words[n:] for n in range(_PHRASE)), strict=False))

    @property
    def own(self) -> int:
        """How many words are not in brackets; all, where nothing is outside of them."""
        return len(self.words) - len(self.bracketed) or len(self.words)


def utterance(text: str) -> Utterance:
    """What stands between quotation marks -> its words in lower case, "E.U." as one, without marks of any kind."""
    words: list[str] = []
    bracketed: set[int] = set()
    cuts: set[int] = set()
    depth = 0
    for token in (match[0] for match in islice(_TOKEN.finditer(text), _MOST)):
        if token in _OPENING:
            depth += 1
        elif token in _CLOSING:
            depth = max(0, depth - 1)
        elif token in _LEFT_OUT:
            cuts.add(len(words))
        else:
            if depth:
                bracketed.add(len(words))
            words.append(token.lower().replace(".", "").replace("’", "'"))
    return Utterance(tuple(words), frozenset(bracketed), frozenset(cuts))


def is_one(one: Utterance, two: Utterance) -> bool:
    """Whether one speaker's two quotations are one utterance: the longer keeps the shorter, or their ends overlap."""
    return _kept(one, two) >= _KEPT or _overlaps(one, two)


def is_one_whoever_spoke(one: Utterance, two: Utterance) -> bool:
    """Whether two quotations are one utterance by their words alone: ten words, or five with two rare ones."""
    short, long = sorted((one, two), key=lambda u: (u.own, u.words))
    if short.own >= _LONG:
        return _kept(one, two) >= _KEPT
    rare = {word for word in short.words if not is_common(word) and rarity(word) >= _RARE}
    return len(rare) >= _TELLING_WORDS and f" {' '.join(short.words)} " in f" {' '.join(long.words)} "


def shares_a_phrase(one: Utterance, two: Utterance) -> bool:
    """Whether two quotations have a run of words in common: one utterance, or a speaker who repeats himself."""
    return bool(one.phrases & two.phrases)


def _kept(one: Utterance, two: Utterance) -> float:
    """Two utterances -> the share of the shorter's own words that the longer has in one stretch, in order."""
    short, long = sorted((one, two), key=lambda u: (u.own, u.words))
    if short.own < QUOTED_WORDS or not short.runs & long.runs:
        return 0.0
    if sum(word in long.vocabulary for word in short.words) < _KEPT * short.own:
        return 0.0  # what follows takes its time
    return min(1.0, max((kept for kept, _, _ in _stretches(short, long)), default=0) / short.own)


def _overlaps(one: Utterance, two: Utterance) -> bool:
    """Whether the last words of one are the first of the other: two cuts of one speech."""
    return any(
        kept >= _ENDS and end == len(a.words) and begin == 0
        for a, b in ((one, two), (two, one))
        if a.words[-_RUN:] in b.runs and b.words[:_RUN] in a.runs
        for kept, end, begin in _stretches(a, b)
    )


def _stretches(one: Utterance, two: Utterance) -> Iterator[tuple[int, int, int]]:
    """Two utterances -> stretches that both have: words kept, its end in the first, its beginning in the second.

    A stretch goes on over a few words that one of them has alone, over words in brackets, and over what a mark says was
    left out.
    """
    kept, begun = 0, 0
    reached: tuple[int, int] | None = None
    for a, b, size in _blocks(one, two):
        if reached is not None and not _goes_on(one, two, reached, (a, b)):
            yield kept, reached[0], begun
            kept, reached = 0, None
        if reached is None:
            begun = b
        kept += size
        reached = (a + size, b + size)
    if reached is not None:
        yield kept, reached[0], begun


def _goes_on(one: Utterance, two: Utterance, end: tuple[int, int], begin: tuple[int, int]) -> bool:
    between = list(zip((one, two), end, begin, strict=True))
    if any(first <= at <= last for said, first, last in between for at in said.cuts):
        return True
    alone = [[said.words[at] for at in range(*gap) if at not in said.bracketed] for said, *gap in between]
    return all(len(words) <= _SKIPPED and not any(map(_turns, words)) for words in alone)


def _turns(word: str) -> bool:
    """Whether a word that one account has alone makes another sentence of it: a negation or a figure."""
    return word.endswith("n't") or word.isdigit() or word in load("quotes.yaml")["turning"].split()


def _blocks(one: Utterance, two: Utterance) -> Iterator[tuple[int, int, int]]:
    """Two utterances -> the runs of words that both have, in order: place in one, place in two, length."""
    matcher = SequenceMatcher(None, one.words, two.words, autojunk=False)
    yield from ((m.a, m.b, m.size) for m in matcher.get_matching_blocks() if m.size)
