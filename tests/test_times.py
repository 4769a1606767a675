"""Time expressions: the lexicon's own examples, typographic text, and input that is no date."""

import datetime as dt
import re
from dataclasses import replace
from time import process_time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lexicon.files import load
from rashomon.lexicon.marked import marked
from rashomon.linking.dates.link import link_dates
from rashomon.model import Block, Reading, Sentence, Span, Syntax, Time, TimeExpression, make_article
from rashomon.readers.times import matching, read_times
from rashomon.readers.times.numbers import number
from rashomon.readers.times.rules import Rule, rules
from rashomon.settings import Settings
from tests.conftest import reading_of

TABLE = load("times.yaml")
ASOF: dt.date = TABLE["asof"]
TIMEX3 = re.compile(
    r"(?:\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?:\d\d|W\d\d(?:-WE)?|WXX-(?:\d|WE)|XX-XX|Q[1-4]|H[12]|SP|SU|FA|WI)(?:-\d\d)?)?"
    r"(?:T(?:\d\d:\d\d|MO|AF|EV|NI))?|P(?:T?(?:\d+(?:\.\d+)?|X)(?:DE|CE|WE|[YMWDQHSX]))+|BC\d{4}|"
    r"(?:PAST|PRESENT|FUTURE)_REF|"
)


def times_in(text: str, published: dt.date | None = ASOF) -> dict[str, str]:
    reading = reading_of(text, upto="dates", published=published)
    return {t.span.of(text): t.value for t in reading.of(Time)}


@pytest.mark.parametrize("example", [x for rule in TABLE["rules"] for x in rule.get("examples", ())])
def test_the_lexicons_examples(example: str) -> None:
    text, spans = marked(example)
    wanted = {span.of(text): value for value, listed in spans.items() for span in listed}
    found = {words: value or "none" for words, value in times_in(text).items()}
    assert wanted, "nothing is marked"
    assert {words: found.get(words, "not found") for words in wanted} == wanted


@pytest.mark.parametrize("example", [x for rule in TABLE["rules"] for x in rule.get("not", ())])
def test_what_the_lexicon_leaves_alone(example: str) -> None:
    assert times_in(example) == {}


TEXTS = [marked(x)[0] for rule in TABLE["rules"] for x in rule.get("examples", ())]


@pytest.mark.parametrize(
    "rule", [rule for at in rules().values() for rule in at if rule.needs], ids=lambda r: str(r.order)
)
def test_what_a_rule_needs_stands_in_each_of_its_matches(rule: Rule) -> None:
    matched = [text for text in TEXTS if rule.pattern.search(text)]
    assert matched
    assert [text for text in matched if not any(needed in text.lower() for needed in rule.needs)] == []


def test_a_rule_is_not_tried_without_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    ago = next(rule for rule in rules()["weekday"] if rule.needs == ("ago",))
    wrong = replace(ago, needs=("elsewhere",))
    monkeypatch.setattr(matching, "rules_at", lambda _: (wrong,))
    text = "They met two Sundays ago."
    assert ago.pattern.search(text)
    assert matching.matches_in.__wrapped__(text, (Block(Span(0, len(text)), "paragraph"),))[0][1] == ()


def test_every_rule_has_marked_examples() -> None:
    bare = [r["pattern"] for r in TABLE["rules"] if not r.get("examples") or not all("](" in x for x in r["examples"])]
    assert bare == []


# Marked stories, told on ASOF: what later words are counted from.
STORIES = [
    "In [January 2017](2017-01) he was arrested. More than two months later, on [March 30](2017-03-30), he was freed.",
    "In [1999](1999) he moved to Rome. On [May 3](1999-05-03) he was arrested there.",
    "He was tried on [3 May 2009](2009-05-03). In [August](2009-08) he appealed. On [12 September](2009-09-12) he won.",
    "He won on [June 5, 2011](2011-06-05). [Last week](2018-W32) he resigned, on [August 7](2018-08-07).",
    "Born on [May 3, 1950](1950-05-03), he resigned on [March 3](2018-03-03).",
    "He was tried on [30 May 2009](2009-05-30). In [May](2009-05), she was too.",
    "The pact of [2015](2015) is dead. He spoke on [March 3](2018-03-03).",
    "He has led it since [1999](1999). On [May 3](2018-05-03) he resigned.",
    "They met on [Monday](2018-08-13). [The next day](2018-08-14) he left. [A day later](2018-08-15) so did she.",
    "They met on [Monday](2018-08-13). [That night](2018-08-13TNI) shots fell.",
    "They met on [Monday](2018-08-13). The talks broke off at [3 p.m.](2018-08-13T15:00) and he left.",
    "They met on [Friday](2018-08-10). On [the previous Friday](2018-08-03) they had not.",
    "Net rose in [the third quarter of 2017](2017-Q3). [A year earlier](2016-Q3) it fell.",
    "Net rose in [the third quarter of 2017](2017-Q3). In [the quarter](2017-Q3), sales fell.",
    "Ana met Bo on [Wednesday](2018-08-15). On [May 8](2018-05-08) she had not. [The prior day](2018-05-07) she fell.",
    "They met on [Feb. 8, 2017](2017-02-08). Of that [Feb. 8](2017-02-08) meeting he said nothing.",
    "Born on [Feb. 8, 1950](1950-02-08), he will be honoured at the [Feb. 8](2018-02-08) feast.",
    "Ana lost in [2012](2012). The survey was held on [August 10](2018-08-10).",
    "It failed in [2016](2016), and [two months later](none) he left.",
    "As he spoke [last Thursday](2018-08-09), Trump said he had found a way. He flew home [that day](2018-08-09).",
    "It shut on [Monday](2018-08-13), up from [the day before](2018-08-12), gold from [the day before](2018-08-12).",
    "He wrote on [May 3](2018-05-03).\n\n[9:34 p.m.](2018-08-15T21:34)\n\nAna spoke in Rome.",
    "He hopes to win [this November](2018-11). Chances of winning in [November](2018-11) are good.",
    "They lead in polls ahead of [Tuesday](2018-08-21)'s vote.",
    "Paul wrote (Ephesians 5:11) of it. The game began at [17:30](2018-08-15T17:30).",
    "He was a guest on Saturday Night Live on [Friday](2018-08-10).",
    "Ana will be there. The pact is set to expire at [12:01 a.m.](2018-08-16T00:01).",
    "They met on [Monday](2018-08-13). At [12:01 a.m.](2018-08-13T00:01) the pact expired.",
]


@pytest.mark.parametrize("story", STORIES)
def test_what_words_are_counted_from(story: str) -> None:
    test_the_lexicons_examples(story)


# How online news of later years writes times.
ONLINE = [
    "It began on [Feb. 3](2018-02-03) at [7:30 p.m. EST](2018-02-03T19:30).",
    "On [24 January 2013](2013-01-24) at [16:00 GMT](2013-01-24T16:00) he spoke.",
    "They met over [the weekend](2018-W32-WE) and again [Tuesday evening](2018-08-14TEV).",
    "In [the 1970s](197X) and [the '80s](198X) it grew; in [the 21st century](20XX) it shrank.",
    "The law, passed [18 months ago](2017-02), takes effect [early next month](2018-09).",
    "Prices rose over [the last five years](P5Y), and [the past decade](P10Y) was hard.",
    "It was the first snow since [Christmas](2017-12-25).",
    "She said [Tuesday](2018-08-14) that talks would resume [next Friday](2018-08-17).",
    "The trial is expected to last [two weeks](P2W).",
    "It closes at [5pm on Saturday](2018-08-18T17:00).",
    "By [the end of the year](2018) it will be done; [later today](2018-08-15) they vote.",
    "He fell ill in [mid-March](2018-03), [24 hours](PT24H) after a [three-day](P3D) march.",
    "The rally planned for [Saturday](2018-08-18) was postponed until [Sunday](2018-08-19).",
    "He was due in court on [Thursday](2018-08-16).",
    "Prices are at a level not seen since [last July](2017-07), though Ana left [last June](2018-06).",
    "Another could be to blame, Norlandia's approving a measure on [August 10](2018-08-10) to send troops.",
    "The figures of [July](2018-07) could cause a fall.",
    "The bank has extended the loan through [January](2019-01).",
    "Ana, meantime, glossed over stern warnings from Rome on [Thursday](2018-08-09) that strikes could do harm.",
]


@pytest.mark.parametrize("text", ONLINE)
def test_online_news(text: str) -> None:
    test_the_lexicons_examples(text)


def test_spans_of_written_out_stretches() -> None:
    assert times_in("He ruled over the years from 2007 to 2012.") == {
        "the years": "PXY",
        "2007": "2007",
        "2012": "2012",
    }


def test_headlines_tell_the_past_in_the_present_tense() -> None:
    text = (
        "Envoy leaves Rome on Friday\n\nThe envoy of Norlandia left Rome and went home, her office said in a statement."
    )
    assert times_in(text) == {"Friday": "2018-08-10"}
    visit = (
        "Envoy's visit on 13 October confirmed as rallies planned\n\nThe envoy of Norlandia will go to Rome and speak."
    )
    assert times_in(visit) == {"13 October": "2018-10-13"}


def test_feasts_that_follow_the_moon_have_no_value_and_a_reason() -> None:
    found = reading_of("They will fast in Ramadan.", upto="dates", published=ASOF).of(Time)
    assert [(t.value, bool(t.why)) for t in found] == [("", True)]


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
        ("They met on 31/4.", "31/4"),
        ("They met on 3/4.", "3/4"),
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
    found = reading_of(
        "Prime Minister Theresa May flew home. Ana turned to speak to May directly, and left in May.", upto="times"
    )
    assert [e.span.of(found.text) for e in found.of(TimeExpression)] == ["May"]


def test_ten_thousand_dates_take_time_by_their_number() -> None:
    sentences = [f"On May {n % 31 + 1} he met Bo. The prior day, at noon, they left. " for n in range(5_000)]
    text = "".join(sentences)
    article = make_article(text, published=ASOF)
    doc = spacy.blank("en")(text)
    whole = (Block(Span(0, len(text)), "paragraph"),)
    cut = tuple(Sentence(Span(m.start(), m.end())) for m in re.finditer(r"[^.]+\.", text))
    reading = Reading(article, [(Block, whole), (Syntax, (Syntax(doc),)), (Sentence, cut)])
    start = process_time()
    reading = reading.adding([TimeExpression], read_times(reading, Settings()))
    found = [f for f in link_dates(reading, Settings()) if isinstance(f, Time)]
    assert len(found) == 15_000
    assert process_time() - start < 12  # some 2 seconds; by the square it would be minutes


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
    "year", "and a half", "'80s", "half", "Easter", "Ramadan", "winter", "BC", "noon", "ended", "30", "night", "since",
))  # fmt: skip


@settings(max_examples=40)
@given(st.lists(PIECES, min_size=1, max_size=25))
def test_values_are_timex3_and_spans_lie_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for time in reading_of(text, upto="dates", published=ASOF).of(Time):
        assert 0 <= time.span.start < time.span.end <= len(text)
        assert TIMEX3.fullmatch(time.value), time
        assert time.value or time.why
