"""On which day the record says that something was: the deed's own, and in the text's words where nobody knows it."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import Time, make_article
from rashomon.settings import Settings
from tests.test_told_right import told


def test_a_day_behind_a_deed_within_is_not_that_of_the_main_clause():
    of_another = "Leo Marsh was jailed for helping the men who raided the Moss bank, which stood open, on 17 June."
    own = "Leo Marsh met Anna Berg, who runs the Moss bank, in Larvik on 17 June."
    assert [line.summary for line in told(of_another).lines if "17 June 2021" in line.summary] == []
    assert any("17 June 2021" in line.summary for line in told(own).lines)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("In May, thieves stole the crown of Larvik.", "Thieves stole the crown of Larvik in May."),
        ("Earlier this year, Norway expelled two envoys.", "Norway expelled two envoys."),
        ("In 2009, Norway expelled two envoys.", "Norway expelled two envoys in 2009."),
        ("In Larvik, thieves stole a crown.", "Thieves stole a crown."),
    ],
)
def test_a_deed_of_an_article_without_its_day_keeps_the_words_for_when_it_was(text, sentence):
    [record] = rashomon.compare(make_article(text), settings=Settings(one_story=True))
    assert sentence in [line.summary for line in record.lines]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On Friday, guards could be seen at the bank.", [25]),
        ("On Friday, guards could be seen at a bank where, the night before, thieves stole a crown.", [25, 24]),
        ("On Friday, the court could rule.", [2]),
    ],
)
def test_what_could_be_seen_on_a_day_was_seen(text, days):
    [reading] = rashomon.read(make_article(text, published=dt.date(2021, 7, 1)))
    assert [time.earliest.day for time in reading.of(Time)] == days


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Earlier Monday, Ola Vik says the ferry was full.", "On 28 June 2021, Ola Vik says the ferry was full."),
        ("On Monday, Ola Vik insists the ferry is safe.", "On 28 June 2021, Ola Vik insists the ferry is safe."),
        ("Ola Vik speaks in Larvik on Monday.", "Ola Vik speaks in Larvik on 5 July 2021."),
    ],
)
def test_what_is_told_to_be_said_has_been_said(text, sentence):
    assert sentence in [line.summary for line in told(text).lines]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Peru and Chile hold talks in Lima next week.",
            "Peru and Chile are to hold talks in Lima in the week of 5 July 2021.",
        ),
        ("Ola Vik and Dan Berg met Monday in Larvik.", "Ola Vik and Dan Berg met on 28 June 2021 in Larvik."),
    ],
)
def test_what_a_present_tells_of_a_day_to_come_is_planned(text, sentence):
    assert [line.summary for line in told(text).lines] == [sentence]
