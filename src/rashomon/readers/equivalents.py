"""Amounts of one text -> the same with what the text itself says they come to in another unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from rashomon.lexicon.units import may_be_rated
from rashomon.model import Amount, Equal

_OPENS = re.compile(
    r"\s*(?:\(|, or)\s*(?:about |around |some |roughly |approximately |nearly |almost |equal to |US\s?)*$"
)
_EQUALS = re.compile(
    r"\s*(?:=|is|was|equals|equalled|holds|makes|buys|bought|(?:is|was) worth|comes to)"
    r"\s+(?:about |around |some |roughly )*$"
)


@dataclass(frozen=True)
class _Rate:
    """So many of one unit are one of another: 7.3 barrels a tonne."""

    many: str
    one: str
    value: float

    def turned(self, amount: Amount) -> Equal | None:
        """Amount -> what it comes to in the other unit; None where the rate is not of its unit."""
        if amount.unit == self.many:
            return Equal(_rounded(amount.value / self.value), _rounded(amount.high / self.value), self.one)
        if amount.unit == self.one:
            return Equal(_rounded(amount.value * self.value), _rounded(amount.high * self.value), self.many)
        return None


def with_equivalents(text: str, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """Text and its amounts in order -> the same, each with its equivalents.

    "500 billion roubles ($19.7 billion)" gives one amount twice; "7.3 barrels per tonne", "92 yen to the dollar" and
    "one tonne is about 7.3 barrels" state a rate for all amounts of the text. No rate comes from anywhere else.
    """
    rates = sorted({(r.many, r.one, r.value) for r in _rates(text, amounts)})
    twice = _twice(text, amounts)
    for i, amount in enumerate(amounts):
        known = [twice[i]] if i in twice else []
        units = {e.unit for e in known} | {amount.unit}
        for rate in (_Rate(*r) for r in rates):
            other = rate.turned(amount) if amount.per not in {rate.one, rate.many} else None
            if other is not None and other.unit not in units:
                known.append(other)
                units.add(other.unit)
        yield msgspec.structs.replace(amount, also=tuple(known)) if known else amount


def _twice(text: str, amounts: Sequence[Amount]) -> dict[int, Equal]:
    """Positions of amounts that the text gives in two units, one right behind the other -> the other's value."""
    found: dict[int, Equal] = {}
    for i, (one, two) in enumerate(pairwise(amounts)):
        between = text[one.span.end : two.span.start]
        if len(between) <= 24 and _OPENS.match(between) and may_be_rated(one.unit, two.unit):
            found[i] = Equal(two.value, two.high, two.unit)
            found[i + 1] = Equal(one.value, one.high, one.unit)
    return found


def _rates(text: str, amounts: Sequence[Amount]) -> Iterator[_Rate]:
    for amount in amounts:
        if amount.per is not None and amount.value == amount.high > 0 and may_be_rated(amount.unit, amount.per):
            yield _Rate(amount.unit, amount.per, amount.value)
    for one, two in pairwise(amounts):
        single = one.value == one.high == 1 and two.value == two.high > 0
        if single and _EQUALS.match(text[one.span.end : two.span.start]) and may_be_rated(one.unit, two.unit):
            yield _Rate(two.unit, one.unit, two.value)


def _rounded(value: float) -> float:
    """What a rate gives, to six digits: no more is known of it."""
    return float(f"{value:.6g}")
