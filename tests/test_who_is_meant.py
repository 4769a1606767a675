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
            "“It rains,” Ola Vik said on Sunday. “It may.” The Liberal front-runner said Vik Bay was shut.",
            "Ola Vik said Vik Bay was shut.",
        ),
    ],
)
def test_a_word_with_a_hyphen_is_whole_and_means_who_was_quoted_before(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Captain Carl Vik shrugged when reporter Tom Berg asked whether the ferry was safe. “It is old,” he said.",
            "Carl Vik said: “It is old”.",
        ),
        ("Reporter Tom Berg asked whether the ferry was safe. “It is old,” he said.", "Tom Berg said: “It is old”."),
    ],
)
def test_who_only_asks_on_what_another_does_gives_no_answer(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Carl Vik gave Tom Berg some advice, saying he should sell the ferry.",
            "The text says of Carl Vik: “Carl Vik gave Tom Berg some advice, saying he should sell the ferry.”",
        ),
        (
            "Ola Vik stepped up her attacks on Tom Berg, saying she is too kind to him.",
            "The text says of Ola Vik: “Ola Vik stepped up her attacks on Tom Berg, saying she is too kind to him.”",
        ),
        ("Ola Vik left the hall, saying he would sell the ferry.", "Ola Vik said he would sell the ferry."),
    ],
)
def test_a_he_that_can_be_another_is_not_told_as_who_speaks(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Farmers stormed out over the ban, a step they say drove prices up.",
            "Farmers say drove prices up.",
        ),
    ],
)
def test_what_is_said_of_a_noun_before_it_is_no_sentence(text: str, sentence: str):
    assert sentence not in told(text)
