"""Figures of one happening in two accounts: a magnitude, one more wounded, the people of a place."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings


def _conflicts(*texts):
    articles = [
        make_article(text, id=str(n), outlet=f"Paper {n}", published=dt.date(2021, 7, 1))
        for n, text in enumerate(texts)
    ]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    found = [d for line in record.lines for d in line.differences if d.conflict]
    return [(d.slot, {value.value for value in d.values}) for d in found]


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        (
            "A 5.9 magnitude earthquake struck Peru on Monday.",
            "A 6.1-magnitude quake hit Peru on Monday. One of magnitude 7.7 killed 400 people in Lima in March 2003.",
            {"5.9", "6.1"},
        ),
        (
            "A man opened fire at a mill in Larvik on Monday, killing two workers and wounding two others.",
            "A guard killed two men and badly injured a third at the mill in Larvik on Monday.",
            {"two", "a third"},
        ),
        (
            "The quake shook Jan Mayen island, home to 120,000 people.",
            "The quake was centred near Jan Mayen Island, home to 200,000 people, geologists said.",
            {"120,000 people", "200,000 people"},
        ),
    ],
)
def test_figures_that_cannot_both_hold_are_one_conflict(one, two, values):
    assert _conflicts(one, two) == [("amount", values)]
    assert _conflicts(two, one) == [("amount", values)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (  # a part, and not one more
            "The blast in Larvik killed five people and hurt two others.",
            "The blast in Larvik killed five people, and hurt a third of the crew of the ferry.",
        ),
        (  # two places
            "The quake struck Larvik, home to 120,000 people.",
            "The quake was centred near Bergen, home to 200,000 people.",
        ),
    ],
)
def test_a_part_and_another_place_are_none(one, two):
    assert not _conflicts(one, two)


def test_who_gives_both_magnitudes_does_not_keep_two_others_from_parting():
    strong = "The 6.1-magnitude quake struck Larvik island and the city of Molde on Monday."
    weak = "A quake of magnitude 5.9 struck Larvik island and the city of Molde on Monday."
    both = "Larvik's centre said the quake measured magnitude 5.9, but a survey said it was a magnitude 6.1 quake."
    assert ("amount", {"6.1", "5.9"}) in _conflicts(strong, weak)
    assert ("amount", {"6.1", "5.9"}) in _conflicts(strong, weak, both)


THWARTED = "The navy thwarted an attack on Monday, {}."


@pytest.mark.parametrize(
    ("one", "two", "parted"),
    [
        ("apprehending 26 Malian sailors", "and rescued 26 Malian crewmen", True),
        (
            "apprehending 26 Malian sailors, in the fifth such operation of the fleet since May",
            "and rescued 26 Malian crewmen",
            True,
        ),
        ("apprehending 26 Malian sailors", "and rescued 26 Kenyan crewmen", False),  # others
        ("apprehending 26 Malian sailors", "and rescued 24 Malian crewmen", False),
        ("apprehending 26 Malian sailors and rescuing 26 Malian crewmen", "and rescued 26 Malian crewmen", False),
    ],
)
def test_the_same_people_cannot_be_held_and_freed(*, one: str, two: str, parted: bool):
    found = _conflicts(THWARTED.format(one), THWARTED.format(two))
    assert [slot for slot, _ in found] == (["result"] if parted else [])


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        (
            "The tanker left with all of its 23 crew on board.",
            "All 22 sailors, including nine Indians, were well.",
            ("23 crew", "22 sailors"),
        ),
        ("All 12 miners were well.", "The 13 miners were tired.", ("12 miners", "13 miners")),
        ("The new force would have 6,000 soldiers.", "The force will number 5,000.", ()),
        (
            "The new force would have 6,000 soldiers.",
            "The force, which will number 5,000 troops, is late.",
            ("6,000 soldiers", "5,000 troops"),
        ),
        (
            "The port will reopen, Bo Aas said on Saturday after a two-day visit to Lima.",
            "Siri Holm said on Sunday that during Aas's one-day visit to Lima there was no talk of the port.",
            ("two-day", "one-day"),
        ),
        ("The 12 miners were well.", "The 13 miners were tired.", ()),  # some of them
        ("Peru has 1,500 soldiers in Larvik.", "The new force would have 6,000 soldiers.", ()),
    ],
)
def test_all_of_a_kind_have_one_figure(one: str, two: str, values: tuple[str, ...]):
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}") for n, text in enumerate((one, two))]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    apart = [d for line in record.lines for d in line.differences if d.conflict and d.slot == "amount"]
    assert [tuple(value.value for value in d.values) for d in apart] == ([values] if values else [])


@pytest.mark.parametrize(
    ("toll", "standing"),
    [
        ("The toll from the blast in Larvik stood at 24.", "differ"),
        ("The army said the death toll from the blast in Larvik was 24.", "differ"),
        ("The army put the toll of the blast in Larvik at 20.", "agree"),
        ("The toll from the blast in Larvik rose by 24.", ""),
    ],
)
def test_a_toll_is_of_the_dead(toll: str, standing: str):
    texts = ("The blast in Larvik killed 20 people.", toll)
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    told = [
        line.standing for line in record.lines if line.standing != "single" and "name the blast" not in line.summary
    ]
    assert told == ([standing] if standing else [])


def test_a_bomb_in_a_town_is_not_the_town():
    article = make_article("A bomb in Larvik killed at least 20 soldiers on Monday.", outlet="Paper")
    [record] = rashomon.compare(article, settings=Settings(one_story=True))
    assert record.lines[0].summary.startswith("A bomb in Larvik killed")
