"""A pledge or threat is told with what took it back, and a deed that an accord asks for with the accord."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings


@pytest.mark.parametrize(
    ("text", "summaries"),
    [
        (
            "Bo Aas had offered to resign but later withdrew the offer.",
            ["Bo Aas had offered to resign but later withdrew the offer."],
        ),
        ("Bo Aas pledged to sign the treaty but did not.", ["Bo Aas pledged to sign the treaty but did not."]),
        (
            "Chad agreed to withdraw its troops but kept two bases.",
            ["Chad agreed to withdraw its troops but kept two bases."],
        ),
        (
            "Norway condemned the launch but said it was open to talks.",
            ["Norway condemned the launch.", "Norway said it was open to talks."],
        ),
        ("Chad and Sudan failed to agree on a truce on Monday.", [
            "Chad and Sudan failed to agree on a truce on 28 June 2021."]),
        ("Under the accord, Chad must free its prisoners.", ["Under the accord, Chad must free its prisoners."]),
        (
            "Under the terms of the treaty, Chad must withdraw its troops by September 15.",
            ["Under the terms of the treaty, Chad must withdraw its troops by September 15."],
        ),
        ("Under pressure from Chile, Peru withdrew its troops.", ["Peru withdrew its troops."]),
    ],
)  # fmt: skip
def test_it_is_told_with_what_it_hangs_on(text, summaries):
    [record] = rashomon.compare(make_article(text, published=dt.date(2021, 7, 1)), settings=Settings(one_story=True))
    assert [line.summary for line in record.lines] == summaries
