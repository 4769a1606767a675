"""Parse -> small counts of something: "two banks", "about a dozen ships", "shot seven times", "wed twice".

The reader of amounts leaves these out, for a text is full of them and they have no line of their own. Where the deed is
known to be one they can part two accounts all the same.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.model import Amount, Reading, Span
from rashomon.model import Time as Dated
from rashomon.readers.amounts import bound_before
from rashomon.readers.numerals import number_of
from rashomon.weighing.compared.heads import is_measure, lemma_of

_PLURAL = frozenset({"NNS", "NNPS"})
_DOZEN = "dozen"
_OFTEN = {"twice": 2.0, "thrice": 3.0}
_PERIODIC = frozenset({"a", "an", "as", "the", "this", "that", "each", "every", "per", "his", "her", "its", "their"})
_PARTIAL = frozenset({"other", "more", "another", "last", "final", "next", "first", "further", "additional"})
"""Words by which a number counts only some of them: "two other rifles", "the final two games"."""


def small_counts(reading: Reading, tokens: Iterable[Any]) -> Iterator[Amount]:
    """Reading and words of it -> the counts among them that are no amounts, dates or parts of a count."""
    known = [*(amount.span for amount in reading.of(Amount)), *(time.span for time in reading.of(Dated))]
    for token in tokens:
        if (often := _OFTEN.get(token.lower_)) is not None and _counts_a_deed(token):
            place = Span(token.idx, token.idx + len(token))
            yield Amount(place, often, often, "time", bound=bound_before(reading.text, place.start))
            continue
        noun = _counted(token)
        if noun is None or noun.tag_ not in _PLURAL or is_measure(noun):
            continue
        before = token.i > 0 and (token.nbor(-1).like_num or token.nbor(-1).lower_ == "a")
        start = token.nbor(-1).idx if token.lower_ == _DOZEN and before else token.idx  # "a dozen", "two dozen"
        place = Span(start, max(noun.idx + len(noun), token.idx + len(token)))
        value = number_of(place.of(reading.text)[: token.idx + len(token) - start])
        partial = any(c.lower_ in _PARTIAL for c in noun.children)
        if value is None or partial or any(span.meets(place) for span in known):
            continue
        bound = bound_before(reading.text, start)
        loose = token.lower_ == _DOZEN and bound == "exactly"
        yield Amount(place, value, value, lemma_of(noun), bound="about" if loose else bound)


def _counts_a_deed(adverb: Any) -> bool:
    """Whether an adverb tells how often a deed was done in all: not "twice a week", "twice as many", "twice more"."""
    behind = adverb.nbor(1) if adverb.i + 1 < len(adverb.doc) else adverb
    periodic = behind.lower_ in _PERIODIC or behind.tag_ in {"JJ", "JJR", "RB", "RBR"}
    return adverb.dep_ == "advmod" and adverb.head.pos_ == "VERB" and not periodic


def _counted(token: Any) -> Any:
    """A number word -> the noun that it counts, None for none: "two of them", "10 of the club's 16 games"."""
    if token.lower_ == _DOZEN:
        counts = token.dep_ in {"nummod", "amod", "compound", "nmod", "quantmod"}
    else:
        counts = token.like_num and token.dep_ == "nummod" and token.head.i > token.i
    noun = token.head
    of_all = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.like_num
    return noun if counts and not of_all else None
