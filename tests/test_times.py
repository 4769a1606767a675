"""Time expressions: the lexicon's own examples, typographic text, and input that is no date."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lexicon.files import load
from rashomon.lexicon.marked import marked
from rashomon.model import Time, TimeExpression
from rashomon.readers.times.numbers import number
from tests.conftest import reading_of

TABLE = load("times.yaml")
ASOF: dt.date = TABLE["asof"]
TIMEX3 = re.compile(
    r"(?:\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?:\d\d|W\d\d(?:-WE)?|WXX-\d|Q[1-4]|H[12]|SP|SU|FA|WI)(?:-\d\d)?)?"
    r"(?:T(?:\d\d:\d\d|MO|AF|EV|NI))?|P(?:T?(?:\d+(?:\.\d+)?|X)(?:DE|CE|WE|[YMWDQHS]))+(?:6M)?|(?:PAST|PRESENT|FUTURE)_REF|"
)


def times_in(text: str, published: dt.date | None = ASOF) -> dict[str, str]:
    reading = reading_of(text, upto="dates", published=published)
    return {t.span.of(text): t.value for t in reading.of(Time)}


@pytest.mark.parametrize("example", [x for rule in TABLE["rules"] for x in rule.get("examples", ())])
def test_the_lexicons_examples(example: str) -> None:
    text, spans = marked(example)
    wanted = {span.of(text): value for value, listed in spans.items() for span in listed}
    found = times_in(text)
    assert {words: found.get(words, "not found") for words in wanted} == wanted


@pytest.mark.parametrize("example", [x for rule in TABLE["rules"] for x in rule.get("not", ())])
def test_what_the_lexicon_leaves_alone(example: str) -> None:
    assert times_in(example) == {}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He missed last week’s forum.", "last week", "2018-W32"),
        ("It was a\u00a0Thursday\u00a0press statement.", "Thursday", "2018-08-09"),
        ("He spoke on June\u00a012.", "June\u00a012", "2018-06-12"),
        ("The deal — signed on 14\u202fJuly 2015 — holds.", "14\u202fJuly 2015", "2015-07-14"),
        ("New Year’s Day was quiet.", "New Year’s Day", "2018-01-01"),
        ("The war of 1914–18 was long.", "1914", "1914"),
        ("He will be back at 10 p.m. Friday.", "10 p.m. Friday", "2018-08-17T22:00"),
    ],
)
def test_typographic_text(text: str, words: str, value: str) -> None:
    assert times_in(text).get(words) == value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was signed on February 30, 2018.", "February 30, 2018"),
        ("They met on February 30.", "February 30"),
        ("They met on 31/4/2018.", "31/4/2018"),
        ("They met on 3/4/2018.", "3/4/2018"),
        ("They met on 24/8/18.", "24/8/18"),
        ("They met on Sunday, May 8.", "Sunday, May 8"),
        ("They met on Sunday, May 8, 2018.", "Sunday, May 8, 2018"),
        ("It ends on May 8, 0000.", "May 8, 0000"),
        ("On the prior day he left.", "the prior day"),
    ],
)
def test_no_silent_guess(text: str, words: str) -> None:
    reading = reading_of(text, upto="dates", published=ASOF)
    time = next(t for t in reading.of(Time) if t.span.of(text) == words)
    assert time.value == ""
    assert time.why


@pytest.mark.parametrize(
    "text",
    ["It was the 45th day of the siege.", "Year 0 and year 9999.", "By December 31, 9999 all is done.", "45 May 2018"],
)
def test_odd_numbers_do_no_harm(text: str) -> None:
    assert all(TIMEX3.fullmatch(value) for value in times_in(text).values())


def test_a_person_called_may_is_no_month() -> None:
    found = reading_of("Trump and May last met in Davos in January. May then left in May.", upto="times")
    assert [e.span.of(found.text) for e in found.of(TimeExpression)] == ["January", "May"]


def test_hundreds_of_dates() -> None:
    text = "\n".join(f"On {day} May 2018 he spoke." for _ in range(10) for day in range(1, 31))
    found = reading_of(text, upto="dates").of(Time)
    assert len(found) == 300
    assert {t.value for t in found} == {f"2018-05-{day:02d}" for day in range(1, 31)}


def test_tense_gives_the_direction() -> None:
    text = "They met on Monday. They will meet again on Tuesday. They plan to return on Friday."
    found = reading_of(text, upto="times").of(TimeExpression)
    assert [e.tense for e in found] == ["past", "future", "future"]


@pytest.mark.parametrize(
    ("words", "digits"),
    [("twenty-four", "24"), ("a dozen", "12"), ("two hundred", "200"), ("2 1/2", "2.5"), ("1,200", "1200")],
)
def test_number_words(words: str, digits: str) -> None:
    assert number(words) == digits


PIECES = st.sampled_from((
    "Monday", "May", "8", "31", "2018", "last", "week", "two", "years", "ago", "the", "prior", "day", "of", ",", "'s",
    "1990s", "quarter", "third", "10", "p.m.", "later", "every", "0", "9999", "/", "-", "century", "in", "fiscal", "Q3",
))  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=25))
def test_values_are_timex3_and_spans_lie_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for time in reading_of(text, upto="dates", published=ASOF).of(Time):
        assert 0 <= time.span.start < time.span.end <= len(text)
        assert TIMEX3.fullmatch(time.value), time
        assert time.value or time.why
