"""Who met whom where a noun tells it: said to have met, and said not to have had a meeting."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings

DAY = dt.date(2021, 7, 1)


def _standings(*texts: str) -> list[str]:
    articles = [make_article(t, published=DAY, outlet=f"Post {n}", id=str(n)) for n, t in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return [line.standing for line in record.lines if len({claim.article for claim in line.claims}) > 1]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Ana Duarte said she had met Bo Aas at the harbour.",
            "Ana Duarte said no meeting with Bo Aas had taken place.",
        ),
        (
            "Ana Duarte said she had met Bo Aas at the harbour.",
            (
                "Ana Duarte said no meeting with her Norwegian counterpart Bo Aas had taken place, but that the sides "
                "swapped more than 300 letters."
            ),
        ),
    ],
)
def test_a_meeting_that_is_denied_is_against_one_that_is_told(one, two):
    assert _standings(one, two) == ["differ"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ana Duarte held talks with Bo Aas on Friday.", "Ana Duarte did not hold talks with Eva Lund."),
        ("Ana Duarte said she had met Bo Aas.", "Ana Duarte said no meeting with Eva Lund had taken place."),
    ],
)
def test_whom_somebody_did_not_meet_is_another(one, two):
    assert "differ" not in _standings(one, two)
