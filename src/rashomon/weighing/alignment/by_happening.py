"""Clauses of two accounts whose verbs the judges of happenings hold likely for one: they agree, or part in one value.

To the judges (stories/joining.py) "bought" and "sold" of one deal are likely for one, and so are "resigned" and
"refused to resign". What is likely for one happening, of one doer or done to one thing, and parts in one value alone,
accounts tell against one another.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from rashomon.model import Difference, Span, StoryEntity
from rashomon.stories.joining import Likely, Place
from rashomon.text.grammar import is_finite
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
from rashomon.weighing.alignment.parts import Fit, fit
from rashomon.weighing.alignment.stances import Facing, against
from rashomon.weighing.alignment.tellings import Telling
from rashomon.weighing.alignment.values import Values, conflicts, elsewhere, same_figures, value
from rashomon.weighing.claims.quotations import same_speaker
from rashomon.weighing.compared.sides import are_opposed
from rashomon.weighing.compared.wordings import kin
from rashomon.weighing.compared.words import stem

_STATES = frozenset({"be", "have"})
_LINKING = frozenset({"become", "prove", "remain", "seem", "stay"})
"""Verbs that tell nothing without their complement: who remains in the race, and who remains in hospital."""
_OPEN = frozenset({"break", "bring", "call", "come", "get", "give", "go", "make", "put", "run", "set", "take", "turn"})
"""Verbs that tell another deed with a particle: what took two hours, and what took off."""
_LIKELY = 0.5  # that two words are for one happening
_VERY_LIKELY = 0.8


def by_happening(
    told: Sequence[Telling], values: Mapping[Telling, Values], people: Mapping[str, StoryEntity], likely: Likely
) -> list[Facing]:
    """Tellings, their values, a story's entities, how likely its words are for one happening -> pairs of one thing."""
    pairs = (
        judge(values[a], values[b], how, people)
        for a, b, how in _judged(told, likely)
        for judge in (_agreeing, _apart_in_one)
    )
    return [pair for pair in pairs if pair is not None]


def _judged(told: Sequence[Telling], likely: Likely) -> Iterator[tuple[Telling, Telling, float]]:
    """Tellings -> pairs whose verbs are likely for one happening, with how likely."""
    plain: dict[Place, list[Telling]] = defaultdict(list)
    for one in told:
        if not one.axis and one.count is None and not one.rank:
            plain[one.article, Span(one.verb.idx, one.verb.idx + len(one.verb))].append(one)
    for (first, second), how in likely.items():
        if how >= _LIKELY:
            yield from ((a, b, how) for a, b in product(plain.get(first, ()), plain.get(second, ())))


def _agreeing(one: Values, two: Values, how: float, people: Mapping[str, StoryEntity]) -> Facing | None:
    """Two clauses whose verbs are likely for one happening -> a pair, where doer and thing, or one of the two, are one.

    Who is not said to be the same stays apart however sure the judges are: two climbers fell in one story. Verbs of one
    happening can be opposites: so this tells no conflict, and what has an opposite verb, a word of denial, another
    figure or another day than the other does not agree with it, nor what has a verb that cannot stand for the other's.
    """
    a, b = one.of, two.of
    parts = {fit(a.doer, b.doer, people), fit(a.thing, b.thing, people)}
    if not (_is_plain(a) and _is_plain(b)):
        return None
    sure = (parts == {"same"} and how >= _LIKELY) or (parts == {"same", "open"} and how >= _VERY_LIKELY)
    verbs = a.verb.lemma_.lower(), b.verb.lemma_.lower()
    apart = are_opposed(*verbs) or a.verb.lemma_ in _STATES or not kin(verbs[0]) & kin(verbs[1])
    apart |= verbs[0] == verbs[1] in _OPEN and _particle(a) != _particle(b)
    apart |= verbs[0] in _LINKING and not _complements_meet(a, b)
    apart |= "open" in parts and not _owners_meet(a, b)
    if not sure or apart or not times_fit(a, b) or elsewhere(one, two) or tell_two(a, b):
        return None
    if a.statement is not None and b.statement is not None:
        return None  # what two say is held against each other whole, as statements are
    if a.denied != b.denied or conflicts(one, two)[0] or not (fit_besides(one, two) and may_agree(a, b)):
        return None
    return Facing(how, a, b, (), same_figures(one, two))


def _apart_in_one(one: Values, two: Values, how: float, people: Mapping[str, StoryEntity]) -> Facing | None:
    """Two clauses whose verbs are likely for one happening -> a pair, where they part in one value and nothing else."""
    a, b = one.of, two.of
    parts = _doers_fit(a, b, people), fit(a.thing, b.thing, people)
    if "apart" in parts or "same" not in parts or any(map(is_of_something_open, (a, b))):
        return None
    if elsewhere(one, two) or tell_two(a, b) or tell_of_two_places(a, b) or a.verb.lemma_ in _STATES:
        return None
    if (a.disowned or b.disowned) and not (a.disowned != b.disowned and _are_of_one_speaker(a, b)):
        return None
    opposed = are_opposed(a.verb.lemma_.lower(), b.verb.lemma_.lower())
    state = _turned(a, b, parts) if opposed else against(a, b)
    parted, same = conflicts(one, two)
    found = [*([state] if state else []), *parted]
    ordered = parts == ("same", "same") and [d.slot for d in found] == ["amount"]  # "will buy 30", "has ordered 45"
    if (
        len(found) != 1
        or not (times_fit(a, b) or ordered)
        or (opposed and not state)
        or not of_one_moment(one, two, found[0])
    ):
        return None
    if state and not opposed:
        sure = _tell_one_denied(a, b, parts)
    else:
        sure = is_sure(one, two, parts, shared_words(a, b) + same + 1, people, found)
    return Facing(how, a, b, tuple(found), same_figures(one, two)) if sure else None


def _particle(one: Telling) -> str:
    """The particle of a clause's verb, "" without one: "took off"."""
    return next((str(c.lower_) for c in one.verb.children if c.dep_ == "prt"), "")


def _complements_meet(one: Telling, two: Telling) -> bool:
    """Whether two clauses share a telling word besides their verbs and those for who acts or of whom it is so."""
    parts = one.doer.keys | one.thing.keys | two.doer.keys | two.thing.keys
    verbs = {stem(x.verb.lemma_.lower()) for x in (one, two)}
    return bool(one.words.keys() & two.words.keys() - parts - verbs)


def _owners_meet(one: Telling, two: Telling) -> bool:
    """Whether two things that each are somebody's are said to be of the same: "cast his ballot", "their ballots"."""
    owned = [any(c.tag_ == "PRP$" for t in x.tokens if t.head == x.verb for c in t.children) for x in (one, two)]
    return not all(owned) or bool(one.thing.qualities & two.thing.qualities)


def _doers_fit(one: Telling, two: Telling, people: Mapping[str, StoryEntity]) -> Fit:
    """Who acts in two clauses -> whether that is the same; what is nobody, and has two names, leaves it open."""
    found = fit(one.doer, two.doer, people)
    return "open" if found == "apart" and not any(x.doer.entities for x in (one, two)) else found


def _turned(one: Telling, two: Telling, parts: tuple[Fit, Fit]) -> Difference | None:
    """Two clauses whose verbs are opposites -> in what they part: one doer did to one thing this, or the other."""
    if parts != ("same", "same") or one.denied or two.denied:
        return None
    return Difference("result", tuple(sorted(value(x, x.stance) for x in (one, two))), conflict=True)


def _are_of_one_speaker(one: Telling, two: Telling) -> bool:
    """Whether two clauses are told on the word of one person or body."""
    first, second = one.statement, two.statement
    return first is not None and second is not None and same_speaker(first, second)


def _tell_one_denied(one: Telling, two: Telling, parts: tuple[Fit, Fit]) -> bool:
    """Whether of two clauses with one verb, one denied, each says by itself whether it was or will be.

    What only somebody is or does alone ("looked", "is not locked") tells nothing without another word in common.
    """
    whole = all(is_finite(x.verb) and (x.statement is None or x.is_whole) for x in (one, two))
    if is_of_another_moment(one) or is_of_another_moment(two):
        return False
    about = parts == ("same", "same") or shared_words(one, two) > 0
    return bool(stems(one) & stems(two)) and whole and about


def _is_plain(one: Telling) -> bool:
    """Whether a telling is a clause for itself, and not told by the way or denied by whoever is quoted."""
    return not one.disowned and one.verb.dep_ not in {"relcl", "acl"}
