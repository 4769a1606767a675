"""How long a deed went on: lengths of one deed that cannot both hold, and lengths that only look so."""

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings

TALKED = "Police spent about two hours negotiating with the gunman in Larvik."
SERVED = "Bo Holm was serving a 12-year sentence when he died."


def _lengths(*texts: str) -> list[tuple[str, ...]]:
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    differences = [d for line in record.lines for d in line.differences if d.conflict]
    return [tuple(value.value for value in d.values) for d in differences if d.slot == "amount"]


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        (TALKED, "The police negotiated with the gunman for 40 minutes in Larvik.", ("about two hours", "40 minutes")),
        (
            TALKED,
            "Police closed the street in Larvik for almost three hours while they negotiated with the gunman.",
            ("about two hours", "almost three hours"),
        ),
        (SERVED, "Bo Holm died while serving a 15-year sentence.", ("12-year", "15-year")),
        (
            "Bo Holm agreed to a two-year deal with Larvik.",
            "Larvik said that Bo Holm had agreed to a three-year deal.",
            ("two-year", "three-year"),
        ),
        (
            "The tremor in Larvik lasted just over 10 seconds, officials said.",
            "A witness said the tremor lasted around 30 seconds.",
            ("just over 10 seconds", "around 30 seconds"),
        ),
        (
            "The flight to Larvik took nine hours.",
            "The flight to Larvik took four hours, officials said.",
            ("nine hours", "four hours"),
        ),
    ],
)
def test_two_accounts_that_give_two_lengths_of_one_deed_are_in_conflict(one, two, values):
    assert _lengths(one, two) == [values]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (TALKED, "The police negotiated with the gunman for more than two hours in Larvik."),  # fits
        (TALKED, "The police negotiated with the gunman for 125 minutes in Larvik."),  # rounded
        (TALKED, "The police negotiated with the gunman for the last 40 minutes in Larvik."),  # a part
        (TALKED, "The mayor of Larvik negotiated with the bank for 40 minutes."),  # other people
        (TALKED, "Police will negotiate with the gunman for 40 minutes in Larvik."),  # ahead
        (TALKED, "Forty minutes later police negotiated with the gunman in Larvik."),  # when, not how long
        (TALKED, "Police negotiated with the gunman for 40 minutes in Larvik. They left two hours later."),  # has both
        (
            TALKED,
            "Police negotiated with the gunman for an hour and a half in Larvik. They spent 40 minutes more talking.",
        ),
        (
            TALKED,
            "Police negotiated for three hours and, after a break, negotiated for one hour with the gunman in Larvik.",
        ),
        (SERVED, "Bo Holm's brother died while serving a 15-year sentence."),
        (SERVED, "Bo Holm had served a two-year ban."),  # another thing
        ("The tremor in Larvik lasted just over 10 seconds.", "The tremor in Larvik lasted 11 seconds."),
        ("The flight to Larvik took nine hours.", "The flight to Larvik took off four hours late."),
    ],
)
def test_lengths_that_fit_or_are_of_another_deed_are_in_none(one, two):
    assert not _lengths(one, two)


def test_who_gives_a_length_with_a_noun_for_the_deed_stands_with_those_who_give_it_by_a_verb():
    one = "Bo Holm surrendered in Larvik after two hours of negotiations with police."
    other = "The police negotiated with the gunman for almost four hours in Larvik."
    assert _lengths(TALKED, other, one) == [("about two hours", "almost four hours", "two hours")]
    assert not _lengths(one, TALKED)


def _standings(*texts: str) -> dict[str, str]:
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return {line.kind: line.standing for line in record.lines if len(line.claims) > 1}


def test_who_parts_in_how_long_a_deed_took_does_not_agree_on_it():
    one, two = "The flight to Larvik took nine hours.", "The flight to Larvik took four hours."
    assert _standings(one, two) == {"event": "compatible", "figure": "differ"}
    assert "agree" in _standings(one, one.replace("flight", "first flight")).values()


def test_what_took_off_is_not_what_took_two_hours():
    assert not _standings("The flight to Larvik took nine hours.", "The flight to Larvik took off four hours late.")
