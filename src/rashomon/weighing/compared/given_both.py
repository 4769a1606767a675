"""Whether an account that gives one figure gives another's too: it tells two things apart, and contradicts nobody."""

import re

from rashomon.lexicon.files import load
from rashomon.linking.claims.slots import amount_slot
from rashomon.model import Amount, AmountSlot, Difference, Reading, Value
from rashomon.weighing.compared.measures import hold

_DECIMAL = re.compile(r"\d+\.\d+")  # a magnitude, a share: no unit stands beside it
_MANY = 20  # a smaller number can be a day, an hour or an age
_FEW = 4  # a smaller figure stands in any text for something


def gives_both(found: Difference, one: Reading, two: Reading) -> bool:
    """A difference of two accounts, and their readings -> whether it is in an amount of which one has both sides."""
    if found.slot != "amount":
        return False
    pairs = ((one, two), (two, one))
    amounts = [_amount(x, value) for x in (one, two) for value in found.values if value.article == x.article.id]
    one_number = len({amount.value for amount in amounts if amount is not None}) == 1  # "nearly 300", "over 300"
    told = ((a, b, value) for a, b in pairs for value in found.values if value.article == b.article.id)
    return any(_has(a, b, value, loosely=not one_number) for a, b, value in told)


def _has(reading: Reading, other: Reading, value: Value, *, loosely: bool) -> bool:
    """Whether an account has the value that another gives: as an amount, else by its digits."""
    amount = _amount(other, value)
    if amount is not None:
        return gives(reading, amount) or (loosely and _has_number(reading, amount))
    return bool(_DECIMAL.fullmatch(value.value)) and value.value in _DECIMAL.findall(reading.text)


def _has_number(reading: Reading, amount: AmountSlot) -> bool:
    """Whether a text has the figure of a count without saying of what: "300 were held, 120 in the capital"."""
    written = f"{amount.value:,.0f}"
    counts = amount.value >= _MANY and amount.value == amount.high and amount.unit not in load("units.yaml")["money"]
    return counts and re.search(rf"(?<![\d.,$€£]){written} (?:were|was|had|have)\b", reading.text) is not None


def gives(reading: Reading, amount: AmountSlot) -> bool:
    """Whether an account gives an amount anywhere."""
    return amount.value >= _FEW and any(
        hold(amount_slot(reading.text, a), amount) == "same" for a in reading.of(Amount)
    )


def _amount(reading: Reading, value: Value) -> AmountSlot | None:
    met = (a for a in reading.of(Amount) if a.span.start < value.end and value.start < a.span.end)
    found = next(met, None)
    return None if found is None else amount_slot(reading.text, found)
