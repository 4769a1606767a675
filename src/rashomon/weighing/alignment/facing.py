"""Clauses of two accounts that tell one thing, in whatever words, and where what they tell cannot both hold."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any

from rashomon.model import Span, StoryEntity
from rashomon.stories.joining import Likely
from rashomon.weighing.alignment.axes import axis_of
from rashomon.weighing.alignment.by_happening import by_happening
from rashomon.weighing.alignment.disputed import disputed
from rashomon.weighing.alignment.in_common import (
    fit_besides,
    is_of_another_moment,
    is_of_something_open,
    is_sure,
    may_agree,
    shared_words,
    stems,
    tell_of_two_places,
    tell_two,
    times_fit,
)
from rashomon.weighing.alignment.moments import of_one_moment
from rashomon.weighing.alignment.parts import Fit, are_two, fit, is_somebody
from rashomon.weighing.alignment.sole_figures import sole_figures
from rashomon.weighing.alignment.stances import Facing, against, stance_slot
from rashomon.weighing.alignment.tallied import counts, ranked, turned
from rashomon.weighing.alignment.tellings import Telling
from rashomon.weighing.alignment.values import (
    Values,
    conflicts,
    dated_otherwise,
    elsewhere,
    same_figures,
)
from rashomon.weighing.compared.done_to import are_two_deeds
from rashomon.weighing.compared.given_both import gives_both
from rashomon.weighing.compared.shares import is_of_some_votes
from rashomon.weighing.compared.sides import are_apart, are_opposed, sides
from rashomon.weighing.compared.wordings import told_in_common
from rashomon.weighing.compared.words import stem

_CROWD = 300  # tellings of one deed; more of them tell nothing apart
_SURE = 4.0  # how near two tellings must be that agree
_NEAR = 3.0  # and two that do not, where each has no other partner
_STEP = 0.5  # by so much the best partner must be nearer than the next
_MOST_WORDS = 4
_TELLING = 2
_FEW = 4  # a smaller figure, everybody may give


def facing(told: Sequence[Telling], people: Mapping[str, StoryEntity], likely: Likely) -> list[Facing]:
    """What the accounts of a story tell -> pairs of one thing, the surest first, each the best of its two accounts.

    ``likely`` is how likely the story's words for happenings are for one, by pairs of them.
    """
    values = {one: Values(one) for one in told}
    vouched = [one for one in told if not one.disowned]
    candidates = list(_candidates(vouched, values))
    pairs = [pair for a, b in candidates if (pair := _face(values[a], values[b], people))]
    pairs = [pair for pair in pairs if not _is_weighed(pair, candidates, people)]
    pairs += [*counts(vouched), *turned(vouched, people), *sole_figures(vouched, people)]
    pairs = [p for p in pairs if not any(gives_both(d, p.one.reading, p.two.reading) for d in p.differences)]
    kept = _best_of_both([pair for pair in pairs if not _are_of_two_votes(pair)])
    paired = {(of, other.article) for p in kept for of, other in ((p.one, p.two), (p.two, p.one))}
    judged = [*by_happening(told, values, people, likely), *disputed(told, values, people)]
    judged = [pair for pair in judged if not _are_of_two_votes(pair)]
    return kept + _best_of_both([p for p in judged if not {(p.one, p.two.article), (p.two, p.one.article)} & paired])


def _are_of_two_votes(pair: Facing) -> bool:
    """Whether two tellings part in shares of the vote of which one is that of some voters: "of the youth vote"."""
    texts = {one.article: one.reading for one in (pair.one, pair.two)}
    places = [
        (texts[v.article], Span(v.start, v.end)) for d in pair.differences if d.slot == "amount" for v in d.values
    ]
    return any(is_of_some_votes(*place) for place in places)


def _best_of_both(pairs: Sequence[Facing]) -> list[Facing]:
    """Pairs -> those that are the best of both for the other's account, the surest first.

    Two that part in a figure have no rival in a clause that gives none.
    """
    best: dict[tuple[Telling, str], list[Facing]] = defaultdict(list)
    for pair in pairs:
        best[pair.one, pair.two.article].append(pair)
        best[pair.two, pair.one.article].append(pair)

    def is_best(pair: Facing) -> bool:
        by_figures = any(found.slot == "amount" for found in pair.differences)
        margin = _STEP if pair.differences else 0.0
        rivals = [*best[pair.one, pair.two.article], *best[pair.two, pair.one.article]]
        return all(
            {rival.one, rival.two} == {pair.one, pair.two}
            or (by_figures and not rival.has_figures)
            or (rival.score <= pair.score and _tell_it_once_more(pair, rival))
            for rival in rivals
            if rival.score > pair.score - margin
        )

    kept = [pair for pair in pairs if is_best(pair)]
    return sorted(kept, key=lambda p: (-p.score, p.one.article, p.one.mark.start, p.two.article, p.two.mark.start))


def _tell_it_once_more(pair: Facing, rival: Facing) -> bool:
    """Whether two pairs part in one thing that an account tells twice: "refused to concede", "denied the result"."""
    slots = {difference.slot for difference in pair.differences}
    return slots == {stance_slot(pair.one)} == {difference.slot for difference in rival.differences}


def _is_weighed(pair: Facing, candidates: Sequence[tuple[Telling, Telling]], people: Mapping[str, StoryEntity]) -> bool:
    """Whether of two tellings that part one is told by the other's account too: it has both sides itself."""
    if stance_slot(pair.one) not in {difference.slot for difference in pair.differences}:
        return False
    both = {pair.one, pair.two}
    return any(
        (a in both) != (b in both)
        and {a.article, b.article} == {pair.one.article, pair.two.article}
        and against(a, b) is None
        and {fit(a.doer, b.doer, people), fit(a.thing, b.thing, people)} in ({"same"}, {"same", "open"})
        for a, b in candidates
    )


def _candidates(told: Sequence[Telling], values: Mapping[Telling, Values]) -> Iterator[tuple[Telling, Telling]]:
    """Tellings -> pairs of two accounts that can tell one deed or two sides of one thing."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(told):
        for key in one.deeds if not one.axis else {f"axis {one.axis}"}:
            holders[key].append(i)
        for key in _figures(values[one]) if not one.axis and one.count is None and not one.rank else ():
            holders[key].append(i)
    pairs = {pair for held in holders.values() if len(held) <= _CROWD for pair in combinations(held, 2)}
    for a, b in sorted(pairs):
        if told[a].article != told[b].article:
            yield told[a], told[b]


def _figures(one: Values) -> Iterator[str]:
    """What a clause gives an amount of, that hardly anything else has: 12 million euros, 14.1 percent; no people."""
    for (role, unit), amounts in one.amounts.items():
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
    figures = set(_figures(one)) & set(_figures(two))
    words = shared_words(a, b) + len(told_in_common(a.thing.keys, b.thing.keys) - a.thing.entities)
    clash = are_two(a.doer, b.doer, people) or conflicts(one, two)[0] or a.denied != b.denied
    known = "same" in {fit(a.doer, b.doer, people), fit(a.thing, b.thing, people)}
    if not figures or not known or words < 1 or clash or not times_fit(a, b) or dated_otherwise(one, two):
        return None
    if _turn_apart(a.verb, b.verb):
        return None  # what rose and what fell by five percent
    same = same_figures(one, two)
    mine, yours = ([(of.reading, span) for name, span in same if name == of.article] for of in (a, b))
    if any(are_two_deeds(*pair) for pair in product(mine, yours)):
        return None
    return Facing(_SURE + 0.5 * min(words, _MOST_WORDS), a, b, (), same)


def _turn_apart(one: Any, two: Any) -> bool:
    """Whether two verbs are of opposite deeds, or tell that something rose and that it fell."""
    return are_opposed(one.lemma_.lower(), two.lemma_.lower()) or are_apart(sides(one.text), sides(two.text))


def _face(one: Values, two: Values, people: Mapping[str, StoryEntity]) -> Facing | None:
    a, b = one.of, two.of
    if a.count is not None or b.count is not None:
        return None
    if a.rank and b.rank:
        return ranked(a, b, people)
    if not times_fit(a, b) or elsewhere(one, two) or tell_two(a, b):
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
    if a.axis and axis_of(a.axis).get("things") and not _are_of_one_kind(a, b, people):
        return None
    if a.axis and axis_of(a.axis).get("changes") and _may_have_changed(a, b):
        return None
    parted, same = conflicts(one, two)
    if any(found.slot == "duration" for found in parted) and _are_elsewhere_busy(one, two):
        return None
    state = against(a, b)
    if state is not None and not a.axis and (is_of_another_moment(a) or is_of_another_moment(b)):
        return None
    words = shared_words(a, b)
    score = 2.0 * (thing == "same") + 2.0 * (doer == "same") + (1.0 if a.axis else 0.5 * bool(stems(a) & stems(b)))
    score += 0.5 * min(words, _MOST_WORDS) + same
    measured = any(found.slot in {"amount", "duration"} for found in parted)
    score += 0.5 * measured
    if state is not None:
        parted = [other for other in parted if other.slot not in {"amount", "duration"}]  # these follow from it
    found = tuple([state] if state else []) + tuple(parted)
    if len(found) > 1 or score < (_NEAR if found else _SURE):
        return None
    if found and (not of_one_moment(one, two, found[0]) or any(map(is_of_something_open, (a, b)))):
        return None
    if found and tell_of_two_places(a, b):
        return None
    if not found and not (fit_besides(one, two) and _agree(a, b, (doer, thing), words + same)):
        return None
    if (
        found
        and (not a.axis or found[0].slot == "when")
        and not is_sure(one, two, (doer, thing), same + words + measured, people, found)
    ):
        return None
    return Facing(score, a, b, found, same_figures(one, two))


def _are_elsewhere_busy(one: Values, two: Values) -> bool:
    """Whether what two clauses have behind a preposition is two: years "with the team", and "for the department"."""
    behind = [
        {
            stem(t.lemma_.lower())
            for t in x.of.tokens
            if t.dep_ == "pobj" and not any(time.span.start <= t.idx < time.span.end for time in x.times)
        }
        for x in (one, two)
    ]
    return all(behind) and behind[0].isdisjoint(behind[1])


def _are_of_one_kind(one: Telling, two: Telling, people: Mapping[str, StoryEntity]) -> bool:
    """Whether two things are no persons, and one kind where both are told, or one and the other's clause has it."""
    if any(is_somebody(x.thing, people) for x in (one, two)):
        return False
    return all(
        not a.thing.kinds or a.thing.kinds & (b.thing.kinds | b.words.keys()) for a, b in ((one, two), (two, one))
    )


def _may_have_changed(one: Telling, two: Telling) -> bool:
    """Whether one clause tells how it was, and the other how it is; "said that he was" can be for "is"."""
    before = [x for x in (one, two) if x.time == "past" and (x.statement is None or x.statement.utterances)]
    return len({one.time, two.time}) > 1 and bool(before)


def _agree(one: Telling, two: Telling, parts: tuple[Fit, Fit], besides: int) -> bool:
    """Whether two clauses that do not part tell one thing: of one doer, done to one thing, or with more in common."""
    if not may_agree(one, two):
        return False
    one_word = bool(stems(one) & stems(two)) and bool(one.doer.entities & two.doer.entities)
    return besides > _TELLING if parts[0] != "same" else parts[1] == "same" and (besides > 0 or one_word)


def _by_subject(axis: str) -> bool:
    return bool(axis_of(axis).get("of") == "subject")
