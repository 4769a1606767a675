"""Days by their names, and years, in which accounts of one deed say it was done: "on Thursday" here, "on Friday" there.

Where an account's own day is unknown, so is the day of its "Thursday"; two names of days for one deed are against each
other all the same. What is so of the night between two days can be told of either.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from rashomon.linking.dates.calendar import MONTHS, WEEKDAYS
from rashomon.model import Difference, Span, Syntax, Time, Value
from rashomon.text.grammar import SUBJECTS, is_finite, span_of, tokens_in
from rashomon.weighing.claims.passages import verb_of
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.days import LEADING_ON, Days, closed, meet
from rashomon.weighing.compared.heads import is_of_a_noun_within
from rashomon.weighing.compared.sentences import days_in_words
from rashomon.weighing.compared.wordings import kin
from rashomon.weighing.compared.words import bag, shared

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
_IN_A_YEAR = len("1957")
_MUCH = 0.5  # of the weight of the shorter's telling words
_WHOLE = 0
"""The place of a month as a whole among its days."""


class _Named(NamedTuple):
    """A day or year by its name: kind and place in its row, the verb that was done in it, and its words.

    ``days`` are the first and last that it can be, None where nothing tells; ``is_dated`` tells that it stands in a
    claim whose own days are known.
    """

    kind: str
    place: tuple[int, int]
    deed: str
    value: Value
    days: Days | None
    is_dated: bool

    def is_against(self, other: "_Named", matter: Sequence[Told]) -> bool:
        """Whether verbs for one deed have another day each."""
        if self.kind != other.kind or self.place == other.place or kin(self.deed).isdisjoint(kin(other.deed)):
            return False
        if (self.is_dated and other.is_dated) or (self.days and other.days and meet(self.days, other.days)):
            return False
        texts = {one.claim.article: one.text for one in matter}
        if self.place[0] == other.place[0] and _WHOLE in {self.place[1], other.place[1]}:
            return False  # a month, and a day of it
        next_to = self.kind != "year" and abs(self.place[-1] - other.place[-1]) in {1, len(WEEKDAYS) - 2}
        return not (next_to and _is_of_a_night(texts, self.value, other.value))


def days_apart(matter: Sequence[Told]) -> Difference | None:
    """A matter -> the days, or years, for its deed where two accounts each name one, and these are two; else None."""
    told: dict[tuple[str, bool], dict[tuple[int, int], _Named]] = defaultdict(dict)
    if len({one.claim.article for one in matter}) < 2:
        return None
    for one in matter:
        if one.reading.of(Syntax) and (one.is_event or one.is_figure or one.is_passed_on):
            for day in _days(one):
                told[one.claim.article, day.kind == "year"][day.place] = day
    sole = [day for found in told.values() if len(found) == 1 for day in found.values()]
    pairs = [(a, b) for a, b in combinations(sole, 2) if a.is_against(b, matter)]
    values = {day.value for pair in pairs for day in pair}
    return Difference("when", tuple(sorted(values)), conflict=True) if values else None


def _days(one: Told) -> Iterator[_Named]:
    """Deed -> each day and year that its account names for it, in its sentence or for a verb that can be its verb."""
    doc = one.reading.doc
    within = one.sentence
    years = [t for t in one.reading.of(Time) if t.value.isdecimal() and len(t.value) == _IN_A_YEAR]
    if not any(within.covers(t.span) for t in years) and _NAME.search(one.text, within.start, within.end) is None:
        return
    told = tokens_in(doc, one.trigger) if one.is_event and one.trigger else [verb_of(one)]
    deed = next((t for t in told if t is not None and t.pos_ == "VERB"), None)
    if deed is None:
        return
    main = _main(deed)
    named = [(_day(tokens_in(doc, Span(*match.span()))[0])) for match in _NAME.finditer(one.text)]
    for kind, place, tokens in [*(found for found in named if found is not None), *(_year(doc, t) for t in years)]:
        token = tokens[0]
        before = token.nbor(-1).lower_ if token.i else ""
        if before not in _OTHER and not is_of_a_noun_within(token) and _is_told_of(token, main, one):
            words = span_of(tokens)
            found = ((t.earliest, t.latest) for t in one.reading.of(Time) if t.span.meets(words))
            days = next((known for bounds in found if (known := closed(bounds))), None)
            value = Value(one.claim.article, _shown(words.of(one.text), kind, place, days), words.start, words.end)
            yield _Named(kind, place, main.lemma_.lower(), value, days, one.is_event and one.bounds is not None)


def _shown(words: str, kind: str, place: tuple[int, int], days: Days | None) -> str:
    """Words for a day or year -> the same, with the year or day that they are for where they do not tell it."""
    if kind == "year":
        return words if str(place[1]) in words else f"{words} ({place[1]})"
    return f"{words} ({days_in_words(*days)})" if kind == "weekday" and days else words


def _is_told_of(token: Any, main: Any, one: Told) -> bool:
    """Whether a day tells when a deed was, or, in another sentence, one whose verb can stand for the deed's."""
    other = _main(_above(token))
    if one.sentence.start <= token.idx < one.sentence.end:
        told = other == main or (token.i < other.i and _goes_on(main, other))
        return bool(told and not any(t.lower_ in LEADING_ON for t in token.doc[main.i : token.i]))
    again = other == main or (kin(other.lemma_.lower()) & kin(main.lemma_.lower()) and _is_told_again(one, main, other))
    return one.is_event and bool(again)


def _is_told_again(one: Told, main: Any, other: Any) -> bool:
    """Whether another verb's sentence is of the same deed: "convicted of fraud", not "convicted of arson" in 1959."""
    mine, yours = dict(one.bag), bag(other.sent.text)
    for word in {*bag(main.text), *bag(other.text)}:
        mine.pop(word, None)
    return not mine or shared(mine, yours)[0] >= _MUCH


def _year(doc: Any, time: Time) -> tuple[str, tuple[int, int], list[Any]]:
    """Time of a year ("1957", "later that year") -> the year, and its words."""
    return "year", (0, int(time.value)), list(tokens_in(doc, time.span))


def _day(token: Any) -> tuple[str, tuple[int, int], list[Any]] | None:
    """Token -> the weekday, or the month and its day if any, that it names, and the words; None for no such."""
    if token.pos_ not in _NAMES:
        return None
    if token.text in _WEEK:
        return "weekday", (0, _WEEK.index(token.text)), [token]
    if token.text in _YEAR:
        around = [token.nbor(n) for n in (1, -1) if 0 <= token.i + n < len(token.doc)]
        number = next((t for t in around if _DAY.match(t.text)), None)
        day = int(re.sub(r"\D", "", number.text)) if number is not None else _WHOLE
        return "date", (_YEAR.index(token.text), day), [token, *([number] if number is not None else [])]
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


def _goes_on(verb: Any, first: Any) -> bool:
    """Whether a verb stands beside another one whose doer and opening it has: "In 1967 he shot and [killed] him"."""
    return verb.dep_ == "conj" and verb.head == first and not any(c.dep_ in SUBJECTS for c in verb.children)


def _is_set_apart(verb: Any) -> bool:
    """Whether a word tells that it went on at another time: "after opening fire"."""
    return any(c.dep_ in {"mark", "prep", "advmod"} and c.i < verb.i for c in verb.children)


def _is_of_a_night(texts: Mapping[str, str], *days: Value) -> bool:
    """Whether a day is told with a part of it in which it passes into the next."""
    around = (texts[day.article][max(0, day.start - 20) : day.end + 20].lower() for day in days)
    return any(not _AT_NIGHT.isdisjoint(re.findall(r"[a-z]+", words)) for words in around)
