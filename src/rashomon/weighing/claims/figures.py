"""A figure -> the amount as its text has it, on whose word, and the sentence that gives it."""

import re

from rashomon.model import AmountSlot, Span, Syntax
from rashomon.text.grammar import head_of
from rashomon.weighing.claims.antecedents import with_antecedent
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.days import Days
from rashomon.weighing.compared.sentences import on_word_of, quoted

_HYPHENED = re.compile(r"-[a-z]+$")
_NEAR = 40  # characters between a figure and the noun that bears it
_UP_TO = re.compile(r"(?i)\b(?:up to|as (?:many|much) as)\s+(?:an?\s+|the\s+)?$")


def figure(one: Told, days: Days | None) -> str:  # noqa: ARG001 - one of some attempts of one shape
    """Figure -> the amount with its unit and period, and the sentence that gives it."""
    amount = one.amount
    if amount is None:
        return ""
    word = on_word_of(one.behind, one.people)
    if one.term("status") == "denied":
        word = word.replace("according to", "denied by", 1)
    by = f", {word}" if word else ""
    return f"{_counted(one, amount)}{by}: {quoted(with_antecedent(one, one.sentence, by))}"


def _counted(one: Told, amount: AmountSlot) -> str:
    """Amount -> its bound, value, unit and what is counted: "over 100 heads of state", "a two-day visit"."""
    bound = "" if amount.bound == "exactly" else f"{_bound(one, amount)} "
    told, of = " ".join(amount.text.split()), " ".join((amount.of or "").split())
    if amount.of and amount.span and one.text[amount.span.end :].startswith(f" of {amount.of}"):
        return f"{bound}{told} of {of}"
    if amount.span and _HYPHENED.search(told) and one.reading.of(Syntax):
        told += _borne(one, amount.span)
    return f"{bound}{told} ({of})" if of and not told.endswith(of) else f"{bound}{told}"


def _bound(one: Told, amount: AmountSlot) -> str:
    """Amount that is no exact one -> its bound in words; who tells of "as many as 80" does not mean how few."""
    before = one.text[: amount.span.start] if amount.span else ""
    return "up to" if amount.bound == "at most" and _UP_TO.search(before) else amount.bound


def _borne(one: Told, figure: Span) -> str:
    """Figure that ends in a hyphened unit -> the words behind it up to the noun that bears it: "[ rescue package]"."""
    unit = head_of(one.reading.doc, figure)
    noun = unit.head
    beside = noun.pos_ == "NOUN" and noun.i > unit.i and noun.idx - figure.end < _NEAR
    return one.text[figure.end : noun.idx + len(noun)] if beside else ""
