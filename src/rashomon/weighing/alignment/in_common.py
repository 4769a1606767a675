"""What two clauses of two accounts have in common besides their deed, and what keeps them apart."""

from collections.abc import Mapping, Sequence
from typing import Any

from rashomon.model import Difference, StoryEntity
from rashomon.text.grammar import is_finite, is_passive
from rashomon.weighing.alignment.axes import axis_of
from rashomon.weighing.alignment.moments import days_meet
from rashomon.weighing.alignment.parts import Fit, is_named
from rashomon.weighing.alignment.tellings import Telling
from rashomon.weighing.alignment.values import Values, counted_otherwise, dated_otherwise
from rashomon.weighing.compared import places
from rashomon.weighing.compared.befores import are_of_two_times
from rashomon.weighing.compared.contrasts import among
from rashomon.weighing.compared.persons import are_one_and_several
from rashomon.weighing.compared.sides import are_apart, denies, sides
from rashomon.weighing.compared.thoughts import is_thought
from rashomon.weighing.compared.words import grams, overlap

_DIRECTION = 0  # the pair of opposites.yaml that `direction` of contrasts.yaml tells in one way
_COPIED = 0.7  # of the shorter's runs of three words
_WEIGHTY = 2.8
_MOMENTS = frozenset({"when", "while", "as", "after", "before", "until", "since", "once"})


def times_fit(one: Telling, two: Telling) -> bool:
    """Whether two clauses are both of what was, or both of what is to be, and neither alone of an earlier happening.

    What was called off has not been, and is not to be.
    """
    if one.off == two.off and one.time != two.time and "present" not in {one.time, two.time}:
        return False
    return not are_of_two_times(one.verb, two.verb)


def tell_two(one: Telling, two: Telling) -> bool:
    """Whether two clauses have words or places by which they tell two things: "new" and "old", two towns, or voters."""
    if among(one.tokens) != among(two.tokens) or are_one_and_several(one.verb, two.verb):
        return True
    first, second = (x.span.of(x.reading.text) for x in (one, two))
    kept = [frozenset(side for side in sides(words) if side[0] != _DIRECTION) for words in (first, second)]
    return are_apart(*kept) or places.elsewhere(first, second)


def is_of_something_open(one: Telling) -> bool:
    """Whether a telling is a relative clause of which nothing tells whom it is about: "a quake that killed 40"."""
    return bool(one.verb.dep_ == "relcl" and (one.thing if is_passive(one.verb) else one.doer).is_open)


def is_of_another_moment(one: Telling) -> bool:
    """Whether a clause denies something for the moment of another: "no shots were fired when he was arrested"."""
    beside = [c for c in one.verb.children if c.dep_ == "advcl"]
    return one.denied and any(m.lower_ in _MOMENTS for clause in beside for m in clause.children)


def tell_of_two_places(one: Telling, two: Telling) -> bool:
    """Whether the sentences of two clauses name two places, and one is relative, or both tell how something moved.

    "Bam fell in a quake that killed 40"; "in Larvik, where many voted last year, turnout fell".
    """
    first, second = (x.sentence.of(x.reading.text) for x in (one, two))
    looser = any(x.verb.dep_ == "relcl" for x in (one, two)) or (bool(one.axis) and axis_of(one.axis).get("things"))
    return bool(looser) and places.elsewhere(first, second)


def fit_besides(one: Values, two: Values) -> bool:
    """Whether no figures and no days of two clauses that do not part keep them apart."""
    return not counted_otherwise(one, two) and not dated_otherwise(one, two)


def shared_words(one: Telling, two: Telling) -> int:
    """How many telling words two clauses have in common besides those for who acts and what it is done to."""
    known = one.doer.keys | one.thing.keys
    return sum(
        min(weight, two.words[word]) >= _WEIGHTY
        for word, weight in one.words.items()
        if word in two.words and word not in known
    )


def stems(one: Telling) -> frozenset[str]:
    """A clause -> its deed by the stem of its verb."""
    return frozenset(deed for deed in one.deeds if " " not in deed)


def may_agree(one: Telling, two: Telling) -> bool:
    """Whether two clauses, each of its own words, deny alike and are not both parts of what somebody says.

    Of such parts the statements' lines tell. Nor does who only thinks so agree with who tells it.
    """
    if is_thought(one.verb) != is_thought(two.verb):
        return False
    if denies(one.span.of(one.reading.text)) != denies(two.span.of(two.reading.text)) or _are_copied(one, two):
        return False
    if not (_is_clause(one) and _is_clause(two)):
        return False
    return one.statement is None or two.statement is None or one.is_whole or two.is_whole


def _is_clause(one: Telling) -> bool:
    """Whether a telling is a clause of its own, and not "power to win", "a group run by" or "needs 40 votes to win"."""
    return is_finite(one.verb) or (one.verb.dep_ in {"xcomp", "conj", "advcl"} and not _is_an_aim(one.verb))


def _is_an_aim(verb: Any) -> bool:
    """Whether an infinitive tells what something is for: "needs 40 votes [to win]", "the votes needed [to win]"."""
    above = verb.head
    has_object = above.dep_ == "acl" or any(c.dep_ == "dobj" and c.i < verb.i for c in above.children)
    return verb.tag_ == "VB" and has_object


def _are_copied(one: Telling, two: Telling) -> bool:
    """Whether two sentences are one, word for word: no second account."""
    first, second = (grams(x.sentence.of(x.reading.text)) for x in (one, two))
    return overlap(first, second) >= _COPIED


def is_sure(
    one: Values,
    two: Values,
    parts: tuple[Fit, Fit],
    besides: int,
    people: Mapping[str, StoryEntity],
    found: Sequence[Difference],
) -> bool:
    """Whether two clauses of one deed that part tell one thing: of one named doer or with one and the same word."""
    a, b = one.of, two.of
    named = (a.doer.entities & b.doer.entities) | (a.thing.entities & b.thing.entities)
    if parts == ("same", "same"):
        return True
    if any(is_named(key, people) for key in named):
        return besides > 0 or bool(stems(a) & stems(b))
    if (
        found[0].slot == "when"
        and not days_meet(one, two)
        and any(p.entities for p in (a.doer, a.thing, b.doer, b.thing))
    ):
        return False  # people without a name who do one kind of thing on two days
    return bool(stems(a) & stems(b)) and besides > 0
