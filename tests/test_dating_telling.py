"""Events with known days as agencies tell them: what the clause makes of a happening, and how far off the news is."""

import pytest

from rashomon.linking.dating.almanac import almanac
from tests.test_dating import interval


def told(sentence: str) -> list[str]:
    return [t.event.id for t in almanac().told_in(sentence, 0, len(sentence), sentence.lower())]


@pytest.mark.parametrize(
    "text",
    [
        "The European Court held last Friday, in the case of Jean-Marc Bosman, that a club may not ask a fee.",
        "The ECJ court ruled last Friday on Bosman, whose club had warned that it might close if he left.",
    ],
)
def test_what_a_verb_of_the_past_tells_is_not_put_ahead_by_what_depends_on_it(text: str) -> None:
    assert interval(text) == ("1995-12-16", "1995-12-22")


@pytest.mark.parametrize(
    "text",
    [
        "The yard would close after the European Court of Justice ruled on Friday on Bosman, it said.",
        "The yard will close if the European Court of Justice ruled on Friday on Bosman.",
    ],
)
def test_what_a_clause_of_the_future_depends_on_is_no_past(text: str) -> None:
    assert interval(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "It was on Wednesday that Dubai asked its creditors for a standstill on the debts of Dubai World.",
        "Dubai asked on Wednesday for a standstill until May on the debts of Dubai World.",
    ],
)
def test_a_day_singled_out_is_that_of_what_happened_and_may_is_a_month(text: str) -> None:
    assert interval(text) == ("2009-11-25", "2009-12-01")


def test_a_name_beside_another_is_not_what_the_other_is_of() -> None:
    assert told("The president of Niger, General Ibrahim Bare Mainassara, was killed.") == ["mainassara-1999"]
    assert told("Supporters of General Ibrahim Bare Mainassara were killed by gunfire.") == []


def test_a_long_aside_parts_nobody_from_what_happened_to_him() -> None:
    aside = "the young officer who gave Burkina Faso its name and tried to make it an example to Africa"
    assert told(f"Captain Thomas Sankara, {aside}, was shot dead with a dozen aides.") == ["sankara-1987"]


def test_title_and_dateline_name_the_place_of_the_lead() -> None:
    lead = "The four Cambodian factions signed a treaty on Wednesday."
    assert interval(f"PARIS - {lead}") == ("1991-10-23", "1991-10-29")
    assert interval(lead) is None


def test_news_told_at_length_may_end_with_the_next_day() -> None:
    text = (
        "PARIS - The four Cambodian factions signed a treaty late on Wednesday.\n\n"
        "Shops opened again on Thursday. Fishermen had mended their nets on Monday.\n"
    )
    assert interval(text) == ("1991-10-23", "1991-10-27")


def test_days_counted_from_an_event_are_not_those_of_other_news_of_the_lead() -> None:
    text = (
        "PRETORIA - The players received an envoy, five days after Hansie Cronje confessed that he had not been honest."
        "\n\nThe board on Saturday put off the tour.\n"
    )
    found = interval(text)
    assert found is not None
    assert found[0] <= "2000-04-16" <= found[1]


def test_last_february_may_be_that_of_the_year_before() -> None:
    text = "Seventy-three soldiers died last February when two Israeli helicopters collided near the border of Lebanon."
    found = interval(text)
    assert found is not None
    assert found[0] <= "1998-03-01" <= found[1]


def test_a_verb_whose_past_is_no_other_word_may_tell_the_past() -> None:
    text = "Presidents Mahuad of Ecuador and Fujimori of Peru put their names to a peace in Brasilia on Monday."
    found = interval(text)
    assert found is not None
    assert found[0] <= "1998-10-28" <= found[1]


def test_a_day_that_stands_with_an_object_of_an_object_is_that_of_the_deed() -> None:
    text = (
        "Switzerland's central bank tore up the heart of its policy on Thursday, freeing the franc from its ceiling. "
    )
    text += "President Barack Obama said on Thursday that he had been told."
    assert interval(text) == ("2015-01-15", "2015-01-21")


def test_a_happening_that_came_again_is_dated_by_no_one_time_alone() -> None:
    assert told("There was a coup in Niger on Tuesday.") == [f"niger-coup-{year}" for year in (1996, 1999, 2010, 2023)]
