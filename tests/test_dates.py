# ruff: noqa: E501, ISC004 - stories stand on one line each
"""The day of publication and the values that hang on it: printed, proved, or left open."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rashomon
from rashomon.lexicon.files import load
from rashomon.lexicon.marked import marked
from rashomon.linking.dates.link import day_of, time_at
from rashomon.linking.dates.rules import FREE, RULES, is_free
from rashomon.linking.dates.values import values_on
from rashomon.linking.dating.solver import Constraint, solve
from rashomon.model import Article, Published, Reading, Sentence, Span, Time, TimeExpression, Unresolved, make_article
from tests.conftest import reading_of


def dated(text: str, **known: object) -> Reading:
    return reading_of(text, upto="dates", **known)


def interval(text: str) -> tuple[str, str]:
    published = dated(text).published
    assert isinstance(published, Published), published
    return str(published.earliest), str(published.latest)


def test_the_demos_first_article_is_dated_to_three_days(tehran: list[Article]) -> None:
    reading = dated(tehran[0].text)
    published = reading.published
    assert isinstance(published, Published)
    assert (str(published.earliest), str(published.latest)) == ("2018-08-08", "2018-08-10")
    values = [(t.span.of(reading.text), t.value) for t in reading.of(Time)]
    assert values == [
        ("Less than two months", "P2M"),
        ("Wednesday", "2018-08-08"),
        ("June 12", "2018-06-12"),
        ("recent years", "PXY"),
        ("2015", "2015"),
        ("Saturday", "2018-08-04"),
        ("June", "2018-06"),
        ("Currently", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("a year", "P1Y"),
        ("Wednesday", "2018-08-08"),
    ]


def test_the_demos_second_article_is_dated_to_four_days(tehran: list[Article]) -> None:
    reading = dated(tehran[1].text)
    published = reading.published
    assert isinstance(published, Published)
    assert (str(published.earliest), str(published.latest)) == ("2018-08-09", "2018-08-12")
    assert any("Executive Order 13846" in reason for reason in published.basis)
    values = {t.span.of(reading.text): t.value for t in reading.of(Time)}
    assert values["Wednesday"] == "2018-08-08"
    assert values["the prior day"] == "2018-08-07"
    assert values["Thursday"] == "2018-08-09"
    assert values["May 8"] == "2018-05-08"
    assert values["last week"] == "2018-W31"
    assert values["several consecutive days"] == "PXD"


# Invented stories that lean on public events; the last column is the day on which each was "written".
UNDATED = [
    (
        "Minister calls for calm\n\nThe foreign minister of Norlandia flew to Kyiv on Saturday, two days after Russia began its full-scale invasion of Ukraine. "
        "She met volunteers on Saturday evening and promised blankets.",
        "2022-02-27",
    ),
    (
        "A delegation of miners visited Pretoria on Friday. The visit came three days after Nelson Mandela was sworn in as president. "
        "The miners had asked for it in April.",
        "1994-05-13",
    ),
    (
        "Less than a month after Britain's referendum on leaving the European Union, the mayor of Aldersea resigned on Tuesday. "
        "Prime Minister David Cameron said that he was sorry. "
        "A day earlier he had defended the vote.",
        "2016-07-12",
    ),
    (
        "Ferry owners met in Oslo on Thursday. They discussed last week’s fire at Notre-Dame in Paris, which had stranded two ships.",
        "2019-04-25",
    ),
    (
        "The harbour board of Port Amity voted on Monday to close its eastern pier. The vote came a week after the explosion "
        "at the port of Beirut in Lebanon. President Michel Aoun thanked the board on Monday for its help.",
        "2020-08-12",
    ),
    ("Rescue teams left Lisbon on Tuesday, a day after earthquakes struck Turkey and Syria.", "2023-02-07"),
]


@pytest.mark.parametrize(("text", "day"), UNDATED)
def test_an_undated_text_is_dated_by_public_events(text: str, day: str) -> None:
    earliest, latest = interval(text)
    assert earliest <= day <= latest
    assert (dt.date.fromisoformat(latest) - dt.date.fromisoformat(earliest)).days <= 27


@pytest.mark.parametrize(
    "text",
    [
        "He was born in 1950 and died on a Tuesday.",
        "The minister spoke on Wednesday.",
        "Russia began its full-scale invasion of Ukraine. It was a long war.",  # no upper bound: any later day will do
        "He said that the United States might have reimposed sanctions on Iran a day earlier.",
        "",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    reading = dated(text + " ")
    assert isinstance(reading.published, Unresolved)
    assert not [t for t in reading.of(Time) if t.value.startswith("20")]


def test_a_contradiction_gives_no_day_and_says_why() -> None:
    text = (
        "One day after Russia began its full-scale invasion of Ukraine, envoys met in Geneva on Friday. "
        "They recalled last week's assassination of Benazir Bhutto."
    )
    reading = dated(text)
    assert isinstance(reading.published, Unresolved)
    assert reading.published.reason.endswith("these do not go together")
    assert any("do not go together" in t.why for t in reading.of(Time))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Envoy leaves\nPublished 8 August 2018\nThe envoy left on Wednesday.", "2018-08-08"),
        ("Envoy leaves\n\nAugust 8, 2018 10:15 GMT\n\nThe envoy left.", "2018-08-08"),
        (
            "Envoy leaves\nPUBLISHED: 04:31 GMT, 8 August 2018 | UPDATED: 22:19 GMT, 9 August 2018\nHe left.",
            "2018-08-08",
        ),
    ],
)
def test_a_printed_day_is_taken(text: str, day: str) -> None:
    assert interval(text) == (day, day)


def test_a_date_in_the_story_is_no_printed_day() -> None:
    reading = dated("On 14 July 2015 the envoys signed a pact in the old hall of the palace by the river.")
    assert isinstance(reading.published, Unresolved)


def test_the_day_given_with_the_article_wins() -> None:
    reading = dated("Published 8 August 2018\nHe left today.", published=dt.date(2020, 1, 2))
    assert [t.value for t in reading.of(Time)][-1] == "2020-01-02"


def test_the_prior_day_counts_from_the_news_and_not_from_the_background() -> None:
    text = (
        "Ana met Bo on Wednesday. On May 8, the court had freed him. His lawyers were glad. So were his friends. "
        "On the prior day, Ana met Cy."
    )
    found = {t.span.of(text): t.value for t in dated(text, published=dt.date(2018, 8, 10)).of(Time)}
    assert found["the prior day"] == "2018-08-07"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on Friday and Saturday.", ["2013-03-15", "2013-03-16"]),
        ("They met on Thursday and Friday.", ["2013-03-21", "2013-03-22"]),
        ("What was said on Friday and Thursday was read.", ["2013-03-22", "2013-03-21"]),
        ("They will meet on Thursday and Friday.", ["2013-03-28", "2013-03-29"]),
        ("The truce will last from 6 p.m. Thursday to 6 a.m. Friday.", ["2013-03-28T18:00", "2013-03-29T06:00"]),
        ("Markets will be closed Monday for the feast.", ["2013-03-25"]),
        ("She fled in December, and died 10 months later.", ["2012-12", ""]),
        ("She left on Monday, and two days later he left.", ["2013-03-18", "2013-03-20"]),
        ("She left today, and came back the next day.", ["2013-03-22", ""]),
        ("Sales fell in the second half of the year.", ["2012-H2"]),
        ("Sales fell in the first half of the year.", ["2013-H1"]),
        ("He came 48 hours ago.", ["2013-03-20"]),
    ],
)
def test_values_of_a_friday_in_march_2013(text: str, values: list[str]) -> None:
    reading = dated(text, published=dt.date(2013, 3, 22))
    assert [t.value for t in reading.of(Time)] == values


def test_neighbours_ask_for_the_day_of_words() -> None:
    text = "They met on Wednesday."
    reading = dated(text, published=dt.date(2018, 8, 10))
    span = Span(12, 21)
    time = time_at(reading, span)
    assert time is not None
    assert time.value == "2018-08-08"
    assert day_of(reading, span) == (dt.date(2018, 8, 8), dt.date(2018, 8, 8))
    assert day_of(reading, None) == (None, None)
    assert day_of(reading, Span(0, 4)) == (None, None)


RELATIVE = reading_of(
    "He left yesterday, came last Friday, and will speak tomorrow. He died ten days ago. They met over the weekend. "
    "Last week he fell. He wakes at noon on Monday. The next day he will rise, and two days later he will walk. "
    "This morning he ate. He goes two weeks from now. Every Tuesday he sings, as on the previous Tuesday.",
    upto="times",
)
WEEKLY = frozenset({"weekday", "day", "ago", "weekend", "unit", "clock", "anchored", "shift", "from-now"})
FOUR_CENTURIES = 146_097
"""Days after which the calendar comes again, weekdays and all."""


@settings(max_examples=60)
@given(st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)), st.integers(-300, 300))
def test_shifting_the_publication_day_by_weeks_shifts_relative_days_alike(day: dt.date, weeks: int) -> None:
    expressions, sentences = RELATIVE.of(TimeExpression), RELATIVE.of(Sentence)
    assert {e.rule for e in expressions} == WEEKLY
    here = [w.first for w in values_on(expressions, sentences, day)]
    there = [w.first for w in values_on(expressions, sentences, day + dt.timedelta(weeks=weeks))]
    shifts = [b - a for a, b in zip(here, there, strict=True) if a and b]
    assert len(shifts) == len(expressions) - 1  # all but "every Tuesday"
    assert set(shifts) == {dt.timedelta(weeks=weeks)}


def _relative_examples() -> list[Reading]:
    """The lexicon's examples without a year or a feast, read as far as their time expressions."""
    marked_texts = [marked(x)[0] for rule in load("times.yaml")["rules"] for x in rule["examples"]]
    texts = [text for text in marked_texts if not re.search(r"\d{4}|nineteen", text)]
    readings = [reading_of(text, upto="times") for text in texts]
    return [r for r in readings if all(e.rule != "holiday" for e in r.of(TimeExpression))]


EXAMPLES = _relative_examples()


@settings(max_examples=10)
@given(st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)))
def test_every_relative_rule_follows_the_calendar(day: dt.date) -> None:
    later = day + dt.timedelta(FOUR_CENTURIES)
    rules = set()
    for reading in EXAMPLES:
        expressions, sentences = reading.of(TimeExpression), reading.of(Sentence)
        rules |= {e.rule for e in expressions if not is_free(e)}
        for e, a, b in zip(
            expressions, values_on(expressions, sentences, day), values_on(expressions, sentences, later), strict=True
        ):
            if not is_free(e):
                assert (a.first is None) == (b.first is None)
                assert a.first is None or b.first is None or (b.first - a.first).days == FOUR_CENTURIES, (e, a, b)
    assert rules >= RULES.keys() - FREE - {"holiday", "year-range", "month-year"}


def test_the_solver_keeps_the_smallest_proof() -> None:
    def between(first: int, last: int, why: str, *, sure: bool = True) -> Constraint:
        low, high = dt.date(2018, 8, first), dt.date(2018, 8, last)
        return Constraint(why, lambda day, _news: low <= day <= high, ((low, high),), sure=sure)

    solution = solve(
        [between(1, 20, "wide"), between(5, 9, "narrow"), between(8, 30, "late"), between(20, 30, "habit", sure=False)]
    )
    assert [d.day for d in solution.days] == [8, 9]
    assert solution.basis == ("narrow", "late")
    clash = solve([between(1, 20, "wide"), between(1, 3, "early"), between(8, 30, "late")])
    assert clash.contradiction
    assert clash.basis == ("early", "late")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("UPDATED: WEDNESDAY, MARCH 13, 2013, 9:36 AM", "2013-03-13"),
        ("The inquest opens on Wednesday, March 13, 2013, in Larvik.", "2013-03-06"),
        ("UPDATED: WEDNESDAY, MARCH 20, 2013, 9:36 AM", "2013-03-06"),
    ],
)
def test_a_page_that_was_brought_up_to_date_tells_of_the_day_of_that(line: str, day: str) -> None:
    text = f"PUBLISHED: TUESDAY, MARCH 12, 2013\n{line}\nA hut burned on Tuesday. The mayor came on Wednesday."
    (reading,) = rashomon.read(make_article(text, published=dt.date(2013, 3, 12)))
    assert reading.of(Time)[-1].value == day


@pytest.mark.parametrize("words", ["Police say that on Monday at 8 a.m.", "Police say on Monday"])
def test_what_is_told_in_the_present_of_a_weekday_was_then(words: str) -> None:
    (reading,) = rashomon.read(make_article(f"{words} Bo Aas was sleeping.", published=dt.date(2013, 3, 15)))
    assert reading.of(Time)[0].value == "2013-03-11"
