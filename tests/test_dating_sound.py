"""An undated article is not dated by an event that it may not mean, nor against the people whom it names."""

import datetime as dt

import pytest

from rashomon.linking.dating import by_events
from rashomon.linking.dating.almanac import almanac
from rashomon.linking.dating.undated import Undated
from rashomon.model import Published
from tests.conftest import reading_of


def interval(text: str) -> tuple[str, str] | None:
    found = reading_of(text, upto="dates").published
    return (str(found.earliest), str(found.latest)) if isinstance(found, Published) else None


def told(text: str) -> dict[str, bool]:
    return {t.event.id: t.whole for t in almanac().told_in(text, 0, len(text), text.lower())}


def test_an_event_without_a_name_of_its_own_may_be_any_of_its_state_and_kind() -> None:
    unnamed = told("Soldiers let them go after the coup in Fiji, in which the government fell.")
    assert unnamed.keys() >= {"fiji-coup-1987", "fiji-2006"}
    assert not any(unnamed.values())


def test_what_tells_more_than_state_and_kind_is_told_from_others_of_the_state() -> None:
    assert told("The United States withdrew from the Iran nuclear deal.") == {"jcpoa-withdrawal-2018": False}


def test_an_event_with_a_name_of_its_own_is_sure() -> None:
    assert told("Frank Bainimarama led the coup in Fiji.")["fiji-2006"]


def test_a_city_or_a_club_is_a_name_and_a_capital_is_none() -> None:
    assert told("The dead of Heysel, where fans of Juventus were crushed, were mourned.")["heysel-1985"]
    assert told("In Brussels fans of Juventus were crushed.")["heysel-1985"]
    assert not told("In Jerusalem the bombing of a cafe on Friday was condemned.")["hillel-2003"]


def test_a_month_does_not_date_by_a_deed_without_a_name() -> None:
    text = "The town of Brezovo mourned on Tuesday. Maoist rebels in India killed some 70 policemen in April."
    assert interval(text) is None


LINDH = "The Swedish foreign minister, Anna Lindh, had been due to see Mr Karlov. The death shocked Brezovo."


def test_a_death_is_of_whom_the_text_named_last() -> None:
    assert interval(f"Mayor Ivan Karlov was shot dead on Wednesday. {LINDH}") != ("2003-09-10", "2003-09-25")


def test_a_death_is_of_whom_the_lead_tells() -> None:
    later = "Anna Lindh had been due to come. The death shocked Brezovo."
    assert not says_of_lindh(f"Mayor Ivan Karlov was shot dead on Wednesday. {later}")
    assert says_of_lindh(f"Brezovo met on Wednesday. {later}")


def says_of_lindh(text: str) -> bool:
    found = by_events.constraints(Undated(reading_of(text, upto="times")), almanac())
    return any("Lindh" in c.reason(None) for c in found)


def test_a_clause_by_the_way_does_not_say_after_what_the_news_came() -> None:
    nested = "Crowds met on Wednesday, a day after soldiers freed the men whom they had held since Bainimarama's coup."
    assert interval(nested + " He was in Fiji.") is None
    assert interval("Crowds met on Wednesday, a day after Frank Bainimarama staged a coup in Fiji.") == (
        "2006-12-06",
        "2006-12-12",
    )


def test_people_of_another_time_leave_an_article_open() -> None:
    news = "Frank Bainimarama took power in a coup in Fiji on Tuesday."
    assert interval(news) is not None
    assert interval(f"{news} President Ronald Reagan spoke on Tuesday. Prime Minister Rajiv Gandhi met him.") is None
    others = "David Lange and Rajiv Gandhi said nothing of it."
    assert interval(f"{news} {others}") is None
    assert interval(f"{news} David Lange said nothing of it.") is not None
    assert interval(f"{news} The late David Lange and the late Rajiv Gandhi are remembered there.") is not None
    assert interval(f"{news} {others} Justin Trudeau said nothing either.") is not None  # of no one time


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The dam was built in 2014. The count is projected to swell to 65 million, from 49 million in 2015.", None),
        ("The dam was built in 2014. The count is projected to swell in 2015.", "2015-12-31"),
    ],
)
def test_a_year_from_which_something_grows_is_not_ahead(text: str, last: str | None) -> None:
    found = interval(text)
    assert (found and found[1]) == last


def test_last_friday_is_past_with_its_date_too() -> None:
    text = "President Barack Obama read on Tuesday the polls that had started at a later date: last Friday, January 29."
    found = interval(text)
    assert found is not None
    assert dt.date.fromisoformat(found[0]) >= dt.date(2010, 1, 29)


def test_whoever_is_yet_to_take_office_holds_none() -> None:
    rule = "The Bush administration loosened a rule on Thursday. It does so before the Obama administration"
    assert interval(f"{rule} meets.") == ("2009-01-20", "2017-01-20")
    assert interval(f"{rule} takes office.") is None
    elected = interval("President-elect Barack Obama takes office in weeks, it was said on Thursday.")
    assert elected is not None
    assert elected[1] == "2009-01-20"


def test_the_day_on_which_a_page_was_fetched_is_not_its_own() -> None:
    assert interval("Ferry sails\nPosted 160 days ago [downloaded on 2 October 2013]\nA ferry sailed.") is None
    assert interval("Ferry sails\nPosted on 2 October 2013\nA ferry sailed.") == ("2013-10-02", "2013-10-02")


def test_a_word_without_a_capital_is_nobodys_name() -> None:
    assert (
        interval("Crowds met in Seoul on Tuesday. He had been expected to run for president in next year's vote.")
        is None
    )


def test_whoever_has_left_an_office_is_not_said_to_hold_it() -> None:
    talks = "Talks were held in Brezovo on Tuesday. President Jorge Batlle of Uruguay spoke"
    assert interval(f"{talks}, and so did President Fernando de la Rua.") == ("2000-03-01", "2001-12-21")
    left = f"{talks}, and so did President Fernando de la Rua, who left by helicopter."
    assert interval(left) == ("2000-03-01", "2005-03-01")


def test_a_month_some_years_ago_is_not_the_last_of_its_name() -> None:
    text = "Hugo Chavez spoke in Caracas on Monday. Hugo Chavez was briefly ousted in a coup in April two years ago."
    found = interval(text)
    assert found is not None
    assert found[0] <= "2004-08-16" <= found[1]
