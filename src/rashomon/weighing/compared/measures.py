"""Two amounts -> whether they are the same, fit together, cannot both hold, or cannot be compared."""

import math
from typing import Literal, NamedTuple

from rashomon.lexicon.units import days_in, factor
from rashomon.model import AmountSlot, Equal

Held = Literal["same", "fits", "apart", "incomparable"]
_ABOUT = 0.1  # "about 200" is anything from 180 to 220, "nearly 200" from 180
_SHORT_OF = frozenset({"nearly", "over", "under"})
_EXACT = 3  # digits
_NEAR = 2.0  # times: "more than a dozen" is said of 20, hardly of 30
_ROUNDED = 0.05  # at most so far may a figure have been rounded before or after it was turned into another unit


class _Range(NamedTuple):
    dimension: str
    per: str
    low: float
    high: float
    is_short_of: bool
    """Whether the figure itself lies outside: "nearly 300", "more than 300"."""


def hold(one: AmountSlot, two: AmountSlot) -> Held:
    """Two amounts -> how they stand to each other.

    Units are turned into each other by fixed factors (miles and kilometres, a day and a year) or by what a text states
    of its own amount; never by a rate from elsewhere. "More than 100" fits 120, "about 200" fits 210, and figures that
    were turned fit within their rounding; "nearly 300" and "more than 300" are 300, not each other.
    """
    if (one.unit, one.per) == (two.unit, two.per):
        if not _meet(_range(one, _own(one)), _range(two, _own(two))):
            return "apart"
        return "same" if (one.value, one.high) == (two.value, two.high) else "fits"
    if one.unit == two.unit and not (one.per and two.per):
        return "fits" if (one.value, one.high) == (two.value, two.high) else "incomparable"
    for given in (_own(one), *one.also):
        for other in (_own(two), *two.also):
            first, second = (_range(one, given, turned=True), _range(two, other, turned=True))
            if first[:2] == second[:2]:
                return "fits" if _meet(first, second) else "apart"
    return "incomparable"


def are_one_exact(one: AmountSlot, two: AmountSlot) -> bool:
    """Whether two figures of things that both name are one in whatever sentence: "2,383 delegates", not 2,400."""
    digits = f"{one.value:.9g}".replace(".", "").strip("0")
    return bool(one.of and two.of) and len(digits) >= _EXACT and hold(one, two) == "same"


def are_near(one: AmountSlot, two: AmountSlot) -> bool:
    """Whether two amounts that fit are so near that the one can be said for the other."""
    if one.unit != two.unit:
        return True  # turned into each other they fit within their rounding
    low, high = sorted((one.value, two.value))
    return high <= _NEAR * low


def why_incomparable(one: AmountSlot, two: AmountSlot) -> str:
    """Two amounts that cannot be compared -> the reason in words."""
    if one.unit == two.unit or factor(one.unit)[0] == factor(two.unit)[0]:
        periods = sorted(f"per {a.per}" if a.per else "no period" for a in (one, two))
        return f"incomparable: {periods[1]} and {periods[0]}"
    units = sorted((one.unit, two.unit))
    return f"incomparable: {units[0]} and {units[1]}, and no rate is stated"


def _own(amount: AmountSlot) -> Equal:
    return Equal(amount.value, amount.high, amount.unit)


def _range(amount: AmountSlot, given: Equal, *, turned: bool = False) -> _Range:
    """An amount in one of its units -> what it can be, in the base of that unit's dimension and by the day."""
    dimension, base = factor(given.unit)
    days = days_in(amount.per) if amount.per else None
    if days is not None:
        base /= days
    low, high = given.value, given.high
    if turned:
        low, high = low - grain(low), high + grain(high)
    if amount.bound in {"about", "nearly"}:
        low *= 1 - _ABOUT
    if amount.bound == "about":
        high *= 1 + _ABOUT
    elif amount.bound in {"over", "at least"}:
        high = math.inf
    elif amount.bound in {"under", "at most"}:
        low = -math.inf
    per = "day" if days is not None else amount.per or ""
    return _Range(dimension, per, low * base, high * base, is_short_of=amount.bound in _SHORT_OF)


def grain(value: float) -> float:
    """Figure -> half of the place of its last digit that is not zero: 2,500 stands for 2,450 to 2,550."""
    if not value:
        return 0.0
    digits = f"{abs(value):.6g}"
    number = f"{float(digits):.6f}".rstrip("0").rstrip(".")
    place = -len(number.partition(".")[2]) if "." in number else len(number) - len(number.rstrip("0"))
    return float(min(10.0**place / 2, _ROUNDED * abs(value)))


def _meet(one: _Range, two: _Range) -> bool:
    """Whether one amount can be in both: "nearly 300" and "more than 300" can each be a rounded 300, and not both."""
    if one.is_short_of and two.is_short_of:
        return one.low < two.high and two.low < one.high
    return one.low <= two.high and two.low <= one.high
