"""Whom a description or a pronoun of one text means, as its record shows it."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings


def told(text: str) -> list[str]:
    """Text -> the sentences of its record."""
    [record] = rashomon.compare(make_article(text, published=dt.date(2021, 7, 1)), settings=Settings(one_story=True))
    return [line.summary for line in record.lines]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("“It will rain,” the Liberal front-runner said.", "“the Liberal front-runner” said: “It will rain”."),
        (
            "“It rains,” Ola Vik said on Sunday. “It may snow. It may.” The Liberal front-runner said it would hail.",
            "Ola Vik said it would hail.",
        ),
    ],
)
def test_a_word_with_a_hyphen_is_whole_and_means_who_was_quoted_before(text: str, sentence: str):
    assert sentence in told(text)
