"""What is to come is not what has come: no account of the one tells of the other."""

import pytest

from tests.conftest import shared_lines

SIGNED = "Berg signed the law on fish exports."


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
    assert not shared_lines(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Berg is poised to win the vote in Larvik.", "Berg is set to win the vote in Larvik."),
        ("Berg is to meet Moe in Larvik.", "Berg will meet Moe in Larvik."),
        ("Berg was ready and signed the law on fish exports.", SIGNED),
    ],
)
def test_two_who_await_one_thing_agree_and_who_only_was_ready_has_done_it(one, two):
    assert shared_lines(one, two)
