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
        (
            "Captain Carl Vik paused when Berg asked whether the ferry would sail. “It is old. It leaks,” he said.",
            "Carl Vik said: “It is old. It leaks”.",
        ),
        (
            "Captain Carl Vik shrugged when reporter Tom Berg inquired whether it was safe. “It is old,” he said.",
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


def test_who_urges_behind_what_is_said_of_a_body_is_who_said_it():
    lines = told(
        "Minister Ola Vik said the Harbour Union was not in a hurry, and urged that everyone take a seat and wait."
    )
    assert "Ola Vik urged that everyone take a seat and wait." in lines


def test_a_body_that_is_one_does_not_do_what_many_of_it_do():
    lines = told("The speech could mend his ties with wings of the union that are wary of him and doubt his word.")
    assert not [line for line in lines if line.startswith("The union")]


def test_a_term_that_is_shunned_is_not_what_somebody_said():
    assert not [
        line for line in told("Ola Vik steered around the loaded term, “civil war,” on Friday.") if "said" in line
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Tom Vik warned of a flood. As for Carl Berg, he said the dam would hold.",
            "Carl Berg said the dam would hold.",
        ),
        ("When Carl Berg protested, Tom Vik left the room.\n\n“I am late,” he said.", "Tom Vik said: “I am late”."),
        (
            "Carl Berg mocked his rivals, among them Tom Vik, who says it is old. He dismissed the report as noise.",
            "Carl Berg dismissed the report as noise.",
        ),
        (
            "The plan was backed by Mayor Tom Vik, who said the dam of Carl Berg leaked. “It will burst,” he said.",
            "Tom Vik said: “It will burst”.",
        ),
        (
            "The paper spoke to Tom Vik, who says the dam is old. He dismissed the report as noise.",
            "Tom Vik dismissed the report as noise.",
        ),
    ],
)
def test_a_he_is_whom_the_words_before_it_are_about(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("He met Carl Berg and Tom Vik, who say the dam is old.", "Carl Berg and Tom Vik say the dam is old."),
        ("He met Carl Berg and Tom Vik, who have said it leaks.", "Carl Berg and Tom Vik have said it leaks."),
        ("He met Carl Berg and Tom Vik, who says the dam is old.", "Tom Vik says the dam is old."),
        ("He met Carl Berg and Tom Vik, who warned of a flood.", "Tom Vik warned of a flood."),
        (
            "He met his rivals, among them Govs. Carl Berg and Tom Vik, who warn of a flood.",
            "Carl Berg and Tom Vik warn of a flood.",
        ),
    ],
)
def test_a_who_behind_two_names_is_both_only_where_its_verb_says_so(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Tom Vik left early. He’s not saying why he left.", "Tom Vik is not saying why he left."),
        (
            "Many sold. This group believes that the mill will close in May.",
            "“This group” believes that the mill will close in May.",
        ),
    ],
)
def test_a_speaker_taken_up_again_makes_a_sentence(text: str, sentence: str):
    assert sentence in told(text)


_LONG_AGO = "The sun shone. Ships sailed. Crews were glad. Ports were full."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            f"Vestra Corp. said a Danish firm wants ferries. {_LONG_AGO} Vestra grew. The firm said it would wait.",
            "Vestra Corp. said it would wait.",
        ),
        (
            f"A Danish firm wants ferries. {_LONG_AGO} Oil fell. The firm said it would wait.",
            "A Danish firm said it would wait.",
        ),
        (
            "“We are strong as a firm,” the owner of Vestra Corp. said. Vestra sold oil. The firm said it would wait.",
            "Vestra Corp. said it would wait.",
        ),
    ],
)
def test_the_firm_is_the_one_lately_named_before_a_nameless_one_of_long_ago(text: str, sentence: str):
    assert sentence in told(text)


def test_a_name_that_no_word_has_told_of_yet_is_nobody_for_they():
    text = "Insulting the DPRK-U.S. officials, at their word:” According to Iran's foreign ministry, Ri himself left."
    assert told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            ("Tom Berg left. While some - including Carl Vik and his aides - speculated that Berg was the source, he "
             "denied the charge until May 2005."),
            "Tom Berg denied the charge until May 2005.",
        ),
        ("Some of Carl Vik's aides said that Tom Berg lied. “It rains,” he said.", "Tom Berg said: “It rains”."),
        (
            "Tom Berg left in May. A tough judge, he jailed many crews. He also told the mayor that the mill was shut.",
            "Tom Berg told the mayor that the mill was shut.",
        ),
        (
            ("The associate director of the FBI said the mill was old. Weeks passed. Tom Moe asked interim FBI "
             "director Carl Vik to leave."),
            "“The associate director of the FBI” said the mill was old.",
        ),
        (
            "Vestra Films said Tom Berg will direct it. He made BERGEN PIE. The studio said it would sell the film.",
            "The studio said it would sell the film.",
        ),
        (
            "Tom Berg met crews of FJORD BANK on Monday. The bank said it would close.",
            "FJORD BANK said it would close.",
        ),
    ],
)  # fmt: skip
def test_he_is_nobody_told_by_the_way_or_later(text: str, sentence: str):
    assert sentence in told(text)
