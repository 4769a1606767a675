"""When it happened, when it was said, when it was reported: three times, none taken for another."""

import datetime as dt

import pytest

from rashomon.linking.claims.times import time_slot
from rashomon.model import Claim, DateSlot, Span, Time
from rashomon.readers.times.sayings import saying_of
from rashomon.renderers.readings import contract
from tests.conftest import reading_of

PUBLISHED = dt.date(2018, 8, 15)  # a Wednesday


def shown(slot: DateSlot | None) -> str:
    """Days of a slot -> "08-13", "06-01..06-30", "05-06.." within 2018; "" for none, "?" for words without days."""
    if slot is None:
        return ""
    if slot.earliest is None and slot.latest is None:
        return "?"
    ends = [d.isoformat().removeprefix("2018-") if d else "" for d in (slot.earliest, slot.latest)]
    return ends[0] if ends[0] == ends[1] else "..".join(ends)


def times(text: str) -> list[tuple[str, str, str]]:
    """Text -> of each statement, event and undertaking its kind, when it happened and when it was said."""
    claims = reading_of(text, published=PUBLISHED).of(Claim)
    kinds = {"background": "event"}
    return [(kinds.get(c.kind, c.kind), shown(c.happened), shown(c.said)) for c in claims]


@pytest.mark.parametrize(
    ("text", "said", "happened"),
    [
        # the cue has a time of its own, what is said another
        ("Iran said on 5 May that it had seized the ship in April.", "05-05", "04-01..04-30"),
        ("Iran attacked Iraq on Monday, the president said Tuesday.", "08-14", "08-13"),
        ("Iran attacked Iraq on Monday, the president said.", "", "08-13"),
        ("Iran attacked Iraq, the ministry said on Tuesday.", "08-14", ""),
        ("“We met the minister on Monday,” the president told reporters in Tehran on Tuesday.", "08-14", "08-13"),
        ("The president said Monday he will meet the Chadian president on Friday.", "08-13", "08-17"),
        ("In a statement on Monday, the ministry said Iran would attack Iraq next month.", "08-13", "09-01..09-30"),
        ("The ministry said that in May 2017 Iran attacked Iraq.", "", "2017-05-01..2017-05-31"),
        # a time between the verb of speech and what is said is the saying's, with and without "that"
        ("Iran said Tuesday it had seized the ship.", "08-14", ""),
        ("Iran said on Tuesday it had attacked Iraq.", "08-14", ""),
        ("Iran said Tuesday the army attacked Iraq on Monday.", "08-14", "08-13"),
        ("The president told reporters Tuesday the army attacked Iraq.", "08-14", ""),
        ("Iran said it seized the ship Tuesday.", "", "08-14"),
        ("The president said in 2015 Iran attacked Iraq.", "", "2015-01-01..2015-12-31"),
        # carried words: the saying's day, and not that of the carrying
        ("The president was quoted as saying on Wednesday by the agency that Iran had attacked Iraq.", "08-15", ""),
        ("The president was quoted on Tuesday as saying that Iran had attacked Iraq on Monday.", "", "08-13"),
        # the day of the occasion, of the document
        ("Speaking on Tuesday, the president said that Iran attacked Iraq on Sunday.", "08-14", "08-12"),
        ("In a note released on Monday, the ministry said that Iran attacked Iraq in May.", "08-13", "05-01..05-31"),
        ("According to a report published Tuesday by Reuters, Iran attacked Iraq on Sunday.", "08-14", "08-12"),
        ("According to a statement on Monday, Iran attacked Iraq in June.", "08-13", "06-01..06-30"),
        ("In an interview with Fox News that aired Sunday, Trump said that Iran attacked Iraq.", "08-12", ""),
        ("A Thursday press statement by the ministry shows that Iran attacked Iraq.", "08-09", ""),
        ("A report released on Monday said that Iran attacked Iraq.", "08-13", ""),
        ("A report on the vote of Monday said that Iran attacked Iraq.", "", ""),
        ("In the past week, the president has said that Iran attacked Iraq.", "08-09..08-15", ""),
        # what happened cannot lie after it was told: then these are not its days
        ("Iran said on Monday that it attacked Iraq on Tuesday.", "08-13", "?"),
    ],
)  # fmt: skip
def test_what_is_told_in_a_statement_keeps_its_own_time_and_the_statements(text, said, happened):
    assert times(text) == [("statement", "", said), ("event", happened, said)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He said on Tuesday that the talks would be held on Friday.", "08-14"),
        ("Trump tweeted on Monday that he would meet Kim on 12 June.", "08-13"),
        ("Trump pledged to withdraw from Syria on Friday.", ""),
        ("He said Monday's attack killed four and that the army will attack on Friday.", ""),
        ("Iran attacked Iraq in May and the president said in June that it will stop.", "06-01..06-30"),
    ],
)
def test_a_statement_has_the_day_of_its_saying(text, said):
    assert [found for kind, _, found in times(text) if kind == "statement"] == [said]


def test_a_speaker_has_times_of_his_own():
    text = "The minister, who was killed on Monday, said last week that the army would attack Kenya."
    killed, attack = [found for found in times(text) if found[0] == "event"]
    assert killed[1:] == ("08-13", "")
    assert attack[1:] == ("", "08-06..08-12")


def test_an_accusation_is_made_on_one_day_and_is_of_another():
    text = "Kenya's president accused Chad on Monday of attacking Kenya in June."
    assert [found for found in times(text) if found[0] == "statement"] == [("statement", "", "08-13")]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("in June", "06-01..06-30"),
        ("in the summer of 2018", "06-01..08-31"),
        ("last week", "08-06..08-12"),
        ("in the past week", "08-09..08-15"),
        ("in 2017", "2017-01-01..2017-12-31"),
        ("in the 1980s", "1980-01-01..1989-12-31"),
        ("from 3 to 5 May", "05-03..05-05"),
        ("on June 12 and 13", "06-12..06-13"),
        ("on May 3-5, 2011", "2011-05-03..2011-05-05"),
        ("from Monday to Wednesday", "08-13..08-15"),
        ("between May and June 2018", "05-01..06-30"),
        ("between June 3 and June 5", "06-03..06-05"),
        ("after June 5", "06-05.."),
        ("for 30 days", ""),
        ("until Tuesday", "?"),
        ("on 12 June 2023", "2023-06-12"),
    ],
)
def test_a_partial_day_or_interval_is_kept_whole(words, days):
    assert times(f"Iran attacked Iraq {words}.") == [("event", days, "")]


@pytest.mark.parametrize(
    "text",
    ["Iran attacked Iraq.", "The ministry said that Iran attacked Iraq.", "Kenya will meet Chad."],
)
def test_the_day_of_the_report_is_nobody_elses(text):
    assert all(found[1:] == ("", "") for found in times(text))


@pytest.mark.parametrize("text", ["He said.", "He said Monday", "On Monday he said", "said on Tuesday"])
def test_short_texts_have_no_saying_to_date(text):
    reading = reading_of(text, published=PUBLISHED)
    last = reading.doc[-1]
    assert saying_of(reading.doc, Span(last.idx, last.idx + len(last)), "DATE") is None


def test_a_reading_written_out_keeps_intervals_and_both_times():
    row = contract(reading_of("Iran said on 5 May that it had seized the ship in April.", published=PUBLISHED))
    (event,), (said,) = row["events"], row["attributions"]
    april = {"earliest": dt.date(2018, 4, 1), "latest": dt.date(2018, 4, 30), "text": "April"}
    fifth = {"earliest": dt.date(2018, 5, 5), "latest": dt.date(2018, 5, 5), "text": "5 May"}
    assert (event["when"], event["said"], said["time"]) == (april, fifth, fifth)
    assert "date" not in event


def test_letters_that_grow_in_lower_case_move_no_interval() -> None:
    text = "İİİİ İzmir waited. Norland built a pier between May and June 2018."
    reading = reading_of(text, upto="dates", published=PUBLISHED)
    slot = time_slot(reading, next(t.span for t in reading.of(Time) if "May" in t.span.of(text)))
    assert slot.span is not None
    assert slot.span.of(text) == slot.text == "between May and June 2018"
