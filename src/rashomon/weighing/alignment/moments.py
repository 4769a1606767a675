"""Whether two tellings are of one time: what comes out a day later may tell what is so a day later."""

from rashomon.model import Difference
from rashomon.text.grammar import auxiliaries
from rashomon.weighing.alignment.tellings import Telling
from rashomon.weighing.alignment.values import Values
from rashomon.weighing.compared.days import gap, meet, published

_MEASURED = frozenset({"amount", "duration"})
_WEEK = 7  # days
_BEFORE = frozenset({"ever", "never", "since", "before", "previously"})


def of_one_moment(one: Values, two: Values, found: Difference) -> bool:
    """Whether two tellings that part are of one time: what came out a day later may tell what is so a day later.

    Nor is how long somebody did something as the one thing of one time with how long as another, or in all.
    """
    if found.slot in _MEASURED and _capacity(one.of).isdisjoint(_capacity(two.of)) and _capacity(one.of, two.of):
        return False
    if found.slot == "when":
        sure = _dated_surely(one) and _dated_surely(two) and _close(one, two)
        return sure and (days_meet(one, two) or on_one_day(one.of, two.of)) and one.of.axis != "direction"
    if one.days and two.days:
        return days_meet(one, two)
    undated = any(published(x.of.reading) is None for x in (one, two))
    not_yet = [x for x in (one, two) if x.of.denied and "have" in auxiliaries(x.of.verb)]
    return on_one_day(one.of, two.of) and not (undated and not_yet) and not any(map(_is_of_a_past, not_yet))


def _capacity(*told: Telling) -> frozenset[str]:
    """Tellings -> as what somebody does it, by its nouns: "spent four years as the firm's [director]"."""
    behind = (c for one in told for c in one.verb.children if c.dep_ == "prep" and c.lower_ == "as")
    return frozenset(noun.lemma_.lower() for c in behind for noun in c.children if noun.dep_ == "pobj")


def _is_of_a_past(one: Values) -> bool:
    """Whether a perfect denies for the time before: "has not been hit in 25 years"."""
    words = {token.lower_ for token in one.of.tokens}
    return any(time.type == "DURATION" for time in one.times) or not _BEFORE.isdisjoint(words)


def _dated_surely(one: Values) -> bool:
    """Whether the day of a clause hangs on no guess: its account came with its day, or it tells none."""
    return one.of.reading.article.published is not None or not one.days


def _close(one: Values, two: Values) -> bool:
    """Whether two days are near enough to be two accounts of one."""
    if days_meet(one, two) or not one.days or not two.days:
        return True
    known = [(t.earliest, t.latest) for x in (one, two) for t in x.days[:1] if t.earliest and t.latest]
    return len(known) == 2 and gap(*known) <= _WEEK


def days_meet(one: Values, two: Values) -> bool:
    """Whether both name days, and two of these can be one."""
    return any(meet((a.earliest, a.latest), (b.earliest, b.latest)) for a in one.days for b in two.days)


def on_one_day(one: Telling, two: Telling) -> bool:
    """Whether both accounts can have come out on one day: the later one may know more."""
    first, second = published(one.reading), published(two.reading)
    return first is None or second is None or meet(first, second)
