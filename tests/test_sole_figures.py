"""Figures of one thing done that cannot both hold, and figures that only look so."""

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings

FELL = "The climber fell 60 metres from the ridge above Larvik, rescuers said."


def _conflicts(*texts: str) -> list[tuple[str, tuple[str, ...]]]:
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    differences = [d for line in record.lines for d in line.differences if d.conflict]
    return [(d.slot, tuple(value.value for value in d.values)) for d in differences]


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        (FELL, "A man died after falling about 150 metres at Larvik.", ("60 metres", "150 metres")),
        (
            "The yard in Larvik hired 300 welders.",
            "Some 400 welders were hired by the yard.",
            ("300 welders", "400 welders"),
        ),
        (
            "The pirates hold about a dozen ships off Larvik.",
            "Pirates still hold at least 14 vessels off Larvik.",
            ("a dozen ships", "14 vessels"),
        ),
        (
            "Pirates still hold nearly 300 crewmen off Larvik.",
            "They hold more than 300 crew members.",
            ("nearly 300 crewmen", "over 300 crew members"),
        ),
        (
            "Masked demonstrators attacked four shops and two banks in Larvik on Sunday.",
            "Masked demonstrators attacked at least three banks and a police station in Larvik on Sunday.",
            ("two banks", "three banks"),
        ),
        (
            "The navy recovered seven rifles, three speedboats and grenades off Larvik.",
            "The navy seized two small boats off Larvik. Pirates attacked 100 vessels last year.",
            ("three speedboats", "two small boats"),
        ),
        (
            "A quake flattened seven villages near Larvik on Sunday.",
            "A quake destroyed four villages near Larvik on Sunday.",
            ("seven villages", "four villages"),
        ),
        (
            "A gunman killed 49 people in Larvik on Monday.",
            "Anna Berg said: “He accepts congratulations at a time when 50 people are slaughtered.”",
            ("49 people", "50 people"),
        ),
    ],
)
def test_two_accounts_that_each_give_one_figure_of_a_deed_are_in_conflict(one, two, values):
    assert ("amount", values) in _conflicts(one, two)
    assert any(set(found) == set(values) for _, found in _conflicts(two, one))


@pytest.mark.parametrize(
    "two",
    [
        "A man died after falling about 200 feet at Larvik.",  # the same, in another unit
        "A man died after falling about 150 metres at Larvik. His friend fell 60 metres.",  # it has both
        "A man climbed 150 metres above Larvik.",  # another deed
        "A man will fall 150 metres in a film about Larvik.",  # one that is ahead
        "Anna Berg did not fall 150 metres at Larvik.",  # or was not
    ],
)
def test_figures_that_fit_that_both_have_or_of_another_deed_are_in_none(two):
    assert not _conflicts(FELL, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Pirates still hold nearly 300 crewmen off Larvik.", "They hold 300 crew members."),  # rounded
        ("The pirates hold about a dozen ships.", "Pirates still hold at least 11 vessels."),
        (
            "Masked demonstrators attacked two banks in Larvik.",
            "Youths attacked three other banks in Larvik.",
        ),  # besides these
        ("Bo Holm missed nine games for Larvik.", "Bo Holm missed nine of the 16 games for Larvik."),  # of all
        ("Bo Holm scored six goals on offense.", "Bo Holm scored three goals on returns."),  # in two ways
        ("The quake destroyed four villages near Larvik.", "The quake destroyed houses in seven villages near Larvik."),
        ("The navy seized three boats.", "The navy seized rifles from 12 pirates, crews of two boats."),
        ("A gunman killed 49 people in Larvik.", "A gunman killed about 50 people in Larvik."),
        ("A bomb killed 195 people in Larvik.", "A bomb killed 200 people in Larvik."),  # rounded
    ],
)
def test_small_counts_that_fit_or_are_of_a_part_are_in_none(one, two):
    assert not _conflicts(one, two)


def test_two_figures_in_which_two_clauses_part_are_two_conflicts():
    one = "Pirates holding about a dozen ships and nearly 300 crewmen off Larvik."
    two = "They hold at least 14 foreign vessels and more than 300 crew members."
    assert len(_conflicts(one, two)) == 2


def test_a_figure_parts_two_accounts_whose_clauses_stand_in_two_lines():
    one = "The guards shot Bo Holm on Monday. A doctor said that Holm was shot seven times."
    two = "Bo Holm, 16, was shot eleven times by the guards of Larvik harbour. A doctor saw Holm."
    assert ("amount", ("seven times", "eleven times")) in _conflicts(one, two)


def test_a_list_of_parts_counts_for_no_whole():
    assert not _conflicts("The navy captured 23 pirates.", "The navy captured 12 Somali and 11 Yemeni pirates.")


def test_what_is_told_again_in_another_currency_is_no_second_figure():
    assert not _conflicts(
        "Damage to the church was put at 1 million euros ($1.52 million).",
        "Damage to the church was put at 1 million euros.",
    )
