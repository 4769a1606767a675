"""What is to come is not what has come: no account of the one tells of the other."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import Line, make_article
from rashomon.settings import Settings

SIGNED = "Berg signed the law on fish exports."


def _shared(one: str, two: str) -> list[Line]:
    articles = [make_article(t, id=str(n), published=dt.date(2024, 5, 20)) for n, t in enumerate((one, two))]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return [line for line in record.lines if len(line.told_in) > 1]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Berg is likely to sign the law on fish exports.", SIGNED),
        ("Berg is about to sign the law on fish exports.", SIGNED),
        ("Berg is due to sign the law on fish exports.", SIGNED),
        ("Berg is expected to sign the law on fish exports.", SIGNED),
        ("Berg plans to sign the law on fish exports.", SIGNED),
        (  # "set" is no "began"
            "Mrs. Berg was set to win roughly 30 more delegates than Mr. Moe.",
            "After a win in Larvik, Mrs. Berg had already begun to treat Mr. Moe as a diminished threat.",
        ),
    ],
)
def test_what_is_awaited_is_not_what_was_done(one, two):
    assert not _shared(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Berg is poised to win the vote in Larvik.", "Berg is set to win the vote in Larvik."),
        ("Berg is to meet Moe in Larvik.", "Berg will meet Moe in Larvik."),
        ("Berg was ready and signed the law on fish exports.", SIGNED),
    ],
)
def test_two_who_await_one_thing_agree_and_who_only_was_ready_has_done_it(one, two):
    assert _shared(one, two)
