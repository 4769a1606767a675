"""What accounts tell of a person beside what he does: how old, of which state, of what rank, under which spelling.

Two accounts that tell an age have a line on it; in the others they have one where they part. Only what stands in the
words for the person counts, and only where an account tells one thing: one that gives two ages contradicts nobody.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from rashomon.lexicon.actors import find_actors, state_name
from rashomon.lexicon.files import load
from rashomon.lexicon.ranks import ranks
from rashomon.lexicon.roles import role_at
from rashomon.model import Difference, EntitySlot, Reading, Sentence, Slot, Span, StoryEntity, Syntax, TextSlot, Value
from rashomon.readers.numerals import number_of
from rashomon.stories.ages import told_ages
from rashomon.stories.romanized import sound
from rashomon.stories.weave import fold
from rashomon.text.grammar import head_of, span_of
from rashomon.weighing.claims.matters import Matter, Weighed
from rashomon.weighing.claims.unread import Unread, claimed
from rashomon.weighing.compared.days import Days, are_two_news, meet, published

_TOLD_WHERE_AGREED = frozenset({"age", "children"})
_PERSONAL = re.compile(r"(?:man|woman|er|or|ist|ian|boy|girl|teen|pilot)$")
_OF_A_STATE = re.compile(r"(?:er|an|on|man|woman)$")
"""Nouns for who is of a state: a New Zealander, a Briton, an Englishman."""
_BEFORE = 24  # characters before a name in which its rank can begin
_MOTHER_OF = (
    r"\b(?:mother|father|mom|mum|dad|parent)[- ]of[- ](?P<number>\d+|[a-z]+)\b(?! (?:girls|boys|sons|daughters))"
)
_PARENT = re.compile(rf"(?i){_MOTHER_OF}")
_PARENT_BEFORE = re.compile(rf"(?i){_MOTHER_OF},? $")
_PARENT_BEHIND = re.compile(
    rf"(?i),? ?[-–—]? ?(?:who |that )?(?:(?:is|was) )?(?:also )?(?:an? |the )?(?:[\w-]+ )?{_MOTHER_OF}"
)
_REACH = 30  # characters before a name
_NEXT_TO = re.compile(r" ")
_NAME = re.compile(r" [A-Z]")
_LED_TO = re.compile(r"(?i), (?:the |an? |who is )?(?:[\w’'&-]+(?:['’]s)? )?")
"""What stands between a name and a post behind it: "Bo Aas, Statex's [chief executive]"."""
_YEAR = 365.25  # days
_LONG = 4  # letters of a name that is one slip away from another


class _Particular(NamedTuple):
    """What one account tells of a person: under which slot, what it comes to, and its words."""

    article: str
    slot: str
    value: str
    span: Span


def particulars(people: Mapping[str, StoryEntity], readings: Sequence[Reading]) -> Weighed:
    """A story's entities and readings -> matters of what several accounts tell of a person, with what they part in."""
    by_name = {reading.article.id: reading for reading in readings if reading.of(Syntax)}
    found: Weighed = []
    for person in (one for one in people.values() if one.kind == "person" and " " in one.name):
        told: dict[str, dict[str, list[_Particular]]] = defaultdict(lambda: defaultdict(list))
        for one in _of(person, by_name):
            told[one.slot][one.article].append(one)
        for slot in sorted(told):
            sole = [given[0] for _, given in sorted(told[slot].items()) if len({fold(x.value) for x in given}) == 1]
            apart = _ages_apart(sole, by_name) if slot == "age" else _apart(slot, sole)
            if len(sole) > 1 and (apart or slot in _TOLD_WHERE_AGREED):
                values = tuple(Value(x.article, x.value, x.span.start, x.span.end) for x in sole)
                otherwise = len({x.value for x in values}) > 1
                parted = (Difference(slot, tuple(sorted(values)), conflict=apart),) if otherwise else ()
                found.append((_matter(person, sole, by_name, people), parted))
    return found


def _apart(slot: str, sole: Sequence[_Particular]) -> bool:
    """Whether two accounts tell what cannot both be so; two spellings of one name from another script can."""
    pairs = combinations(sorted({fold(one.value) for one in sole}), 2)
    if slot == "post":
        return any(_family(a) == _family(b) for a, b in pairs)
    return any(slot != "name" or _are_spelt_apart(a, b) for a, b in pairs)


def _ages_apart(sole: Sequence[_Particular], readings: Mapping[str, Reading]) -> bool:
    """Whether two accounts tell ages that nobody has on the days when they came out: 27 in 2005, 29 in 2007.

    That there is a birthday between two accounts of the same news is not likely.
    """
    out = {name: days for name, reading in readings.items() if (days := published(reading)) is not None}
    ends = sorted(day for days in out.values() for day in days)
    apart = [(a, b) for a, b in combinations(sole, 2) if a.value != b.value]
    return bool(apart) and not (ends and all(_grew_older(a, b, out, (ends[0], ends[-1])) for a, b in apart))


def _grew_older(one: _Particular, two: _Particular, out: Mapping[str, Days], whole: Days) -> bool:
    """Whether somebody can be of two ages in two accounts; one without a day is as old as any of the story."""
    mine, yours = (out.get(x.article, whole) for x in (one, two))
    undated = not {one.article, two.article} <= out.keys()
    later = are_two_news(mine, yours) or (undated and are_two_news((whole[0], whole[0]), (whole[1], whole[1])))
    return later and meet(_born(int(one.value), mine), _born(int(two.value), yours))


def _born(age: int, days: Days) -> Days:
    return days[0] - dt.timedelta((age + 1) * _YEAR), days[1] - dt.timedelta(age * _YEAR)


def _of(person: StoryEntity, readings: Mapping[str, Reading]) -> Iterator[_Particular]:
    for place in (place for place in person.mentions if place.article in readings):
        reading, span = readings[place.article], Span(place.start, place.end)
        named = span.of(reading.text).split()[-1] in {name.split()[-1] for name in person.names}
        for slot, value, words in _told(reading, span, named=named):
            yield _Particular(place.article, slot, value, words)


def _told(reading: Reading, span: Span, *, named: bool) -> Iterator[tuple[str, str, Span]]:
    """Reading and words for a person -> what they tell of him: slot, value, the words that do."""
    for age, words in told_ages(reading.text, span, named=named):
        yield "age", str(age), words
    yield from (("children", number, words) for number, words in _children(reading.text, span, named=named))
    yield from (("nationality", state, words) for state, words in _nationality(reading, span))
    if not named:
        return
    start = max(0, span.start - _BEFORE)
    told = list(_rank().finditer(reading.text[start : span.end]))
    if told:
        yield "grade", ranks()[told[-1][1].lower()], Span(start + told[-1].start(1), span.end)
    yield from (("post", post, words) for post, words in _post(reading.text, span))
    if " " in span.of(reading.text):
        yield "name", " ".join(span.of(reading.text).split()), span


def _nationality(reading: Reading, span: Span) -> Iterator[tuple[str, Span]]:
    """Reading and words for a person -> of which state they, or those beside them, say he is.

    "An Australian climber", "the Briton Bo Aas", "Bo Aas, a British pilot"; not "the Australian minister".
    """
    head = head_of(reading.doc, span)
    nouns = [head, *(c for c in head.children if c.dep_ == "appos"), *([head.head] if head.dep_ == "appos" else [])]
    for noun in nouns:
        before = [t for t in noun.subtree if t.i <= noun.i and t.dep_ in {"amod", "compound", "nmod", noun.dep_}]
        plain = [t for t in before if t.pos_ in {"NOUN", "ADJ", "PROPN"}]
        told = [t for t in plain if t.tag_ in {"JJ", "NNP"} or _OF_A_STATE.search(t.lower_)]
        personal = any(t.pos_ == "NOUN" and _is_personal(t.lemma_.lower()) for t in plain)
        people = any(
            t.pos_ in {"NOUN", "PROPN"} and _OF_A_STATE.search(t.lower_) and find_actors(t.text) for t in plain
        )
        states = {found.actor.state for found in find_actors(" ".join(t.text for t in told))} - {""}
        born = any("born" in t.lower_ for t in noun.subtree)  # a New Zealand-born Australian
        if len(states) == 1 and (personal or people) and not born:
            yield state_name(states.pop()), span_of(plain)


def _post(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """Text and a person's name in it -> the post right before it, or behind, and before no other name: "COO Bo Aas"."""
    before = _posts().search(text, max(0, span.start - _REACH), span.start)
    behind = _posts().search(text, span.end, span.end + _REACH)
    if before is not None and _NEXT_TO.fullmatch(text, before.end(), span.start):
        found = [before]
    else:
        own = behind is not None and _LED_TO.fullmatch(text, span.end, behind.start())
        found = [behind] if behind is not None and own and not _NAME.match(text, behind.end()) else []
    for match in found:
        lead = [word.lower() for word in re.findall(r"\w+", text[max(0, match.start() - _BEFORE) : match.start()])[-1:]]
        lower = [word for word in lead if word in load("particulars.yaml")["lower"]]
        if not set(lead) & set(load("particulars.yaml")["not_held"]):
            post = _called()[match[0].lower().rstrip(".")]
            yield " ".join([*lower, post]), Span(min(match.start(), span.start), max(match.end(), span.end))


@cache
def _called() -> Mapping[str, str]:
    """What texts call posts -> the posts."""
    return {name: post for post, told in load("particulars.yaml")["posts"].items() for name in told["called"]}


@cache
def _posts() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(sorted(_called(), key=len, reverse=True))})\b\.?")


def _family(post: str) -> str:
    return str(next(told["of"] for name, told in load("particulars.yaml")["posts"].items() if post.endswith(name)))


def _children(text: str, span: Span, *, named: bool) -> Iterator[tuple[str, Span]]:
    """Text and words for a person in it -> of how many it tells that he is the parent: "Ann Berg, a mother of 12"."""
    found = [_PARENT.search(text, span.start, span.end)]
    if named:
        found += [
            _PARENT_BEFORE.search(text, max(0, span.start - _REACH), span.start),
            _PARENT_BEHIND.match(text, span.end),
        ]
    for match in found:
        number = number_of(match["number"]) if match is not None else None
        if match is not None and number is not None:
            yield f"{number:g}", Span(min(match.start(), span.start), max(match.end(), span.end))


def _is_personal(noun: str) -> bool:
    """Whether a noun is for a person whose state is nobody's office: a climber, no minister."""
    role = role_at([noun])
    of_people = noun in load("units.yaml")["people"] or _PERSONAL.search(noun) is not None
    return of_people and (role is None or role.denotes != "office")


def _are_spelt_apart(one: str, two: str) -> bool:
    """Whether two full names part in a slip of the last word: "Rait" and "Raite", not "Gaddafi" and "Qaddafi".

    "Awards" can be more than one "Award".
    """
    (*first, a), (*second, b) = one.split(), two.split()
    slip = min(len(a), len(b)) >= _LONG and DamerauLevenshtein.distance(a, b) == 1 and not _is_spoken_so(a, b)
    return first[:1] == second[:1] and slip and sound(a).removesuffix("s") != sound(b).removesuffix("s")


def _is_spoken_so(one: str, two: str) -> bool:
    """Whether one of two names has a vowel within that the other does not write: "Dagalo", "Daglo"."""
    short, long = sorted((one, two), key=len)
    return any(long[:i] + long[i + 1 :] == short and long[i] in "aeiou" for i in range(1, len(long) - 1))


@cache
def _rank() -> re.Pattern[str]:
    return re.compile(rf"(?i:\b({'|'.join(ranks())}))\.?(?= (?:\[?[A-Z][\w’'.-]*\]? )*[A-Z][\w’'-]+$)")


def _matter(
    person: StoryEntity, told: Sequence[_Particular], readings: Mapping[str, Reading], people: Mapping[str, StoryEntity]
) -> Matter:
    """A person and what accounts tell of him under one slot -> their claims, what most tell first."""
    usual = Counter(one.value for one in told)
    matter = []
    for one in sorted(told, key=lambda one: (-usual[one.value], one.article)):
        reading = readings[one.article]
        sentence = next((s.span for s in reading.of(Sentence) if s.span.meets(one.span)), one.span)
        said = load("particulars.yaml")["said"][one.slot].format(who=person.name, value=one.value)
        slots: dict[str, Slot] = {
            "actor": EntitySlot((person.id,), person.name, one.span),
            "particular": TextSlot(said, one.span),
        }
        matter.append(claimed(Unread(reading, one.span, one.span, one.span, sentence), "background", slots, people))
    return matter
