"""How much one thing measured in accounts that tell it in one line: "died after falling 60 metres", "… 150 metres"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.lexicon.units import are_akin
from rashomon.linking.claims_slots import amount_slot
from rashomon.model import Amount, AmountSlot, Difference, Syntax, Value
from rashomon.text.grammar import head_of
from rashomon.weighing.given_both import gives
from rashomon.weighing.heads import shares_its_noun
from rashomon.weighing.measures import hold
from rashomon.weighing.told import Told
from rashomon.weighing.words import stem

_UNMEASURED = frozenset({"people", "percent", ""})
"""What grows from one report to the next, or is of one thing here and of another there."""


def measured(matter: Sequence[Told]) -> Difference | None:
    """A matter's deeds -> the amounts that its accounts give with one verb where no two can be one; None without."""
    given: dict[str, dict[str, list[AmountSlot]]] = defaultdict(lambda: defaultdict(list))
    texts = {one.claim.article: one.reading for one in matter}
    for one in matter:
        if one.is_event:
            for verb, amount in _amounts(one):
                if amount not in given[verb][one.claim.article]:
                    given[verb][one.claim.article].append(amount)
    found: set[Value] = set()
    for accounts in given.values():
        for (here, first), (there, second) in combinations(sorted(accounts.items()), 2):
            pairs = [(a, b) for a in first for b in second if are_akin(a.unit, b.unit)]
            both = any(gives(texts[here], b) or gives(texts[there], a) for a, b in pairs)
            if pairs and not both and all(hold(a, b) == "apart" for a, b in pairs):
                found |= {_value(here, a) for a, _ in pairs} | {_value(there, b) for _, b in pairs}
    return Difference("amount", tuple(sorted(found)), conflict=True) if found else None


def _amounts(one: Told) -> Iterator[tuple[str, AmountSlot]]:
    """Deed -> the measures in its sentence, each with the stem of the verb that it hangs on."""
    if not one.reading.of(Syntax):
        return
    for amount in one.reading.of(Amount):
        if not one.sentence.covers(amount.span) or amount.unit in _UNMEASURED:
            continue
        if shares_its_noun(head_of(one.reading.doc, amount.span), amount.span):
            continue
        verb = next((t for t in head_of(one.reading.doc, amount.span).ancestors if t.pos_ == "VERB"), None)
        if verb is not None:
            yield stem(verb.lemma_), amount_slot(one.text, amount)


def _value(article: str, amount: AmountSlot) -> Value:
    start, end = (amount.span.start, amount.span.end) if amount.span else (0, 0)
    return Value(article, amount.text, start, end)
