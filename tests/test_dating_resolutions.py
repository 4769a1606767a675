"""Resolutions of the Security Council: their days, and the texts that name them by their numbers."""

import datetime as dt
from itertools import pairwise

import pytest

from rashomon.lexicon.files import load
from rashomon.lexicon.resolutions import adopted
from rashomon.linking.dates.link import link_dates
from rashomon.linking.dating.almanac import almanac
from rashomon.linking.dating.by_events import constraints
from rashomon.linking.dating.undated import Undated
from rashomon.model import Published
from rashomon.settings import Settings
from tests.conftest import reading_of

FIRST, NEWEST = 632, 2821


def named(text: str) -> list[tuple[str, str]]:
    told = almanac().told_in(text, 0, len(text), text.lower())
    return [(t.event.id, text[t.start : t.end]) for t in told if t.event.numbered]


def interval(text: str) -> tuple[str, str] | None:
    found = [f for f in link_dates(reading_of(text, upto="times"), Settings()) if isinstance(f, Published)]
    return (str(found[0].earliest), str(found[0].latest)) if found else None


# -- the table


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        (678, "1990-11-29", "1990-11-29"),
        (1244, "1999-06-10", "1999-06-10"),
        (1278, "1999-11-30", "1999-11-30"),  # the second of three on its day
        (918, "1994-05-06", "1994-05-25"),  # the meeting went past midnight, and is left open
        (2503, "2019-12-19", "2019-12-19"),
    ],
)
def test_a_resolution_has_its_day(number: int, first: str, last: str) -> None:
    assert adopted(number) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def test_numbers_rise_with_the_days() -> None:
    days = [adopted(number) for number in range(FIRST, NEWEST + 1)]
    assert all(span is not None and span[0] <= span[1] for span in days)
    pairs = [span for span in days if span]
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(pairs))


def test_what_lies_outside_the_table_has_none() -> None:
    assert adopted(FIRST - 1) is None
    assert adopted(NEWEST + 1) is None


def test_no_number_stands_twice() -> None:
    entries = [e.split()[1] for line in load("resolutions.yaml")["adopted"].values() for e in line.split(", ")]
    numbers = [n for e in entries for n in range(int(e.split("-")[0]), int(e.split("-")[-1]) + 1)]
    assert len(numbers) == len(set(numbers))
    assert numbers == sorted(numbers)


# -- the names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Security Council Resolution 1264 was read.", [("resolution-1264", "Resolution 1264")]),
        ("Under U.N. resolution no. 1264 he stayed.", [("resolution-1264", "resolution no. 1264")]),
        ("It broke UNSCR 1264.", [("resolution-1264", "UNSCR 1264")]),
        (
            "The United Nations cited resolutions 1264, 1265 and 1272 (1999).",
            [
                ("resolution-1264", "resolutions 1264"),
                ("resolution-1265", "1265"),
                ("resolution-1272", "1272"),
            ],
        ),
        ("The United Nations cited resolution 1264, 1265 times.", [("resolution-1264", "resolution 1264")]),
        ("Resolution 1264 was read.", []),  # whose?
        ("House Resolution 1264 annoyed the Security Council.", []),
        ("General Assembly resolution 2758 bound the United Nations.", []),
        ("Resolution 2758 of the U.N. General Assembly was read.", []),
        ("U.N. resolution 1264 (1971) was read.", []),  # of another year
        ("A U.N. resolution 1264/12 was read.", []),
        ("U.N. resolution 242 was read.", []),  # before the table begins
        ("The city council passed Resolution 1264 and wrote to the Security Council.", []),
        (
            "Congress read Resolution 1264, and Security Council Resolution 1272.",
            [("resolution-1272", "Resolution 1272")],
        ),
        ("The camera of the U.N. has a resolution of 1264 lines.", []),
    ],
)
def test_a_resolution_is_known_by_its_number(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


# -- what they say of the day

WEEK = ("1999-09-15", "1999-09-21")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The U.N. Security Council adopted Resolution 1264 on Wednesday.", WEEK),
        ("The Security Council on Wednesday unanimously approved Resolution 1264 to send a force.", WEEK),
        ("The Security Council voted on Wednesday to adopt Resolution 1264.", WEEK),
        ("Word came that the Security Council had on Wednesday voted 15-0 for Resolution 1264.", WEEK),
        ("UNSCR 1264 was passed unanimously on Wednesday.", WEEK),
        ("The force landed under Security Council Resolution 1264, adopted on Wednesday.", WEEK),
        ("Two days after the Security Council adopted Resolution 1264, Bolton left.", ("1999-09-17", "1999-09-23")),
        ("Troops broke Security Council Resolution 1264 on Wednesday.", None),
        ("Parliament approved Security Council Resolution 1264 on Wednesday.", None),
        ("The city council passed Resolution 1264 on Wednesday, and wrote to the Security Council.", None),
    ],
)
def test_the_day_of_adoption_dates_a_text(text: str, days: tuple[str, str] | None) -> None:
    assert interval(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "It would break Security Council Resolution 1264, Bolton said.",
        "He never read Security Council Resolution 1264.",
    ],
)
def test_a_number_is_given_with_the_adoption(text: str) -> None:
    (bound,) = constraints(Undated(reading_of(text, upto="times")), almanac())
    assert bound.within[0] == (dt.date(1999, 9, 15), dt.date.max)
    assert (
        "is named: UN resolution 1264 is adopted (1999-09-15; UN document S/RES/1264; day not checked)"
        in bound.reason(None)
    )
