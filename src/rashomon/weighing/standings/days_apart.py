"""Days by their names on which accounts of one deed say it was done: "on Thursday" here, "on Friday" there.

Where an account's own day is unknown, so is the day of its "Thursday"; two names of days for one deed are against each
other all the same. What is so of the night between two days can be told of either.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from rashomon.linking.dates.calendar import MONTHS, WEEKDAYS
from rashomon.model import Difference, Span, Syntax, Value
from rashomon.text.grammar import is_finite, span_of, tokens_in
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.wordings import kin

_WEEK = list(WEEKDAYS)
_YEAR = list(MONTHS)
_NAME = re.compile(rf"\b(?:{'|'.join([*WEEKDAYS[1:], *MONTHS[1:]])})\b")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?$")
_AT_NIGHT = frozenset({"night", "midnight", "late", "early", "overnight", "dawn", "evening", "morning"})
_OTHER = frozenset(
    {"last", "next", "previous", "since", "until", "before", "after", "by", "from", "every", "following"}
)
_GOING_ON = frozenset({"advcl", "acl", "xcomp", "conj"})
_NAMES = frozenset({"PROPN", "NOUN"})


class _Named(NamedTuple):
    """A day by its name: kind and place in the week or the year, the verb that was done on it, and its words."""

    kind: str
    place: tuple[int, int]
    deed: str
    value: Value

    def is_against(self, other: "_Named", matter: Sequence[Told]) -> bool:
        """Whether verbs for one deed have another day each."""
        if self.kind != other.kind or self.place == other.place or kin(self.deed).isdisjoint(kin(other.deed)):
            return False
        texts = {one.claim.article: one.text for one in matter}
        next_to = abs(self.place[-1] - other.place[-1]) in {1, len(WEEKDAYS) - 2}
        return not (next_to and _is_of_a_night(texts, self.value, other.value))


def days_apart(matter: Sequence[Told]) -> Difference | None:
    """A matter -> the days for its deed where two accounts each name one, and these are two; None without."""
    told: dict[str, dict[tuple[int, int], _Named]] = defaultdict(dict)
    if not matter[0].is_event or len({one.claim.article for one in matter}) < 2:
        return None
    for one in matter:
        if one.is_event and one.reading.of(Syntax) and one.bounds is None:
            told[one.claim.article] |= {day.place: day for day in _days(one)}
    sole = [day for found in told.values() if len(found) == 1 for day in found.values()]
    pairs = [(a, b) for a, b in combinations(sole, 2) if a.is_against(b, matter)]
    values = {day.value for pair in pairs for day in pair}
    return Difference("when", tuple(sorted(values)), conflict=True) if values else None


def _days(one: Told) -> Iterator[_Named]:
    """Deed -> each day that its account names for it, in its sentence or for a verb that can stand for its verb."""
    doc = one.reading.doc
    if _NAME.search(one.text, one.sentence.start, one.sentence.end) is None:
        return
    deed = next((t for t in tokens_in(doc, one.trigger) if t.pos_ == "VERB"), None) if one.trigger else None
    if deed is None:
        return
    main = _main(deed)
    for match in _NAME.finditer(one.text):
        token = tokens_in(doc, Span(match.start(), match.end()))[0]
        day = _day(token)
        before = token.nbor(-1).lower_ if token.i else ""
        if day is None or before in _OTHER or token.pos_ not in _NAMES:
            continue
        other = _main(_above(token))
        inside = one.sentence.start <= token.idx < one.sentence.end
        if other == main or (not inside and kin(other.lemma_.lower()) & kin(main.lemma_.lower())):
            place = span_of(day[2])
            value = Value(one.claim.article, place.of(one.text), place.start, place.end)
            yield _Named(day[0], day[1], main.lemma_.lower(), value)


def _day(token: Any) -> tuple[str, tuple[int, int], list[Any]] | None:
    """Token -> the weekday, or the month and its day, that it names, and the words; None for no such."""
    if token.text in _WEEK:
        return "weekday", (0, _WEEK.index(token.text)), [token]
    if token.text in _YEAR:
        around = [token.nbor(n) for n in (1, -1) if 0 <= token.i + n < len(token.doc)]
        number = next((t for t in around if _DAY.match(t.text)), None)
        if number is not None:
            day = int(re.sub(r"\D", "", number.text))
            return "date", (_YEAR.index(token.text), day), [token, number]
    return None


def _above(token: Any) -> Any:
    """Word -> the verb that it hangs on, itself if none."""
    return next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), token)


def _main(verb: Any) -> Any:
    """Verb -> the finite one in whose time it goes on: "foiled an attack on ships [sailing] there, [seizing] ten"."""
    while verb.dep_ in _GOING_ON and verb.tag_ == "VBG" and not is_finite(verb) and not _is_set_apart(verb):
        above = _above(verb)
        if above == verb:  # "A gunman opening fire on Monday", and no verb that it hangs on
            break
        verb = above
    return verb


def _is_set_apart(verb: Any) -> bool:
    """Whether a word tells that it went on at another time: "after opening fire"."""
    return any(c.dep_ in {"mark", "prep", "advmod"} and c.i < verb.i for c in verb.children)


def _is_of_a_night(texts: Mapping[str, str], *days: Value) -> bool:
    """Whether a day is told with a part of it in which it passes into the next."""
    around = (texts[day.article][max(0, day.start - 20) : day.end + 20].lower() for day in days)
    return any(not _AT_NIGHT.isdisjoint(re.findall(r"[a-z]+", words)) for words in around)
