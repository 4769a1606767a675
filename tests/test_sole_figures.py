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


def test_a_list_of_parts_counts_for_no_whole():
    assert not _conflicts("The navy captured 23 pirates.", "The navy captured 12 Somali and 11 Yemeni pirates.")


def test_what_is_told_again_in_another_currency_is_no_second_figure():
    assert not _conflicts(
        "Damage to the church was put at 1 million euros ($1.52 million).",
        "Damage to the church was put at 1 million euros.",
    )
