"""What accounts tell of a person: an age, a state, a rank, a spelling; two that cannot both be so are a difference."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings

ONE = Settings(one_story=True)


def _lines(*texts):
    articles = [make_article(text, outlet=f"Paper {number}") for number, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=ONE)
    return [line for line in record.lines if any("particular" in claim.slots for claim in line.claims)]


@pytest.mark.parametrize(
    ("slot", "one", "two", "values"),
    [
        (
            "age",
            "Anders Berg, 32, fell from the lighthouse of Larvik on Monday.",
            "The 31-year-old Anders Berg fell from the lighthouse of Larvik on Monday.",
            {"32", "31"},
        ),
        (
            "grade",
            "Captain Anders Berg was killed near Larvik on Monday.",
            "Major Anders Berg was killed near Larvik on Monday.",
            {"captain", "major"},
        ),
        (
            "grade",
            "Captain Anders Berg was killed near Larvik on Monday.",
            "“Nobody saw Major [Anders] Berg near Larvik,” Liv Holm said.",
            {"captain", "major"},
        ),
        (
            "children",
            "Video of mother of nine Anna Berg was shown in Larvik on Monday.",
            "Anna Berg, a mother of 8, fell from the lighthouse of Larvik on Monday.",
            {"9", "8"},
        ),
        (
            "name",
            "Duncan Rait fell from the lighthouse of Larvik on Monday.",
            "Duncan Raite fell from the lighthouse of Larvik on Monday.",
            {"Duncan Rait", "Duncan Raite"},
        ),
    ],
)
def test_two_accounts_that_part_in_what_a_person_is_have_a_line_that_differs(slot, one, two, values):
    [line] = _lines(one, two)
    [difference] = [found for found in line.differences if found.conflict]
    assert (line.kind, line.standing, difference.slot) == ("background", "differ", slot)
    assert {value.value for value in difference.values} == values
    assert all(evidence.end > evidence.start for claim in line.claims for evidence in claim.evidence)


def test_a_line_of_two_spellings_takes_neither_for_the_right_one():
    [line] = _lines("Duncan Rait fell in Larvik on Monday.", "Duncan Raite fell in Larvik on Monday.")
    assert line.summary == "The name of Duncan Rait is spelled in more than one way."


def test_an_age_that_two_accounts_tell_is_agreed():
    [line] = _lines(
        "Anders Berg, 32, fell from the lighthouse of Larvik on Monday.",
        "The 32-year-old Anders Berg fell from the lighthouse of Larvik on Monday.",
    )
    assert (line.standing, line.summary) == ("agree", "Anders Berg is told to be 32 years old.")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Colonel Anders Berg was killed near Larvik.", "Lieutenant Colonel Anders Berg was killed near Larvik."),
        ("Capt. Anders Berg was killed near Larvik.", "Captain Anders Berg was killed near Larvik."),
        ("Viktor Yanukovich spoke in Larvik on Monday.", "Viktor Yanukovych spoke in Larvik on Monday."),
        (  # it has both
            "Anders Berg, 32, fell from the lighthouse of Larvik. His friends say that Anders Berg, 31, was ill.",
            "Anders Berg, 31, fell from the lighthouse of Larvik.",
        ),
        ("Anders Berg, 32, fell from the lighthouse of Larvik.", "Eva Holm, 31, fell from the lighthouse of Larvik."),
    ],
)
def test_what_can_be_one_or_is_of_two_persons_is_no_difference(one, two):
    assert not [line for line in _lines(one, two) if line.standing == "differ"]


@pytest.mark.parametrize(
    ("two", "parted"),
    [
        ("Anders Berg, a New Zealand climber, fell from a ridge on Monday.", ["nationality"]),
        ("The New Zealand-born Australian climber Anders Berg fell from a ridge on Monday.", []),
        ("New Zealand minister Anders Berg fell from a ridge on Monday.", []),
    ],
)
def test_two_states_of_one_person_are_a_difference_and_an_office_tells_none(two, parted):
    lines = _lines("Australian climber Anders Berg fell from a ridge on Monday.", two)
    assert [found.slot for line in lines for found in line.differences] == parted


def test_children_that_two_accounts_count_alike_are_agreed_and_daughters_are_no_count_of_all():
    told = "Anna Berg, a mother of {}, fell from the lighthouse of Larvik on Monday."
    [line] = _lines(told.format("two"), told.format("2"))
    assert (line.standing, line.summary) == ("agree", "Anna Berg is told to have 2 children.")
    assert not _lines(told.format("two"), told.format("three daughters"))


@pytest.mark.parametrize(
    ("one", "two", "parted"),
    [
        ("Statex CEO Anna Berg", "Anna Berg, the chief operating officer of Statex,", ["post"]),
        ("Mayor Anna Berg", "Deputy Mayor Anna Berg", ["post"]),
        ("Statex CEO Anna Berg", "Anna Berg, Statex's chief executive,", []),
        ("Former Mayor Anna Berg", "Gov. Anna Berg", []),  # one after the other
        ("Statex COO Anna Berg", "Mayor Anna Berg", []),  # one can be both
        ("Anna Berg, COO Bo Aas and a clerk", "Statex CEO Anna Berg", []),  # his post
        ("Anna Tony Awards", "Anna Tony Award", []),  # one and several
    ],
)
def test_two_posts_of_which_nobody_holds_both_are_a_difference(one, two, parted):
    lines = _lines(*(f"{who} met the owners in Larvik on Monday." for who in (one, two)))
    assert [found.slot for line in lines for found in line.differences if found.conflict] == parted


@pytest.mark.parametrize(
    ("day", "age", "standing"),
    [
        (dt.date(2007, 3, 20), "29", "compatible"),  # he grew older
        (dt.date(2007, 3, 20), "32", "differ"),
        (dt.date(2005, 6, 27), "29", "differ"),
        (dt.date(2005, 6, 27), "28", "differ"),  # a birthday within days is not likely
    ],
)
def test_an_age_is_told_on_the_day_of_its_account(day, age, standing):
    told = "Anders Berg, {}, was charged in Larvik."
    one = make_article(told.format("27"), outlet="Paper 1", published=dt.date(2005, 6, 25))
    two = make_article(told.format(age), outlet="Paper 2", published=day)
    [record] = rashomon.compare(one, two, settings=ONE)
    assert [line.standing for line in record.lines if line.summary.startswith("Anders Berg is told")] == [standing]


def test_an_age_in_words_is_one_in_figures():
    [line] = _lines(
        "Sixty-year-old Anders Berg fell from the lighthouse of Larvik on Monday.",
        "The 61-year-old Anders Berg fell from the lighthouse of Larvik on Monday.",
    )
    assert {value.value for found in line.differences for value in found.values} == {"60", "61"}
