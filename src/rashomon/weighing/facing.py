"""Clauses of two accounts that tell one thing, in whatever words, and where what they tell cannot both hold."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from rashomon.lexicon.files import load
from rashomon.model import Difference, Published, Span, StoryEntity, Value
from rashomon.text.grammar import auxiliaries
from rashomon.weighing import places
from rashomon.weighing.days import gap, meet
from rashomon.weighing.measures import hold
from rashomon.weighing.nearness import covers
from rashomon.weighing.sides import are_apart, denies, sides
from rashomon.weighing.tellings import Part, Telling, axis_of
from rashomon.weighing.values import Values, conflicts, counted_otherwise, elsewhere, same_figures, value

Fit = Literal["same", "open", "apart"]
_CROWD = 300  # tellings of one deed; more of them tell nothing apart
_SURE = 4.0  # how near two tellings must be that agree
_NEAR = 3.0  # and two that do not, where each has no other partner
_STEP = 0.5  # by so much the best partner must be nearer than the next
_MOST_WORDS = 4
_DIRECTION = 0  # the pair of opposites.yaml that `direction` of contrasts.yaml tells in one way
_YOUNGER = frozenset({"jr", "jr.", "sr", "sr."})
_TELLING = 2
_WEEK = 7  # days
_FEW = 4  # a smaller figure, everybody may give
_MANY_WORDS = 3
_WEIGHTY = 2.8


@dataclass(frozen=True)
class Facing:
    """Two tellings of one thing, how near they are, and in what they part."""

    score: float
    one: Telling
    two: Telling
    differences: tuple[Difference, ...]
    figures: tuple[tuple[str, Span], ...] = ()
    """Where both give one figure."""


def facing(told: Sequence[Telling], people: Mapping[str, StoryEntity]) -> list[Facing]:
    """What the accounts of a story tell -> pairs of one thing, the surest first, none with two partners in one account."""
    values = {one: Values(one) for one in told}
    pairs = [pair for a, b in _candidates(told) if (pair := _face(values[a], values[b], people))]
    pairs += _counts(told)
    best: dict[tuple[Telling, str], list[float]] = defaultdict(list)
    for pair in pairs:
        best[pair.one, pair.two.article].append(pair.score)
        best[pair.two, pair.one.article].append(pair.score)

    def is_best(pair: Facing) -> bool:
        rivals = [best[pair.one, pair.two.article], best[pair.two, pair.one.article]]
        margin = _STEP if pair.differences else 0.0
        return all(sum(score > pair.score - margin for score in scores) <= 1 for scores in rivals)

    kept = [pair for pair in pairs if is_best(pair)]
    return sorted(kept, key=lambda p: (-p.score, p.one.article, p.one.mark.start, p.two.article, p.two.mark.start))


def _candidates(told: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Tellings -> pairs of two accounts that can tell one deed or two sides of one thing."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(told):
        for key in one.deeds if not one.axis else {f"axis {one.axis}"}:
            holders[key].append(i)
        for key in _figures(one) if not one.axis and one.count is None and not one.rank else ():
            holders[key].append(i)
    pairs = {pair for held in holders.values() if len(held) <= _CROWD for pair in combinations(held, 2)}
    for a, b in sorted(pairs):
        if told[a].article != told[b].article:
            yield told[a], told[b]


def _figures(one: Telling) -> Iterator[str]:
    """What a clause gives an amount of, that hardly anything else has: 12 million euros, 14.1 percent; no people."""
    for (role, unit), amounts in Values(one).amounts.items():
        for amount in amounts:
            if (
                role not in {"change", "before"}
                and unit != "people"
                and amount.value == amount.high
                and amount.value >= _FEW
            ):
                yield f"figure {unit} {amount.value:g}"


def _by_figure(one: Values, two: Values, people: Mapping[str, StoryEntity]) -> Facing | None:
    """Two clauses with one figure -> a pair, where they share telling words besides, and nothing tells them apart."""
    a, b = one.of, two.of
    figures = set(_figures(a)) & set(_figures(b))
    words = _shared_words(a, b) + len(a.thing.keys & b.thing.keys - a.thing.entities)
    clash = _are_two(a.doer, b.doer, people) or conflicts(one, two)[0] or a.denied != b.denied
    known = "same" in {fit(a.doer, b.doer, people), fit(a.thing, b.thing, people)}
    if not figures or not known or words < 1 or clash or not _times_fit(a, b):
        return None
    return Facing(_SURE + 0.5 * min(words, _MOST_WORDS), a, b, (), same_figures(one, two))


def _are_two(one: Part, two: Part, people: Mapping[str, StoryEntity]) -> bool:
    """Whether two parts are two by name."""
    return fit(one, two, people) == "apart" and all(any(_is_named(k, people) for k in p.entities) for p in (one, two))


def _face(one: Values, two: Values, people: Mapping[str, StoryEntity]) -> Facing | None:
    a, b = one.of, two.of
    if a.count is not None or b.count is not None:
        return None
    if a.rank and b.rank:
        return _ranked(a, b)
    if not _times_fit(a, b) or elsewhere(one, two) or _tell_two(a, b):
        return None
    doer, thing = fit(a.doer, b.doer, people), fit(a.thing, b.thing, people)
    if not a.axis and not a.deeds & b.deeds:
        return _by_figure(one, two, people)
    if "apart" in {doer, thing} or "same" not in {doer, thing}:
        return _by_figure(one, two, people) if not a.axis else None
    if a.axis and _by_subject(a.axis) and doer != "same" and not (thing == "same" and a.doer == b.doer):
        return None
    if a.axis and not _by_subject(a.axis) and thing != "same":
        return None
    if a.axis and axis_of(a.axis).get("things") and any(_is_somebody(x.thing, people) for x in (a, b)):
        return None
    parted, same = conflicts(one, two)
    state = _state(a, b)
    words = _shared_words(a, b)
    score = 2.0 * (thing == "same") + 2.0 * (doer == "same") + (1.0 if a.axis else 0.5 * bool(_stems(a) & _stems(b)))
    score += 0.5 * min(words, _MOST_WORDS) + same
    if state is not None:
        parted = [other for other in parted if other.slot not in {"amount", "duration"}]  # these follow from it
    found = tuple([state] if state else []) + tuple(parted)
    if len(found) > 1 or score < (_NEAR if found else _SURE):
        return None
    if found and not _of_one_moment(one, two, found[0]):
        return None
    if not found and (counted_otherwise(one, two) or not _agree(a, b, (doer, thing), words + same)):
        return None
    if (
        found
        and (not a.axis or found[0].slot == "when")
        and not _is_sure(one, two, (doer, thing), same + words, people, found)
    ):
        return None
    return Facing(score, a, b, found, same_figures(one, two))


def _agree(one: Telling, two: Telling, parts: tuple[Fit, Fit], besides: int) -> bool:
    """Whether two clauses that do not part tell one thing: of one doer and done to one thing, or with more in common."""
    if denies(one.span.of(one.reading.text)) != denies(two.span.of(two.reading.text)):
        return False
    return parts == ("same", "same") or (parts[1] == "same" and besides > _TELLING)


def _is_sure(
    one: Values,
    two: Values,
    parts: tuple[Fit, Fit],
    besides: int,
    people: Mapping[str, StoryEntity],
    found: Sequence[Difference],
) -> bool:
    """Whether two clauses of one deed that part tell one thing: of one named doer or with one and the same word."""
    a, b = one.of, two.of
    named = {key for key in (a.doer.entities & b.doer.entities) | (a.thing.entities & b.thing.entities)}
    if parts == ("same", "same"):
        return True
    if any(_is_named(key, people) for key in named):
        return besides > 0 or bool(_stems(a) & _stems(b))
    if (
        found[0].slot == "when"
        and not _days_meet(one, two)
        and any(p.entities for p in (a.doer, a.thing, b.doer, b.thing))
    ):
        return False  # people without a name who do one kind of thing on two days
    return bool(_stems(a) & _stems(b)) and besides > 0


def _days_meet(one: Values, two: Values) -> bool:
    return any(meet((a.earliest, a.latest), (b.earliest, b.latest)) for a in one.days for b in two.days)


def _ranked(one: Telling, two: Telling) -> Facing | None:
    """Two places on a scale -> the tellings where they rank one thing; the places part them."""
    scope = one.thing.qualities & two.thing.qualities
    noun = one.thing.keys & two.thing.keys
    if not ((noun and scope) or (len(scope) > _MANY_WORDS and not (one.thing.keys and two.thing.keys))):
        return None
    parted = ()
    if one.rank != two.rank:
        low, high = (one, two) if one.rank < two.rank else (two, one)
        if any(key.startswith("@") for key in low.thing.loose - high.thing.qualities):
            return None  # the third of one league and the fifth of all
        parted = (Difference("order", tuple(sorted(value(x, x.mark) for x in (one, two))), conflict=True),)
    return Facing(_SURE + 0.1 * len(scope), one, two, parted)


def _counts(told: Sequence[Telling]) -> Iterator[Facing]:
    """Tellings -> pairs that count the same people of one happening: the same number, or two accounts' only ones."""
    by_tally: dict[str, list[Telling]] = defaultdict(list)
    for one in told:
        if one.count is not None:
            by_tally[next(iter(one.deeds))].append(one)
    for held in by_tally.values():
        for a, b in combinations(sorted({one.article for one in held}), 2):
            first, second = [x for x in held if x.article == a], [x for x in held if x.article == b]
            yield from _count_pairs(first, second)


def _count_pairs(first: Sequence[Telling], second: Sequence[Telling]) -> Iterator[Facing]:
    pairs = [(x, y, hold(x.count.amount, y.count.amount)) for x in first for y in second if x.count and y.count]
    same = [(x, y) for x, y, how in pairs if how == "same" and x.count and y.count and x.count.amount.value > 1]
    if same:
        yield Facing(_SURE + 1, *same[0], ())
        return
    x, y, how = pairs[0]
    if len(pairs) != 1 or how != "apart" or not _of_one_group(x, y) or _is_counting(x) or _is_counting(y):
        return
    values = tuple(sorted(value(t, t.count.amount.span) for t in (x, y) if t.count and t.count.amount.span))
    yield Facing(_SURE, x, y, (Difference("amount", values, conflict=_on_one_day(x, y)),))


def _of_one_group(one: Telling, two: Telling) -> bool:
    a, b = one.count, two.count
    return bool(a and b and ((a.is_anybody and b.is_anybody) or a.nouns & b.nouns))


def _of_one_moment(one: Values, two: Values, found: Difference) -> bool:
    """Whether two tellings that part are of one time: what came out a day later may tell what is so a day later."""
    if found.slot == "when":
        sure = _dated_surely(one) and _dated_surely(two) and _close(one, two)
        return sure and (_days_meet(one, two) or _on_one_day(one.of, two.of)) and one.of.axis != "direction"
    if one.days and two.days:
        return _days_meet(one, two)
    undated = any(not isinstance(x.of.reading.published, Published) for x in (one, two))
    not_yet = any(x.of.denied and "have" in auxiliaries(x.of.verb) for x in (one, two))
    return _on_one_day(one.of, two.of) and not (undated and not_yet)


def _dated_surely(one: Values) -> bool:
    """Whether the day of a clause hangs on no guess: its account has a day of print that was given, or it has a date."""
    return one.of.reading.article.published is not None or not one.days


def _close(one: Values, two: Values) -> bool:
    """Whether two days are near enough to be two accounts of one."""
    if _days_meet(one, two) or not one.days or not two.days:
        return True
    known = [(t.earliest, t.latest) for x in (one, two) for t in x.days[:1] if t.earliest and t.latest]
    return len(known) == 2 and gap(*known) <= _WEEK


def _is_counting(one: Telling) -> bool:
    """Whether a number is told as one that will change: "so far", "rose to"."""
    words = f" {one.sentence.of(one.reading.text).lower()} "
    return any(f" {word} " in words for word in load("contrasts.yaml")["counting"])


def _on_one_day(one: Telling, two: Telling) -> bool:
    """Whether both accounts can have come out on one day: the later one may know more."""
    days = one.reading.published, two.reading.published
    first, second = ((d.earliest, d.latest) if isinstance(d, Published) else (None, None) for d in days)
    return meet(first, second)


def _tell_two(one: Telling, two: Telling) -> bool:
    """Whether two clauses have words or places by which they tell two things: "new" and "old", two towns."""
    first, second = (x.span.of(x.reading.text) for x in (one, two))
    kept = [frozenset(side for side in sides(words) if side[0] != _DIRECTION) for words in (first, second)]
    return are_apart(*kept) or places.elsewhere(first, second)


def _times_fit(one: Telling, two: Telling) -> bool:
    return one.time == two.time or "present" in {one.time, two.time}


def _state(one: Telling, two: Telling) -> Difference | None:
    """Two tellings of one thing -> their words, where one tells another side of it, or denies it."""
    if one.axis and one.side != two.side:
        against = not one.denied and not two.denied
    else:
        against = one.denied != two.denied
    if not against:
        return None
    return Difference(stance_slot(one), tuple(sorted(stance(x) for x in (one, two))), conflict=True)


def stance_slot(one: Telling) -> str:
    """A telling -> the slot in which another of the same thing can be against it."""
    return str(axis_of(one.axis)["slot"]) if one.axis else "status"


def stance(one: Telling) -> Value:
    """A telling -> what it tells: the words for its side, else whether it was, is planned, or is denied."""
    if one.axis:
        return value(one, one.stance)
    status = "denied" if one.denied else "planned" if one.time == "ahead" else "happened"
    return Value(one.article, status, one.stance.start, one.stance.end)


def fit(one: Part, two: Part, people: Mapping[str, StoryEntity]) -> Fit:
    """Who or what takes part in two tellings -> whether it is the same, can be, or is not."""
    if one.is_open or two.is_open:
        return "same" if one.loose & two.loose and one.is_open and two.is_open else "open"
    if bool(_YOUNGER & (one.keys | one.qualities)) != bool(_YOUNGER & (two.keys | two.qualities)):
        return "apart"
    if one.entities & two.entities:
        return "same"
    named = [{key for key in part.entities if _is_named(key, people)} for part in (one, two)]
    if one.keys & two.keys and not all(named):
        apart = one.qualities and two.qualities and not one.qualities & two.qualities
        return "apart" if apart else "same"
    names = [{key.removeprefix("@") for key in part} for part in named]
    return "same" if all(names) and covers(*names, people) else "apart"


def _is_somebody(part: Part, people: Mapping[str, StoryEntity]) -> bool:
    known = (people.get(key.removeprefix("@")) for key in part.entities)
    return any(one is not None and one.kind in {"person", "unnamed", "group"} for one in known)


def _is_named(entity: str, people: Mapping[str, StoryEntity]) -> bool:
    """Whether an entity is somebody by name, and not "the bank" or "prosecutors"."""
    known = people.get(entity.removeprefix("@"))
    return known is not None and known.kind not in {"unnamed", "group"} and any(c.isupper() for c in known.name)


def _shared_words(one: Telling, two: Telling) -> int:
    known = one.doer.keys | one.thing.keys
    return sum(
        min(weight, two.words[word]) >= _WEIGHTY
        for word, weight in one.words.items()
        if word in two.words and word not in known
    )


def _stems(one: Telling) -> frozenset[str]:
    return frozenset(deed for deed in one.deeds if " " not in deed)


def _by_subject(axis: str) -> bool:
    return bool(axis_of(axis).get("of") == "subject")
