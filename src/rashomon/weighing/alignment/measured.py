"""What a deed measured, told once for all that tell it: "died after falling 60 metres", "… 200 feet", "… 150 metres".

A deed's line says that it was done, a line of its own how far, how much, how high: there the accounts that measure it
stand together, whatever their units, and against one another where no two can be one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from rashomon.lexicon.units import are_akin
from rashomon.linking.claims.slots import amount_slot
from rashomon.model import Amount, AmountSlot, Difference, Span, Syntax, Value
from rashomon.text.grammar import head_of
from rashomon.weighing.alignment.align import rank
from rashomon.weighing.claims.matters import Matter, Weighed
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.given_both import gives
from rashomon.weighing.compared.heads import is_converted, is_of_each, shares_its_noun
from rashomon.weighing.compared.measures import hold
from rashomon.weighing.compared.words import stem

_UNMEASURED = frozenset({"people", "percent", ""})
"""What grows from one report to the next, or is of one thing here and of another there."""
_SLOT = "amount"

_Place = tuple[str, int, int]


def measured(matters: Weighed) -> Weighed:
    """Matters -> the same, with one figure's matter for each measure of a deed that two accounts tell.

    What the accounts of a deed part in by such a measure stays with it as a difference; the conflict is the figure's.
    """
    figures = {
        (one.claim.article, one.amount.span.start, one.amount.span.end): number
        for number, (matter, _) in enumerate(matters)
        if matter[0].is_figure
        for one in matter
        if one.is_figure and one.amount is not None and one.amount.span is not None
    }
    grown: list[tuple[Matter, Sequence[Difference]]] = [(list(matter), parted) for matter, parted in matters]
    merged: dict[int, int] = {}

    def home(number: int) -> int:
        while number in merged:
            number = merged[number]
        return number

    for number, (matter, parted) in enumerate(matters):
        apart = [found for found in parted if found.slot == _SLOT and found.conflict] if matter[0].is_event else []
        for found in [*apart, *_measures(matter)]:
            homes = sorted({home(figures[place]) for place in map(_place, found.values) if place in figures})
            if len({article for n in homes for article in _accounts(grown[n][0])}) < 2:
                continue
            for other in homes[1:]:
                grown[homes[0]] = _as_one(grown[homes[0]], grown[other])
                merged[other] = homes[0]
            if found in apart:
                grown[homes[0]] = (grown[homes[0]][0], (*grown[homes[0]][1], found))
            noted = [replace(d, conflict=False) if d is found else d for d in grown[number][1]]
            noted += [replace(found, conflict=False)] if found.conflict and found not in apart else []
            grown[number] = (grown[number][0], tuple(noted))
    return [(matter, tuple(parted)) for n, (matter, parted) in enumerate(grown) if n not in merged]


def noted(matters: Weighed) -> Weighed:
    """Matters -> the same; deeds and statements whose accounts part in a figure that has its line show it, too.

    "The outage lasted ten minutes" and "… 45 minutes" agree that it lasted, and not that it did for ten minutes.
    """
    apart = [d for matter, parted in matters if matter[0].is_figure for d in parted if d.slot == _SLOT and d.conflict]
    found = []
    for matter, parted in matters:
        known = {value for d in parted for value in d.values}
        held = (_held(matter, d) for d in apart) if not matter[0].is_figure else ()
        added = [
            Difference(_SLOT, values, conflict=False)
            for values in held
            if len({value.article for value in values}) > 1 and not known & set(values)
        ]
        found.append((matter, (*parted, *added)))
    return found


def _held(matter: Matter, difference: Difference) -> tuple[Value, ...]:
    """The values of a difference that stand in the evidence of a matter's claims."""
    return tuple(
        value
        for value in difference.values
        if any(
            one.claim.article == value.article and one.evidence.covers(Span(value.start, value.end)) for one in matter
        )
    )


def _as_one(
    one: tuple[Matter, Sequence[Difference]], two: tuple[Matter, Sequence[Difference]]
) -> tuple[Matter, Sequence[Difference]]:
    """Two figures' matters -> one; who tells of the deed without a figure in the one has the other's now."""
    (first, mine), (second, yours) = one, two
    told = {claim.claim.id: claim for claim in (*first, *second)}.values()
    giving = {claim.claim.article for claim in told if claim.is_figure}
    kept = [claim for claim in told if claim.is_figure or claim.claim.article not in giving]
    return sorted(kept, key=lambda claim: (not claim.is_figure, rank(claim))), (*mine, *yours)


def _accounts(matter: Matter) -> set[str]:
    return {one.claim.article for one in matter}


def _place(value: Value) -> _Place:
    return value.article, value.start, value.end


def _measures(matter: Matter) -> Iterator[Difference]:
    """A matter's deeds -> the amounts that its accounts give with one verb; in conflict where no two can be one."""
    given: dict[str, dict[str, list[AmountSlot]]] = defaultdict(lambda: defaultdict(list))
    texts = {one.claim.article: one.reading for one in matter}
    for one in matter if matter[0].is_event else ():
        for verb, amount in _amounts(one) if one.is_event else ():
            if amount not in given[verb][one.claim.article]:
                given[verb][one.claim.article].append(amount)
    for accounts in given.values():
        for unit in _units(accounts):
            alike, apart = set[Value](), set[Value]()
            for (here, first), (there, second) in combinations(sorted(accounts.items()), 2):
                pairs = [(a, b) for a in first for b in second if are_akin(a.unit, b.unit) and are_akin(a.unit, unit)]
                both = any(gives(texts[here], b) or gives(texts[there], a) for a, b in pairs)
                for a, b in pairs:
                    if hold(a, b) != "apart":
                        alike |= {_value(here, a), _value(there, b)}
                if pairs and not both and all(hold(a, b) == "apart" for a, b in pairs):
                    apart |= {_value(here, a) for a, _ in pairs} | {_value(there, b) for _, b in pairs}
            if alike or apart:
                yield Difference(_SLOT, tuple(sorted(alike | apart)), conflict=bool(apart))


def _units(accounts: Mapping[str, Sequence[AmountSlot]]) -> list[str]:
    """The amounts that accounts give with one verb -> one unit of each kind: "26 pirates and 12 magazines" are two."""
    found: list[str] = []
    for amount in (amount for _, given in sorted(accounts.items()) for amount in given):
        if not any(are_akin(amount.unit, unit) for unit in found):
            found.append(amount.unit)
    return found


def _amounts(one: Told) -> Iterator[tuple[str, AmountSlot]]:
    """Deed -> the measures in its sentence, each with the stem of the verb that it hangs on."""
    if not one.reading.of(Syntax):
        return
    for amount in one.reading.of(Amount):
        if not one.sentence.covers(amount.span) or amount.unit in _UNMEASURED:
            continue
        if is_converted(one.text, amount.span):
            continue
        head = head_of(one.reading.doc, amount.span)
        if shares_its_noun(head, amount.span) or is_of_each(head):
            continue
        verb = next((t for t in head.ancestors if t.pos_ == "VERB"), None)
        if verb is not None:
            yield stem(verb.lemma_), amount_slot(one.text, amount)


def _value(article: str, amount: AmountSlot) -> Value:
    start, end = (amount.span.start, amount.span.end) if amount.span else (0, 0)
    return Value(article, amount.text, start, end)
