"""Shares of the vote and turnout, as accounts of one election tell them."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings


def conflicts(*texts, days=(1, 1, 1)):
    articles = [
        make_article(t, published=dt.date(2021, 7, day), outlet=f"Post {n}")
        for n, (t, day) in enumerate(zip(texts, days, strict=False))
    ]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    parted = [d for line in record.lines for d in line.differences if d.conflict]
    return [sorted(v.value for v in d.values) for d in parted]


_WON = "President Ilir Toska won 53.4 percent of the vote in Sunday's election, the commission said."


@pytest.mark.parametrize(
    "text",
    [
        "The commission declared Ilir Toska the winner on Monday, with 58.1 percent of the vote.",
        "Ilir Toska was re-elected on Sunday with 58.1% of votes.",
        "Ilir Toska, who took 58.1 percent of ballots cast, is to be sworn in in May.",
    ],
)
def test_two_shares_of_one_candidate_cannot_both_hold(text):
    assert [len(values) for values in conflicts(_WON, text)] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "Ilir Toska was re-elected on Sunday with 53% of votes.",
        "Ilir Toska was re-elected on Sunday with 53.48% of votes.",
        "Ana Beqiri won 46.2 percent of the vote, the commission said.",
        "Ilir Toska won 58.1 percent of the vote with half of the ballots counted.",
        "Ilir Toska won 58.1 percent of the youth vote on Sunday.",
        "An exit poll gave Ilir Toska 58.1 percent of the vote.",
        "Ilir Toska won 58.1 percent of the vote in Berlin.",
    ],
)
def test_a_rounded_share_that_of_another_or_of_a_part_is_no_conflict(text):
    assert conflicts(_WON, text) == []


def test_turnout_is_one_figure_for_accounts_of_the_days_after_the_vote():
    texts = (
        "Turnout stood at 16.3 percent, the commission said.",
        "Turnout was put at about 16%, officials said.",
        "The commission said turnout was 56 percent.",
    )
    assert conflicts(*texts, days=(1, 2, 3)) == [["16%", "16.3 percent", "56 percent"]]
