"""What `rashomon dates` tells of an article: its day and the proof, every time expression, where it stands, and why."""

import datetime as dt
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from rashomon import pipeline
from rashomon.linking.dates.values import times_of
from rashomon.model import Article, Published, Reading, Sentence, Span, Time, TimeExpression, make_article
from rashomon.renderers.dates import in_context, show_dates
from rashomon.renderers.readings import contract, date_lines
from rashomon.renderers.words import one_line
from rashomon.settings import Settings
from tests.conftest import reading_of

ROW = re.compile(r"^ +(\d+) +(\d+)–(\d+)  (DATE|TIME|DURATION|SET) +(.*)$", re.MULTILINE)

PRINTED = "Envoy leaves\nPublished 8 August 2018\nThe envoy left on Wednesday at 5 p.m. and was glad of it."
OPEN = "The minister spoke on Wednesday. He had been away for less than three weeks, as every Monday tells."
CLASH = (
    "One day after Russia began its full-scale invasion of Ukraine, envoys met in Geneva on Friday. "
    "They recalled last week's assassination of Benazir Bhutto."
)
NO_SUCH_DAYS = (
    "He paid on 30 February, again on 31/4/2019, and on Friday, 3 August 2017. He will be back on 31 March 2019."
)


def shown(*readings: Reading, width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width)
    show_dates(readings, console)
    return console.file.getvalue()  # type: ignore[attr-defined]


def flat(text: str) -> str:
    return " ".join(text.split())


def report(text: str, **known: object) -> str:
    return shown(reading_of(text, upto="dates", **known))


def entries(told: str) -> list[list[str]]:
    """A report -> of every expression its row, its words and why, with single blanks."""
    pieces = re.split(r"(?=^ +\d+ +\d+–\d+  )", told, flags=re.MULTILINE)[1:]
    lines = [piece.strip().splitlines() for piece in pieces]
    return [[flat(row), flat(words), flat(" ".join(why))] for row, words, *why in lines]


@pytest.mark.parametrize(
    ("number", "day", "words"),
    [
        (0, "8–10 August 2018", "2 189–198 DATE 2018-08-08 2018-08-08"),
        (0, "8–10 August 2018", "1 0–20 DURATION P2M LESS_THAN"),
        (0, "8–10 August 2018", "In a meeting in Tehran on [Wednesday], Ri Yong-ho"),
        (1, "9–12 August 2018", "17 1790–1803 DATE 2018-08-07 2018-08-07 On [the prior day], the"),
        (1, "9–12 August 2018", "35 4108–4117 DATE 2018-W31 2018-07-30..2018-08-05"),
        (1, "9–12 August 2018", "last week, counted from that of publication"),
    ],
)
def test_it_tells_of_the_demo(tehran: list[Article], number, day, words):
    told = flat(shown(pipeline.read_article(tehran[number], pipeline.for_dates(Settings()))))
    assert f"Published {day} - " in told
    assert "Executive Order 13846" in told.partition("time expressions")[0]
    assert words in told


def test_a_printed_day_is_told_with_the_line_that_prints_it():
    told = report(PRINTED)
    assert "  Published  8 August 2018\n    - the page says “Published 8 August 2018”\n" in told
    assert [row for row, *_ in entries(told)] == [
        "2 23–36 DATE 2018-08-08 2018-08-08",
        "3 55–64 DATE 2018-08-08 2018-08-08",
        "3 68–74 TIME 2018-08-08T17:00 2018-08-08",
    ]


def test_a_day_given_with_the_article_is_told_as_given():
    told = report(OPEN, published=dt.date(2020, 3, 5))
    assert "  Published  5 March 2020\n    - given with the article\n" in told
    assert "3 time expressions\n" in told


def test_an_article_without_a_day_says_so_and_gives_what_hangs_on_none():
    told = report(OPEN)
    assert "  Published  day not known\n    - nothing in the article or with it tells its day\n" in told
    assert "3 time expressions, 1 without a value" in told
    assert entries(told) == [
        ["1 22–31 DATE -", "The minister spoke on [Wednesday]. He had been away for less than …",
         "the day of publication is not known"],
        ["1 54–75 DURATION P3W LESS_THAN", "… He had been away for [less than three weeks], as every Monday tells.",
         "a length of time, with no place on the calendar"],
        ["1 80–92 SET XXXX-WXX-1", "… He had been away for less than three weeks, as [every Monday] tells.",
         "that day of every week"],
    ]  # fmt: skip


def test_what_contradicts_itself_is_told_once_and_statement_by_statement():
    told = report(CLASH)
    head, _, rest = told.partition("time expressions")
    reasons = [flat(reason) for reason in head.split("\n    - ")[1:]]
    assert len(reasons) == 3
    assert any(reason.startswith("“last week” points to Benazir Bhutto is murdered (2007-12-27;") for reason in reasons)
    assert any("Russia invades Ukraine (2022-02-24; UN General" in reason for reason in reasons)
    assert reasons[-1].startswith("these do not go together")
    assert "Bhutto is murdered (" not in rest
    assert rest.count("the day of publication is not known\n") == 2


@pytest.mark.parametrize("published", [None, dt.date(2018, 8, 8)])
def test_days_that_the_calendar_lacks_have_no_value_and_say_why(published):
    found = entries(report(NO_SUCH_DAYS, published=published))
    assert [(row.split(" ", 2)[2], why) for row, _, why in found] == [
        ("DATE -", "there is no 30 February"),
        ("DATE -", "there is no 31 April 2019"),
        ("DATE -", "the text says Friday, but 2017-08-03 was a Thursday"),
        ("DATE 2019-03-31 2019-03-31", "the text gives the full date"),
    ]


def test_an_open_day_of_publication_shows_the_days_that_a_time_can_be():
    days = [dt.date(2018, 8, day) for day in (8, 9)]
    reading = reading_of("The mayor left yesterday. He sang in the past week.", upto="times")
    times = times_of(reading.of(TimeExpression), reading.of(Sentence), days, "")
    told = shown(reading.adding((Time, Published), [*times, Published(*days, ("set by hand",))]))
    assert "  Published  8–9 August 2018\n    - set by hand\n" in told
    assert [(row, why) for row, _, why in entries(told)] == [
        ("1 15–24 DATE - 2018-08-07..2018-08-08", "between 2018-08-07 and 2018-08-08, by the day of publication"),
        (
            "1 37–50 DURATION P1W 2018-08-02..2018-08-09",
            "the past week, counted from the day of publication; the days are the widest that this leaves open",
        ),
    ]


def test_an_article_without_times_says_so():
    told = report("The river is long and the town is old.")
    assert told.endswith("  No time expressions\n")


@pytest.mark.parametrize("width", [40, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal_or_a_page(tehran: list[Article], width):
    readings = [pipeline.read_article(article, pipeline.for_dates(Settings())) for article in tehran]
    long_word = reading_of("x" * 300 + " spoke on Wednesday, 3 March 2021, to the " + "y" * 300, upto="dates")
    lines = shown(*readings, long_word, width=width).splitlines()
    assert max(map(len, lines)) <= min(width, 100)
    assert lines == [line.rstrip() for line in lines]


def test_columns_stand_under_their_heads():
    rows = report(PRINTED).splitlines()
    head = next(line for line in rows if line.startswith("  line"))
    for row in filter(ROW.match, rows):
        assert row[head.index("type") - 1] == " "
        assert row[head.index("type")].isupper()
        assert row[head.index("value")] == "2"
        assert row[head.index("days")] == "2"


def test_words_of_a_text_neither_steer_the_terminal_nor_are_markup():
    told = report("The [red]mayor[/red] \x1b[31msang\x1b[0m \u202eto us on Wednesday.")
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "The [red]mayor[/red] �[31msang�[0m �to us on [Wednesday]." in told


def test_only_the_stages_that_dates_need_are_run(tehran: list[Article]):
    few = pipeline.for_dates(Settings())
    assert few.stages == ("blocks", "clauses", "sentences", "quotes", "mentions", "times", "dates")
    article = tehran[1]
    alone, whole = (pipeline.read_article(article, settings) for settings in (few, Settings()))
    assert alone.of(Time) == whole.of(Time)
    assert alone.published == whole.published


@pytest.mark.parametrize("text", [PRINTED, OPEN, CLASH, NO_SUCH_DAYS])
def test_json_tells_the_same_as_the_reading(text):
    reading = reading_of(text, upto="dates", path="a.txt")
    [line] = date_lines([reading])
    row = json.loads(line)
    known = reading.published
    assert (row["id"], row["path"]) == (reading.article.id, "a.txt")
    assert row["published"] == json.loads(json.dumps(contract(reading)["published"], default=str))
    assert row.get("undated") == (None if isinstance(known, Published) else known.reason)
    assert [t["text"] for t in row["timexes"]] == [text[t["start"] : t["end"]] for t in row["timexes"]]
    assert [
        Time(
            Span(t["start"], t["end"]),
            t["type"],
            t["value"] or "",
            t["why"],
            t.get("mod", ""),
            *(dt.date.fromisoformat(t[end]) if end in t else None for end in ("earliest", "latest")),
        )
        for t in row["timexes"]
    ] == list(reading.of(Time))
    assert all(text.splitlines()[t["line"] - 1].count(t["text"]) for t in row["timexes"])


@st.composite
def texts_with_times(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text("ab “”[]–…\n\t.\x1bé世", min_size=1, max_size=120))
    spans = []
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        spans += [Span(start, end)] if text[start:end].strip() else []
    return text, spans


@given(texts_with_times(), st.integers(60, 110))
def test_printed_places_read_back_to_the_words(made: tuple[str, list[Span]], width: int):
    text, spans = made
    times = [Time(span, "DATE", "2018", "") for span in spans]
    told = shown(Reading(make_article(text)).adding((Time,), times), width=width)
    rows = list(ROW.finditer(told))
    assert [(int(row[2]), int(row[3])) for row in rows] == sorted((s.start, s.end) for s in spans)
    for row, after in zip(rows, [*(row.start() for row in rows), len(told)][1:], strict=False):
        start, end = int(row[2]), int(row[3])
        assert int(row[1]) == len(text[:start].split("\n"))
        words = f"[{text[start:end]}]".replace("\x1b", "�")
        assert re.sub(r"\s", "", words) in re.sub(r"\s", "", told[row.end() : after])


@given(texts_with_times(), st.integers(0, 100))
def test_context_keeps_the_words_whole_and_to_the_room(made: tuple[str, list[Span]], room: int):
    text, spans = made
    for span in spans:
        words = f"[{one_line(span.of(text))}]"
        context = in_context(text, span, room).plain
        assert words in context
        assert len(context) <= max(room, len(words))
