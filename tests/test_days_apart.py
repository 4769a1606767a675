"""Days by their names for one deed: two accounts that name two are in conflict, whatever their own days."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings

SANK = "The frigate Larvik sank a herring trawler on November 19."
FOILED = "The Norland navy foiled an attack on herring trawlers on Thursday, seizing 26 pirates."


def _conflicts(*texts, day=None):
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}", published=day) for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return [
        tuple(value.value for value in d.values)
        for line in record.lines
        for d in line.differences
        if d.conflict and d.slot == "when"
    ]


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        (SANK, "On November 18, the frigate Larvik sank a herring trawler.", ("November 19", "November 18")),
        (
            "On November 19 the frigate Larvik sank a trawler, its third strike since its deployment on November 2.",
            "On November 18 the frigate Larvik sank a trawler off the coast.",
            ("November 19", "November 18"),
        ),
        (
            FOILED,
            "The Norland navy thwarted an attack on trawlers sailing the Gulf of Aden on Friday, seizing 26 pirates.",
            ("Thursday", "Friday"),
        ),
        (
            "Eva Lund sold the mill for two million crowns in 1934.",
            "The mill was sold by Eva Lund for two million crowns in 1943.",
            ("1934", "1943"),
        ),
        (
            "Jens Moe stabbed and killed his uncle at an inn in Larvik in 1934.",
            "Jens Moe was poor. In 1943 he stabbed and killed his uncle at an inn in Larvik.",
            ("1934", "1943"),
        ),
        (  # a caption whose participle hangs on no verb
            "A young boy standing near the wall of Larvik on Monday. Police arrested Bo Aas on Tuesday.",
            "Police arrested Bo Aas on Wednesday.",
            ("Tuesday", "Wednesday"),
        ),
    ],
)
def test_two_days_of_one_deed_are_in_conflict(one, two, values):
    assert values in _conflicts(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (SANK, "The frigate Larvik sank a herring trawler on 19 November."),
        (SANK, "The frigate Larvik sank a herring trawler in November."),
        (
            FOILED,
            "The Norland navy foiled an attack on herring trawlers early on Friday, seizing 26 pirates.",
        ),  # a night
        (FOILED, "The Norland navy said on Friday that it had foiled an attack on herring trawlers."),  # another verb
        (FOILED, "The Norland navy seized 26 pirates before Friday, foiling an attack on herring trawlers."),
        (
            "Eva Lund sold the mill, built in 1934, for two million crowns.",
            "In 1943 Eva Lund sold the mill for two million crowns.",
        ),
        (
            "Eva Lund sold the mill for two million crowns in May 1943.",
            "In 1943 Eva Lund sold the mill for two million crowns.",
        ),
        (  # it names two
            FOILED,
            "The Norland navy foiled an attack on herring trawlers on Friday. It had foiled another on Thursday.",
        ),
    ],
)
def test_one_day_a_night_or_the_day_of_another_verb_is_none(one, two):
    assert not _conflicts(one, two)


def test_an_infinitive_that_hangs_on_nothing_stops_nothing():
    texts = ("Not to have a good life but just to survive in Peru. Aas won the vote.", "Aas won the vote in Peru.")
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    assert [line.standing for line in record.lines] == ["agree"]


def test_that_year_is_shown_with_its_number():
    texts = (
        "Jens Moe killed his uncle at an inn in Larvik in 1934.",
        "In 1943 Jens Moe went home. Later that year he killed his uncle at an inn in Larvik.",
    )
    articles = [make_article(text, id=str(n), published=dt.date(2021, 7, 1)) for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    [found] = [d for line in record.lines for d in line.differences if d.conflict]
    assert [value.value for value in found.values] == ["1934", "Later that year (1943)"]


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        (
            "Police said the man was arrested on Thursday.",
            "The man was arrested on Friday, according to police.",
            ("Thursday (16 May 2024)", "Friday (17 May 2024)"),
        ),
        (
            "The navy said it had sunk the trawler on November 18.",
            "On November 19, the navy sank the trawler, officials said.",
            ("November 18", "November 19"),
        ),
        (
            "The ministry said the bridge would reopen in June.",
            "The bridge will reopen in September, according to the ministry.",
            ("June", "September"),
        ),
        (
            "He sold the field in Larvik for a reported $30 million in 1957.",
            "The field in Larvik was sold for $30 million in 1967.",
            ("1957", "1967"),
        ),
    ],
)
def test_so_are_days_of_what_somebody_is_said_to_have_told_and_of_a_sum(one, two, values):
    assert values in _conflicts(one, two, day=dt.date(2024, 5, 20))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Police said on Thursday that the man was arrested.", "Police said on Friday that the man was arrested."),
        ("Police said the man was arrested on Thursday night.", "The man was arrested early on Friday, police said."),
        ("The bridge will reopen on June 3, the ministry said.", "The ministry said the bridge would reopen in June."),
        ("Eva Lund sold the mill, it said on Monday.", "It said Eva Lund sold the mill on Friday."),
        (
            "Bo Aas was charged with murder Saturday, police said.",
            "Police said Bo Aas has been charged with murder after a shooting at an office party in Larvik Friday.",
        ),
    ],
)
def test_the_day_of_the_saying_a_night_and_a_finer_grain_are_none(one, two):
    assert not _conflicts(one, two, day=dt.date(2024, 5, 20))
