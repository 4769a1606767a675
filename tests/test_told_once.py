"""Clauses that one sentence joins: each of them has a line of its own words, and none has two."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings
from tests.test_told_right import told


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("No homes were lost and nobody was missing.", ["No homes were lost and nobody was missing."]),
        ("The road stayed open and no cars were lost.", ["The road stayed open.", "No cars were lost."]),
        ("The ferry sank on Friday and 12 people died.", ["The ferry sank on 25 June 2021.", "12 people died."]),
        ("Duarte is said to have left for Peru.", ["Duarte is said to have left for Peru."]),
        ("The permits expire Friday.", ["The permits expire on 2 July 2021."]),
    ],
)
def test_each_clause_of_a_sentence_is_told_once(text, sentences):
    assert [line.summary for line in told(text).lines if line.kind == "event"] == sentences


def test_what_the_text_tells_itself_stands_beside_the_same_in_somebodys_mouth():
    lines = told("Nobody was hurt. The mayor said the fire was out and nobody was hurt.").lines
    assert [line.kind for line in lines] == ["event", "statement"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Under the 1994 accord, Chad would return its tanks to Libya.",
            ["Under the 1994 accord, Chad would return its tanks to Libya."],
        ),
        (
            "Under the pact, signed on Friday, Peru will reopen its embassy and Chile would withdraw its troops.",
            ["Under the pact, Chile would withdraw its troops.", "Under the pact, Peru will reopen its embassy."],
        ),
    ],
)
def test_what_an_accord_says_is_told_with_the_accord_and_is_nobodys_word(text, sentences):
    assert sorted(line.summary for line in told(text).lines if line.kind == "event") == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Chad threatened to recall its envoy and did so on Monday.",
            ["Chad threatened to recall its envoy and did so."],
        ),
        (
            "Like others backing the levy, Duarte said the mayor was wrong.",
            ["Duarte said the mayor was wrong."],
        ),
        (
            "Omar Vik was asked about a paper. Omar Vik called it “a sketch” he considered harmless.",
            [
                "Omar Vik was asked about a paper.",
                "The text says of Omar Vik: “Omar Vik called it ‘a sketch’ he considered harmless.”",
            ],
        ),
        (
            "Peru had hoped to sign the treaty in May, but Chile vetoed it.",
            [
                "The text says: “Peru had hoped to sign the treaty in May, but Chile vetoed it.”",
                "Peru had hoped to sign the treaty in May.",
            ],
        ),
        (
            "Nepal and Chad shut the road. It warned of war.",
            ["Nepal and Chad shut the road.", "The text says: “It warned of war.”"],
        ),
    ],
)
def test_no_sentence_leaves_open_what_was_done_or_meant(text, sentences):
    assert [line.summary for line in told(text).lines] == sentences


def test_what_is_the_rule_today_is_no_deed_of_a_day():
    lines = [line.summary for line in told("Today, foreign nurses usually receive a permit within a week.").lines]
    assert lines
    assert not [line for line in lines if "2021" in line]


def test_a_clause_within_what_accounts_tell_in_one_line_has_no_second_line_of_the_same_words():
    one = (
        "It was told where the effects of the dam can not be measured in a manner that permits a meaningful evaluation."
    )
    two = "Rules leave out effects which could not be measured in a manner that permits a meaningful evaluation."
    summaries = [line.summary for line in told(one, two).lines if line.kind == "event"]
    assert len(summaries) == len(set(summaries))


def test_two_remarks_of_one_speaker_in_one_text_are_two_though_they_share_most_words():
    said = [
        "The stolen tools of Anna Berg were found by police in a garage on Harbour Road, Holm said.",
        "Berg was arrested by police at a garage on Mill Road, Holm said.",
    ]
    lines = [line for line in told(" ".join(said)).lines if line.kind == "statement"]
    assert [len(line.claims) for line in lines] == [1, 1]


def test_what_texts_copy_from_one_another_word_for_word_they_tell_together_and_other_figures_apart():
    start = (
        "At the end of July, a masked man carried out a brazen raid in broad daylight at a coin fair in the old port,"
    )
    texts = [f"{start} making off with {figure} coins." for figure in ("90", "90", "70")]
    ends = ("The mayor slept.", "Snow fell at dusk.", "Two boats sank.")
    articles = [
        make_article(f"{text} {end}", id=str(n), outlet=f"Paper {n}", published=dt.date(2018, 9, 10))
        for n, (text, end) in enumerate(zip(texts, ends, strict=True))
    ]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    raids = [line for line in record.lines if line.kind == "event" and "carried out" in line.summary]
    assert sorted(len(line.told_in) for line in raids) == [1, 2]
    assert all(line.independent == 1 for line in raids)
