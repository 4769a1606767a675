"""Answers with their questions, sayings set between commas, and several who speak as one."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings


def summaries(text: str) -> list[str]:
    article = make_article(text, published=dt.date(2021, 7, 1), outlet="Post")
    [record] = rashomon.compare(article, settings=Settings(one_story=True))
    return [line.summary for line in record.lines if line.kind == "statement"]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "Asked whether the mill was sold, Eva Lund said it was.",
            "Eva Lund, asked whether the mill was sold, said it was.",
        ),
        (
            "Pressed on the debt, Eva Lund said the mill would pay.",
            "Eva Lund, pressed on the debt, said the mill would pay.",
        ),
        (
            "When asked about the debt, Eva Lund said: “We shall pay it in May.”",
            "Eva Lund, asked about the debt, said: “We shall pay it in May.”",
        ),
        (
            "“We shall pay it in May,” Eva Lund said when asked about the debt.",
            "Eva Lund, asked about the debt, said: “We shall pay it in May”.",
        ),
        (
            "Eva Lund told the Larvik Tribune the mill would shut.",
            "Eva Lund told the Larvik Tribune the mill would shut.",
        ),
        ("Asked about that, Eva Lund said the mill would pay.", "Eva Lund said the mill would pay."),
    ],
)
def test_an_answer_is_told_with_its_question(text, summary):
    assert summaries(text) == [summary]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("The mill, Eva Lund said, was sold on Monday.", "Eva Lund said the mill was sold on Monday."),
        ("The mill, said Eva Lund, a lawyer, was sold.", "Eva Lund said the mill was sold."),
        ("The mill, said Eva Lund, who runs the ferry, will shut.", "Eva Lund said the mill will shut."),
        (
            "The mill, Eva Lund told reporters on Tuesday, was shut.",
            "Eva Lund told reporters on 29 June 2021 that the mill was shut.",
        ),
        ("Jens Moe, Eva Lund said, had left the mill.", "Eva Lund said Jens Moe had left the mill."),
        ("However, Eva Lund said, there was no debt.", "Eva Lund said there was no debt."),
        (
            "To save jobs, Eva Lund said, the mill would stay open.",
            "Eva Lund said that to save jobs, the mill would stay open.",
        ),
        ("But, Eva Lund said, “the mill will stay.”", "Eva Lund said “the mill will stay.”"),
        (
            "Between 15 and 20 mills will shut, Eva Lund said, while 9 stay.",
            "Eva Lund said between 15 and 20 mills will shut while 9 stay.",
        ),
        ("The mills, they said, were sold.", "The text says: “The mills, they said, were sold.”"),
        ("It, Eva Lund said, was sold.", "The text says of Eva Lund: “It, Eva Lund said, was sold.”"),
    ],
)
def test_what_a_saying_is_set_between_is_told_behind_it(text, summary):
    assert summaries(text) == [summary]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("The Lund campaign and several unions have complained that the mill was sold.",) * 2,
        ("Eva Lund and her lawyer said the mill was sold.",) * 2,
        ("The Oslo council and two clubs denied the mill was sold.",) * 2,
        ("Some owners, including the lawyer Eva Lund, criticized the council for the sale.",) * 2,
        ("One group fighting for the mill said the sale was illegal.",) * 2,
        ("Singers Eva Lund, Kerry Washington, Amy Schumer, Jens Moe and Elizabeth Banks praised the sale.",) * 2,
        ("Minister and party leader Eva Lund said the mill was sold.", "Eva Lund said the mill was sold."),
    ],
)
def test_all_who_speak_are_told(text, summary):
    assert summaries(text) == [summary]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The woman officials believe sold the mill was arrested.", "officials"),
        ("The suspect police said fired at the mill has been identified as Jens Moe.", "police"),
        ("A teenager prosecutors say burned the mill pleaded guilty on Monday.", "prosecutors"),
        ("Police arrested the man officials say burned the mill.", "officials"),
        ("The deal Lund said she would sign was dropped.", "Lund"),
        ("Jens Moe left the mill, using a word Eva Lund has used to describe the council.", "Eva Lund"),
    ],
)
def test_a_clause_that_tells_of_the_noun_before_it_stands_as_it_stood(text, speaker):
    assert summaries(text) == [f"The text says of {speaker}: “{text}”"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The sale was dropped; one critic called Lund “the worst of sellers.”",
            ["One critic called Lund “the worst of sellers.”"],
        ),
        (
            "The mill was sold, according to a memo released on Friday by the agency's lawyer.",
            ["The mill was sold, according to a memo released on Friday by the agency's lawyer."],
        ),
        ("Eva Lund said selling so many old mills was wrong.", ["Eva Lund said selling so many old mills was wrong."]),
        ("The mill was sold on Monday, KING-TV reported.", ["The mill was sold on Monday, according to “KING-TV”."]),
        ("The agency declined a Department of Defense offer twice to sell the mill.", []),
        ("The row reached Oslo in May after the club Mill Now unearthed old letters Lund wrote as a student.", []),
    ],
)
def test_nobody_says_what_another_does(text, told):
    assert summaries(text) == told


def test_a_sentence_begins_behind_an_abbreviation():
    text = "Eva Lund says the mill is the oldest in the U.S. She says Jens Moe will buy it."
    assert summaries(text) == [
        "Eva Lund says the mill is the oldest in the U.S.",
        "Eva Lund says Jens Moe will buy it.",
    ]


def test_a_single_mark_ends_a_quotation_whose_double_one_is_forgotten():
    text = "Eva Lund wrote: “We go. We shall not stay.’ Lund was in Oslo on Monday for her film, “The Mill.”"
    assert summaries(text) == ["Eva Lund said: “We go. We shall not stay.’”"]


def test_what_holds_beside_a_clause_is_nobody_s_word():
    assert summaries("The vote is set for May, with Lund and Moe expected to run.") == []


def test_a_passive_is_nobody_s_word_of_the_sentence_before():
    assert not any(
        "were announced" in told for told in summaries("Editors opined against it. New rules were announced.")
    )


def test_what_is_said_ends_before_what_the_author_says_of_it():
    text = "Eva Lund said she was “sarcastic” about the mill, which raised concerns in Oslo and anger in Bergen."
    assert not any(told.endswith("which.") for told in summaries(text))
