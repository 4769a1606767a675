"""How the accounts of one matter stand to each other, slot by slot with the words of each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from math import fsum
from typing import Any

import msgspec

from rashomon.lexicon.actors import find_actors
from rashomon.model import DateSlot, Difference, EntitySlot, Span, Standing, Syntax, TextSlot, Value, hull
from rashomon.stories.weave import fold
from rashomon.text.grammar import head_of, is_denying, subjects, tokens_in
from rashomon.weighing.claims.bearings import bearings
from rashomon.weighing.claims.quotations import are_named_apart, one_utterance, same_speaker
from rashomon.weighing.claims.told import Told, of_one_kind
from rashomon.weighing.compared.aheads import is_ahead
from rashomon.weighing.compared.days import are_one, finest
from rashomon.weighing.compared.heads import is_converted, own_tokens
from rashomon.weighing.compared.measures import hold, why_incomparable
from rashomon.weighing.compared.sentences import days_in_words
from rashomon.weighing.compared.sides import are_apart, counted_apart, negates, sides
from rashomon.weighing.compared.words import bag, overlap, shared, strengths
from rashomon.weighing.standings.covering import covers
from rashomon.weighing.standings.misquoted import misquoted
from rashomon.weighing.standings.nearness import SYMMETRIC
from rashomon.weighing.standings.opposites import opposites

_OF_CONTENT = frozenset({"wording", "sense"})
"""Differences whose values are what is said."""
_TELLING = 3  # words, of the shorter of two statements held against each other for their sense
_AS_LONG = 0.7  # of the longer one's telling words the shorter has so many at least, or it is a part of it
_ALIKE = 0.7  # of the weight of the shorter's telling words
_MOSTLY = 0.6  # of the weight of a clause's telling words
_SAME_WORDS = 0.9  # of the shorter's runs of three words: cut-off ends and marks are no other wording


def standing(matter: Sequence[Told], differences: Sequence[Difference]) -> Standing:
    """A matter and its differences -> whether its accounts agree, fit together or differ, or one alone has it.

    ``differ`` needs values that cannot hold together. A finer grain (an hour, a day within the week), or another
    wording of the same, is ``compatible``.
    """
    if len({one.claim.article for one in matter}) < 2:
        return "single"
    if any(difference.conflict for difference in differences):
        return "differ"
    return "compatible" if differences else "agree"


def differences(matter: Sequence[Told]) -> tuple[Difference, ...]:
    """A matter -> the slots in which its accounts part; claims of another kind than its first are left aside."""
    alike = of_one_kind(matter)
    compared = (compare(alike) for compare in _COMPARISONS)
    parted = [found for found in compared if found is not None]
    if not parted and (otherwise := _otherwise(matter)) is not None:
        parted = [otherwise]
    return (*parted, *misquoted(alike), *opposites(alike))


def with_contrasts(found: Sequence[Difference], against: Sequence[Difference]) -> tuple[Difference, ...]:
    """A matter's differences, and what clauses in it tell against each other -> all, those of one slot together.

    Where a slot is told to conflict already, nothing is added to it, nor to statements in two senses.
    """
    told = {difference.slot for difference in found if difference.conflict}
    if "sense" in told:
        return tuple(found)
    values: dict[str, set[Value]] = {}
    for difference in against:
        values.setdefault(difference.slot, set()).update(difference.values)
    conflicting = {difference.slot for difference in against if difference.conflict}
    added = [Difference(s, tuple(sorted(v)), conflict=s in conflicting) for s, v in values.items() if s not in told]
    slots = {difference.slot for difference in added}
    if "amount" in slots:  # forty protesters and four hundred people are told by how many they are
        found = [msgspec.structs.replace(d, conflict=d.conflict and d.slot != "recipient") for d in found]
    return (*(difference for difference in found if difference.slot not in slots), *added)


def _when(matter: Sequence[Told]) -> Difference | None:
    """Days: those that cannot be one conflict, a month and a day of it are told more and less closely."""
    kept = finest([(one.claim.article, one.bounds) for one in matter if one.bounds])
    if len({bounds for _, bounds in kept}) < 2:
        return None
    first: dict[object, Told] = {}
    for one in matter:
        if one.bounds and (one.claim.article, one.bounds) in kept:
            first.setdefault((one.claim.article, one.bounds), one)
    told = [(getattr(one.claim.slots.get("when"), "text", ""), one.bounds) for one in first.values() if one.bounds]
    conflict = any(not are_one(a, b) for a, b in combinations(told, 2))
    return _difference("when", list(first.values()), conflict)


def _amount(matter: Sequence[Told]) -> Difference | None:
    given = [one for one in matter if one.amount]
    pairs = [(a, b) for x, y in combinations(given, 2) if (a := x.amount) and (b := y.amount)]
    held = {pair: hold(*pair) for pair in pairs}
    if all(how == "same" for how in held.values()):
        return None
    notes = sorted({why_incomparable(*pair) for pair, how in held.items() if how == "incomparable"})
    converted = {x.amount for x in given if x.amount and x.amount.span and is_converted(x.text, x.amount.span)}
    apart = any(  # "over 100", "nearly 100": 100
        how == "apart" and a.value != b.value and converted.isdisjoint({a, b}) for (a, b), how in held.items()
    )
    found = _difference("amount", given, conflict=apart)
    return msgspec.structs.replace(found, note="; ".join(notes))


def _party(slot: str) -> Callable[[Sequence[Told]], Difference | None]:
    def compare(matter: Sequence[Told]) -> Difference | None:
        if matter[0].term("type") in SYMMETRIC or (matter[0].claim.kind == "statement" and slot == "actor"):
            return None  # who met whom: told from either side; who spoke: see _speaker
        given = [one for one in matter if one.who(slot)]
        sets = {one.who(slot) for one in given}
        if len(sets) < 2:
            return None
        conflict = any(
            not covers(a.who(slot), b.who(slot), a.people)
            and fold(a.claim.slots[slot].text) != fold(b.claim.slots[slot].text)
            for a, b in combinations(given, 2)
        )
        return _difference(slot, given, conflict)

    return compare


def _speaker(matter: Sequence[Told]) -> Difference | None:
    """Who spoke: a name or "the chairmen", a body or its head. The words are one, so only half a name is a conflict."""
    given = [one for one in matter if one.claim.kind == "statement" and one.who("actor")]
    if all(same_speaker(a, b) for a, b in combinations(given, 2)):
        return None
    conflict = any(are_named_apart(a, b) and one_utterance(a, b) for a, b in combinations(given, 2))
    return _difference("actor", given, conflict=conflict)


def _where(matter: Sequence[Told]) -> Difference | None:
    given = [one for one in matter if isinstance(one.claim.slots.get("where"), TextSlot | EntitySlot)]
    if len({fold(one.claim.slots["where"].text) for one in given}) < 2:
        return None
    states = [{f.actor.state for f in find_actors(one.claim.slots["where"].text)} - {""} for one in given]
    return _difference("where", given, conflict=any(a and b and not a & b for a, b in combinations(states, 2)))


def _status(matter: Sequence[Told]) -> Difference | None:
    told = {_standing_of(one) for one in matter}
    denied = {one.turned for one in matter} if any(one.denies for one in matter) else set()
    if len(told) < 2 and len(denied) < 2:
        return None
    return _difference("status", matter, conflict="denied" in told or len(denied) > 1)


def _standing_of(one: Told) -> str:
    """Claim -> its status, "alleged" where its text does not vouch for what happened."""
    verb = _verb(one) if one.finding is None else None
    status = one.term("status") or ("planned" if verb is not None and is_ahead(verb) else "happened")
    return "alleged" if one.alleged and status == "happened" else status


def _wording(matter: Sequence[Told]) -> Difference | None:
    """Statements given in other words: two interpreters, an indirect and a direct report, a part of the whole."""
    if matter[0].claim.kind != "statement" or len({one.claim.article for one in matter}) < 2:
        return None
    pairs = [(a, b) for a, b in combinations(matter, 2) if a.claim.article != b.claim.article]
    if all(overlap(a.grams, b.grams) >= _SAME_WORDS for a, b in pairs):
        return None
    return _difference("wording", matter, conflict=False)


def _otherwise(matter: Sequence[Told]) -> Difference | None:
    """Clauses that no reader has a finding for and that tell a matter in other words, or only a part of it.

    What only names a happening ("the summit in Singapore") tells nothing of it otherwise.
    """
    told = [one for one in matter[1:] if one.finding is None and one.clause is not None and not one.is_figure]
    apart = [one for one in told if not _tells_as_much(matter[0], one)]
    return _difference("wording", [matter[0], *apart], conflict=False) if apart else None


def _tells_as_much(one: Told, two: Told) -> bool:
    """Whether most of what the first of two claims says, by its words' weight, is in the other's sentence, too.

    Its words head the line: who tells only a part of them agrees with no more. Nor does who names fewer: "Russia and
    China abstained" is more than "Russia abstained, while China voted for it".
    """
    if one.text == two.text or one.claim.article == two.claim.article:
        return True
    if _names_more(one, two) or _names_more(two, one):
        return False
    known = fsum(weight for word, weight in one.bag.items() if word in two.around)
    return known >= _MOSTLY * fsum(one.bag.values())


def _names_more(one: Told, two: Told) -> bool:
    """Whether of two claims that name who did it the one names all whom the other does, and somebody more.

    Who is named before the other's verb at all may be one of those, whatever the parse makes of a long list.
    """
    doing, done = _verb(one), _verb(two)
    if doing is None or done is None:
        return False
    named, known = _names(subjects(doing)), _names(subjects(done))
    before = _names(t for t in tokens_in(two.reading.doc, two.sentence) if t.i < done.i)
    return bool(known) and known < named and not named <= known | before


def _verb(one: Told) -> Any:
    """Claim -> the word that tells it; None for a statement, whose own only tells who speaks, and without a parse."""
    if one.claim.kind == "statement" or one.trigger is None or not one.reading.of(Syntax):
        return None
    return head_of(one.reading.doc, one.trigger)


def _names(tokens: Iterable[Any]) -> frozenset[str]:
    return frozenset(t.lower_ for t in tokens if t.pos_ == "PROPN")


def _sense(matter: Sequence[Told]) -> Difference | None:
    """Statements that say much the same, but one denies it or has the other side of a pair: "would not", "fell"."""
    if matter[0].claim.kind != "statement":
        return None
    across = ((a, b) for a, b in combinations(matter, 2) if a.claim.article != b.claim.article)
    pairs = [(a, b) for a, b in across if _says_alike(a, b) and not one_utterance(a, b)]  # of these misquoted.py tells
    against = {one.claim.id for a, b in pairs if _are_against(a, b) for one in (a, b)}
    return _difference("sense", [one for one in matter if one.claim.id in against], conflict=True) if against else None


def _says_alike(one: Told, two: Told) -> bool:
    short, long = sorted((one.bag, two.bag), key=len)
    return len(short) >= _TELLING and len(short) >= _AS_LONG * len(long) and shared(short, long)[0] >= _ALIKE


def _are_against(one: Told, two: Told) -> bool:
    said, heard = _with_cue(one), _with_cue(two)
    turned = _turns(one) != _turns(two) and all(_is_told_too(a, b) for a, b in ((one, two), (two, one)) if _turns(a))
    return turned or are_apart(sides(said), sides(heard)) or counted_apart(said, heard)


def _turns(one: Told) -> bool:
    return one.turned if one.denies else negates(_with_cue(one))


def _is_told_too(one: Told, two: Told) -> bool:
    """Whether something that a statement denies is what another tells, and nothing that it adds of its own.

    "A bomb killed two, and police had no suspects" is not against "A bomb killed two".
    """
    if one.denies or not one.reading.of(Syntax):
        return True
    start, words = _content_place(one)
    content = tokens_in(one.reading.doc, hull([Span(start, start + len(words)), _cue_place(one)]))
    denying = [t for t in content if t.dep_ == "neg" or is_denying(t)]
    predicates = [_predicate(t) for t in denying]
    told = [bag(" ".join(t.text for t in tokens)) for tokens in predicates if not _is_only_later(tokens[0])]
    return not denying or any(not said or shared(said, two.bag)[0] >= _MOSTLY for said in told)


def _is_only_later(verb: Any) -> bool:
    """Whether what a clause denies comes to be so: "would not arrive until Monday"."""
    return any(t.lower_ in {"until", "till", "before"} for t in verb.subtree)


def _predicate(denying: Any) -> list[Any]:
    """A "not" or "no" -> the words from the verb of its clause to the end of that: "was not one man [but a group]"."""
    verb = next((t for t in denying.ancestors if t.pos_ in {"VERB", "AUX"}), denying.head)
    words = [t for t in own_tokens(verb, verb) if t.i >= verb.i]
    end = next((t.i for t in words if t.lower_ == "but" and t.i > denying.i), words[-1].i + 1)
    return [t for t in words if t.i < end]


def _with_cue(one: Told) -> str:
    """Statement -> its words from the cue to the end of what is said: "decided not to risk"."""
    start, words = _content_place(one)
    return hull([Span(start, start + len(words)), _cue_place(one)]).of(one.text)


def _strength(matter: Sequence[Told]) -> Difference | None:
    """Words on different steps of one scale: "a violation of law" and "a violation of norms"."""
    if matter[0].claim.kind != "statement":
        return None
    found: dict[str, dict[int, list[Value]]] = {}
    for one in matter:
        base, words = _content_place(one)
        for scale, step, start, end in strengths(words):
            value = Value(one.claim.article, words[start:end], base + start, base + end)
            found.setdefault(scale, {}).setdefault(step, []).append(value)
    values = {value for steps in found.values() if _parted(steps) for listed in steps.values() for value in listed}
    return Difference("strength", tuple(sorted(values)), conflict=False) if values else None


def _parted(steps: dict[int, list[Value]]) -> bool:
    """Whether two accounts stand on steps of a scale that they do not share."""
    by_account: dict[str, set[int]] = {}
    for step, values in steps.items():
        for value in values:
            by_account.setdefault(value.article, set()).add(step)
    return any(not a & b for a, b in combinations(by_account.values(), 2))


def _content_place(one: Told) -> tuple[int, str]:
    slot = one.claim.slots.get("what")
    span = slot.span if isinstance(slot, TextSlot) and slot.span else one.evidence
    return span.start, span.of(one.text)


def _difference(slot: str, matter: Sequence[Told], conflict: bool) -> Difference:  # noqa: FBT001 - a value's field
    return Difference(slot, tuple(sorted(set(_values(slot, matter)))), conflict)


def _values(slot: str, matter: Sequence[Told]) -> Iterator[Value]:
    """What each account gives for a slot: its words, and where they stand."""
    for one in matter:
        found = one.claim.slots.get("what" if slot in _OF_CONTENT else slot)
        span = (getattr(found, "span", None) if found else None) or _cue_place(one)
        shown = span.of(one.text) if slot in _OF_CONTENT or found is None else found.text
        if slot == "status":
            shown = "denied" if one.denies else _standing_of(one)
        if isinstance(found, DateSlot) and (days := days_in_words(found.earliest, found.latest)) not in {
            "",
            found.text,
        }:
            shown = f"{found.text} ({days})"
        yield Value(one.claim.article, shown, span.start, span.end)


def _cue_place(one: Told) -> Span:
    return one.cue or hull(one.claim.evidence)


_COMPARISONS = (_when, _amount, _speaker, _party("actor"), _party("recipient"), _where, bearings, _status,
                _wording, _sense, _strength)  # fmt: skip
