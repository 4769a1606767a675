"""One deed that two accounts tell in other words, and where they part in it."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings


def test_a_deed_is_told_by_the_account_that_names_whom_it_was_done_to():
    texts = (
        "Larvik Oil sold out after Peru sanctioned it on Monday.",
        "Peru on Monday imposed sanctions on Larvik Oil.",
    )
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    [line] = [line for line in record.lines if line.kind == "undertaking" and len(line.claims) > 1]
    assert line.summary.startswith("Peru imposed sanctions on Larvik Oil")


def _standings(one: str, two: str) -> list[tuple[str, list[str]]]:
    day = dt.date(2021, 7, 1)
    articles = [make_article(x, id=str(n), outlet=f"Paper {n}", published=day) for n, x in enumerate((one, two))]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    several = [line for line in record.lines if len({claim.article for claim in line.claims}) > 1]
    return [(line.standing, [d.slot for d in line.differences if d.conflict]) for line in several]


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (
            "Ana Duarte met Bo Aas at the Continental Hotel on June 30.",
            "Ana Duarte held talks with Bo Aas in Lima on June 30.",
            ("agree", []),
        ),
        (
            "Ana Duarte met with Bo Aas on June 30.",
            "Ana Duarte met Bo Aas in Lima on June 30.",
            ("agree", []),
        ),
        (
            "Peru and Chile signed five agreements on June 28.",
            "Peru and Chile signed three cooperation documents on June 28.",
            ("differ", ["amount"]),
        ),
        (
            "The Guards seized the tanker in the Strait of Hormuz on June 26.",
            "The tanker was stopped by the Guards on June 25.",
            ("differ", ["when"]),
        ),
    ],
)
def test_one_deed_is_known_by_other_words(one: str, two: str, found: tuple[str, list[str]]):
    assert found in _standings(one, two)


def test_two_meetings_in_two_towns_are_two():
    assert not _standings("Ana Duarte met Bo Aas in Lima on Monday.", "Ana Duarte met Bo Aas in Oslo on Monday.")
