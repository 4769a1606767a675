"""Candidacies, offices left and to come, years ahead and levels of shares bound the day of an undated article."""

import datetime as dt

import pytest

from rashomon.linking.dating.solver import bounded, solve
from rashomon.model import Published
from tests.conftest import reading_of

FALL = "The Dow Jones industrial average fell 120 points to 7,465.95 on Thursday."


def interval(text: str) -> tuple[str, str] | None:
    found = reading_of(text, upto="dates").published
    return (str(found.earliest), str(found.latest)) if isinstance(found, Published) else None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Presumptive Democratic nominee Hillary Clinton opened the pier on Friday.", ("2016-06-06", "2016-07-29")),
        ("Republican presidential candidate Herman Cain opened the pier on Friday.", ("2011-05-21", "2012-01-03")),
        ("Former Republican presidential candidate Herman Cain opened the pier on Friday.", None),
        ("The 2012 Republican presidential candidate Herman Cain opened the pier on Friday.", None),
        ("Likely Republican presidential candidate Herman Cain opened the pier on Friday.", None),
        ("Former mayor and presidential candidate Herman Cain opened the pier on Friday.", None),
        ("President-elect Vicente Fox opened the pier on Friday.", ("2000-06-24", "2000-12-01")),
        (
            "Former President Bill Clinton opened the pier on Friday. Prime Minister Tony Blair said it was time.",
            ("2001-01-20", "2007-07-11"),
        ),
        # whom a president appointed may serve for long after him
        ("A judge appointed by President Jimmy Wales closed the pier on Friday.", None),
        ("A judge appointed by President George H.W. Bush closed the pier on Friday.", None),
    ],
)
def test_who_seeks_or_has_left_an_office(text: str, days: tuple[str, str] | None) -> None:
    found = interval(text)
    assert (found and found[1]) == (days and days[1])
    assert (
        found is None or days is None or abs(dt.date.fromisoformat(found[0]) - dt.date.fromisoformat(days[0])).days < 9
    )


def test_two_rivals_bound_news_of_a_campaign() -> None:
    told = "The rivals debated in Ohio on Friday. Mitt Romney and Newt Gingrich spoke of the pier."
    found = interval(told)
    assert found == ("2011-04-11", "2012-11-13")
    assert interval(told + " Vice President Mike Pence was there.") != found


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The yard was built in 2004. The first ship is expected to sail in 2008.", "2008-12-31"),
        ("The yard was built in 2004. The first ship was expected to sail in 2008.", None),
        ("The yard was built in 2004. The firm will report its results for 2008.", None),
        ("The yard was built in 2004. The fleet will grow to 60 ships, from 40 in 2008.", None),
    ],
)
def test_a_year_that_is_still_ahead(text: str, last: str | None) -> None:
    found = interval(text)
    assert (found and found[1]) == last


def test_levels_of_shares() -> None:
    assert interval(FALL) == ("1997-01-01", "2010-01-07")
    assert interval(FALL + " The FTSE 100 closed at 3,500.86.") == ("2003-01-01", "2010-01-07")
    assert interval(FALL.replace("to 7,465.95", "from a record of 7,465.95")) is None


def test_a_bound_that_fits_nothing_gives_way_to_the_next() -> None:
    days = [dt.date(2001, 1, 1), dt.date(2001, 1, 9), dt.date(2001, 3, 1), dt.date(2001, 3, 9)]
    since = bounded("since", [(dt.date(2001, 2, 1), dt.date.max)])
    early, late = (bounded(why, [(a, b)], sure=False) for why, a, b in (("early", *days[:2]), ("late", *days[2:])))
    found = solve([since, early, late])
    assert (found.days[0], found.days[-1]) == (days[2], days[3])


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (  # in one breath
            "A train stopped. Abdullah Ocalan was seized in Nairobi and flown to Turkey, bound, on Tuesday.",
            ("1999-02-16", "1999-02-22"),
        ),
        (
            "A train stopped. The looting began on Thursday, hours after President Askar Akayev had fled.",
            ("2005-03-24", "2005-03-30"),
        ),
        ("A train stopped. The looting began on Thursday because President Askar Akayev had fled.", None),
        (  # told again by its word alone
            "The head of the railway whose oil train destroyed Lac-Megantic came. The cars blew up on Saturday.",
            ("2013-07-06", "2013-07-12"),
        ),
        ("A court heard of the oil train that destroyed Lac-Megantic years ago. A tank blew up on Saturday.", None),
        (  # what a court finds of somebody
            "A jury in Bordeaux on Thursday found Maurice Papon, a minister, guilty of complicity.",
            ("1998-04-02", "1998-04-08"),
        ),
        (  # of him whom the sentence has named
            "Prime Minister Robert Fico was fighting for his life in hospital on Wednesday after a man shot him.",
            ("2024-05-15", "2024-05-21"),
        ),
        (  # what the lead leaves to the sentence after it
            "NAIROBI - The Sudanese government and the rebels on Sunday signed an agreement. John Garang wept.",
            ("2005-01-09", "2005-01-15"),
        ),
    ],
)
def test_what_ties_a_happening_to_the_weekday(text: str, days: tuple[str, str] | None) -> None:
    assert interval(text) == days


def test_a_weekday_told_by_the_way_is_not_that_of_the_news() -> None:
    text = "The Test starts on Saturday. Nuwan Perera, who won the last one on Monday, spoke."
    assert interval(text + " Askar Akayev fled on Thursday.") == ("2005-03-24", "2005-03-30")
