"""Figures of one thing done in which two accounts part whose clauses cannot have one line: the figures have it.

One account may tell a deed in the line of another of its sentences, or in a quotation; how often, or how many, stands
against the other account's all the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import TypeVar

from rashomon.linking.claims.slots import amount_slot
from rashomon.model import Amount, AmountSlot, Difference, Slot, Span, StoryEntity, Value
from rashomon.weighing.alignment.lengths import lengths_in
from rashomon.weighing.alignment.stances import Facing
from rashomon.weighing.alignment.tellings import Telling
from rashomon.weighing.claims.told import Told
from rashomon.weighing.claims.unread import Unread, claimed
from rashomon.weighing.compared.small_counts import small_counts

_Given = TypeVar("_Given")
_PEOPLE = "people"


def part_in_a_figure(pair: Facing) -> bool:
    """Whether two tellings part in an amount of one deed and in nothing else; counted people have their own lines."""
    counted = any(x.count is not None and x.count.amount.unit == _PEOPLE for x in (pair.one, pair.two))
    return not counted and [found.slot for found in pair.differences] == ["amount"]


def figures_apart(
    pairs: Sequence[Facing], told: AbstractSet[Value], people: Mapping[str, StoryEntity]
) -> Iterator[tuple[list[Told], tuple[Difference, ...]]]:
    """Pairs that part in a figure, the values that part elsewhere, a story's entities -> a matter for each figure.

    Pairs with one value in common are of one figure.
    """
    given = [{value: _of(pair, value) for value in pair.differences[0].values} for pair in pairs]
    for group in met_in_values(each for each in given if not each.keys() <= told):
        values = tuple(sorted(group))
        yield [_claim(group[value], value, people) for value in values], (Difference("amount", values, conflict=True),)


def met_in_values(given: Iterable[dict[Value, _Given]]) -> list[dict[Value, _Given]]:
    """What gives some values each -> the same, those with a value in common as one."""
    groups: list[dict[Value, _Given]] = []
    for each in given:
        joined = dict(each)
        for met in [group for group in groups if group.keys() & joined.keys()]:
            groups.remove(met)
            joined |= met
        groups.append(joined)
    return groups


def _of(pair: Facing, value: Value) -> Telling:
    return pair.one if pair.one.article == value.article else pair.two


def _claim(telling: Telling, value: Value, people: Mapping[str, StoryEntity]) -> Told:
    verb = Span(telling.verb.idx, telling.verb.idx + len(telling.verb))
    clause = Unread(
        telling.reading, Span(value.start, value.end), verb, telling.span, telling.sentence, telling.statement
    )
    slots: dict[str, Slot] = {"amount": _amount(telling, value)}
    return claimed(clause, "figure", slots, people)


def _amount(telling: Telling, value: Value) -> AmountSlot:
    reading, place = telling.reading, Span(value.start, value.end)
    if telling.count is not None:
        return telling.count.amount
    few = small_counts(reading, telling.tokens)
    told = (amount_slot(reading.text, one) for one in (*reading.of(Amount), *few) if one.span == place)
    return next(chain(told, (one for one in lengths_in(reading) if one.span == place)))
