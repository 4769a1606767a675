"""What must speak for a dating before it is told, and what does not by itself."""

import datetime as dt

import pytest

from rashomon.linking.dating.solver import ENOUGH, Constraint, Witness, any_day_of_a_week, bounded
from rashomon.linking.dating.sureness import sure
from rashomon.linking.dating.terms import terms_of_office
from rashomon.model import Published
from tests.conftest import reading_of

D = dt.date
COUP = (D(2006, 12, 5), D(2006, 12, 11))


def interval(text: str) -> tuple[str, str] | None:
    found = reading_of(text, upto="dates").published
    return (str(found.earliest), str(found.latest)) if isinstance(found, Published) else None


def reason(why: str, days: tuple[dt.date, dt.date], weight: int, *, happened: bool = True) -> Constraint:
    return bounded(why, [days], sure=False, witness=Witness(frozenset({why}), weight, happened))


@pytest.mark.parametrize(
    ("others", "is_told"),
    [
        ([], False),
        ([reason("an office of four years", (D(2004, 1, 1), D(2008, 1, 1)), ENOUGH, happened=False)], True),
        ([reason("an office of twenty years", (D(1990, 1, 1), D(2010, 1, 1)), ENOUGH, happened=False)], False),
        ([reason("another event of these days", (D(2006, 12, 4), D(2006, 12, 20)), 2)], True),
    ],
)
def test_what_may_be_another_needs_something_that_agrees(others: list[Constraint], *, is_told: bool) -> None:
    found = sure([reason("the coup", COUP, 1), *others], any_day_of_a_week)
    assert (found.days[:1] == COUP[:1]) == is_told


def test_what_is_known_by_its_name_is_enough() -> None:
    assert sure([reason("the coup", COUP, ENOUGH)], any_day_of_a_week).days[0] == COUP[0]


def test_that_something_came_later_says_nothing_for_it() -> None:
    office = reason("an office of four years", (D(2004, 1, 1), D(2008, 1, 1)), ENOUGH, happened=False)
    found = sure([reason("told as past", (D(2006, 12, 5), D.max), 2), office], any_day_of_a_week)
    assert found.days[0] == D(2004, 1, 1)


def test_a_witness_that_is_not_heard_never_moves_the_days() -> None:
    weak = reason("told as past", (D(1997, 7, 8), D.max), 1)
    office = reason("an office", (D(1997, 1, 23), D(2001, 1, 20)), ENOUGH, happened=False)
    wrong = bounded("still ahead", [(D.min, D(1997, 7, 31))], sure=False)
    line = Constraint("a dateline", lambda day, _: (day.month, day.day) == (2, 26))
    assert sure([weak, office, wrong, line], any_day_of_a_week).days == ()


CARTER = (
    "HAVANA - A guest spoke before Fidel Castro on Tuesday. Not one, serving or retired, had come before.\n\n"
    "President George W. Bush said on Tuesday that he would go to Miami."
)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Soldiers seized power in a coup in Fiji on Tuesday.", None),  # or one of those that no file has
        (CARTER, ("2001-01-20", "2009-01-20")),
        ("Gov. Sarah Palin said on Saturday that her church had burned.", ("2006-12-04", "2009-07-26")),
    ],
)
def test_a_happening_that_may_be_another_dates_nothing(text: str, days: tuple[str, str] | None) -> None:
    assert interval(text) == days


def test_a_prime_minister_with_more_names_is_not_another_of_his_first() -> None:
    """Ibrahim Hassane Mayaki is not Anwar Ibrahim."""
    mayaki = "The prime minister, Ibrahim Hassane Mayaki, spoke on the radio on Friday."
    assert [h for h in terms_of_office().named_in(mayaki) if "Anwar Ibrahim" in {t.name for t in h.terms}] == []


def test_a_month_in_what_was_is_not_ahead() -> None:
    text = "The states, which were invited in July 1997, will join on Friday. President Bill Clinton spoke on Friday."
    found = interval(text)
    assert found is not None
    assert found[1] > "1999-02-27"
