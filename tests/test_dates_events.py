"""The file of dated public events, ours and the user's."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.errors import SettingsError
from rashomon.lexicon.actors import state_name
from rashomon.lexicon.files import load
from rashomon.linking.dates.feasts import easter, feast
from rashomon.linking.dates.link import link_dates
from rashomon.linking.dating.almanac import almanac
from rashomon.linking.dating.dated_event import DatedEvent
from rashomon.model import Published
from rashomon.settings import Settings
from tests.conftest import reading_of

OWN = """
events:
  - {id: regatta, name: Norlandian regatta, first: 2031-05-03, last: 2031-05-04, source: harbour gazette,
     words: [[regatta]]}
"""

CHECKED = """
works: {pilot: Norlandian Pilot of 2032}
events:
  - {id: regatta, name: Norlandian regatta, first: 2031-05-03, last: 2031-05-04, checked: pilot,
     source: harbour gazette, words: [[regatta]]}
"""


def told(sentence: str) -> list[str]:
    return [t.event.id for t in almanac().told_in(sentence, 0, len(sentence), sentence.lower())]


def test_every_event_is_sound() -> None:
    events = almanac().events
    assert len(events) >= 60
    assert len({e.id for e in events}) == len(events)
    states = {w for e in events for g in (*e.words, e.needs) for w in g if len(w) == 3 and w.isupper()}
    assert {s for s in states if state_name(s) == s} == set()
    assert all(dt.date(1914, 1, 1) <= e.first <= e.last for e in events)


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Washington reimposed sanctions on Tehran.", ["iran-sanctions-2018-08", "iran-sanctions-2018-11"]),
        ("The EU reimposed a levy on Iranian carpets.", []),
        ("Trump met Kim at a summit in Singapore.", ["singapore-summit-2018"]),
        ("A summit on fisheries was held in Singapore.", []),
        ("Russia began a full-scale invasion of Ukraine.", ["ukraine-2022"]),
        ("Moscow and Kyiv signed a pact on fish.", []),
        ("The United States withdrew from the Iran nuclear deal.", ["jcpoa-withdrawal-2018"]),
        ("The United States withdrew from the agreement on salmon.", []),
    ],
)
def test_an_event_is_known_by_all_its_words(sentence: str, events: list[str]) -> None:
    assert told(sentence) == events


def test_a_lead_that_may_tell_several_events_is_dated_by_none_alone() -> None:
    reading = reading_of("Aung San Suu Kyi walked free.", upto="times")
    (found,) = [f for f in link_dates(reading, Settings()) if isinstance(f, Published)]
    assert found.earliest == dt.date(1995, 7, 10)
    assert found.latest >= dt.date(2010, 11, 13)


def test_the_user_adds_a_file(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, "utf-8")
    text = "Sailors left Norlandia on Monday, a day after the regatta."
    reading = reading_of(text, upto="times")
    found = [f for f in link_dates(reading, Settings(dated_events=str(path))) if isinstance(f, Published)]
    assert found[0].earliest == dt.date(2031, 5, 5)
    assert "harbour gazette" in found[0].basis[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (OWN, "(2031-05-03 to 2031-05-04; harbour gazette; day not checked)"),
        (CHECKED, "(2031-05-03 to 2031-05-04; harbour gazette; day checked against Norlandian Pilot of 2032)"),
    ],
)
def test_a_reason_says_what_its_day_was_checked_against(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(content, "utf-8")
    reading = reading_of("Sailors left Norlandia on Monday, a day after the regatta.", upto="times")
    (found,) = [f for f in link_dates(reading, Settings(dated_events=str(path))) if isinstance(f, Published)]
    assert reason in found.basis[0]


def test_the_docs_say_how_many_days_are_checked() -> None:
    events = almanac().events
    checked = sum(bool(event.checked) for event in events)
    docs = Path(__file__).parents[1] / "docs" / "dating.md"
    assert f"{checked:,} of {len(events):,} events" in " ".join(docs.read_text("utf-8").split())


def test_who_resigns_does_so_on_the_last_day_of_the_term_as_well() -> None:
    """An office is left when it is announced or when it ends: where the days differ, events tell both."""
    never = {"hariri-2017", "hariri-2019", "blatter-2015"}  # took it back; stayed on as caretaker; was barred before
    left = [(event, tied.names) for event in almanac().events for tied in event.tied if "left office" in tied.kind.does]
    missing = {
        (event.id, str(last))
        for event, names in left
        for first, last in _terms_of(names)
        if first <= event.first <= last
        and event.id not in never
        and not any(_around(e, last) for e, n in left if n == names)
    }
    assert missing == set()


def _terms_of(names: tuple[str, ...]) -> Iterator[tuple[dt.date, dt.date]]:
    for office in load("terms.yaml")["terms"]:
        for spans in (spans for name, spans in office["holders"].items() if name.lower() in names):
            for first, _, last in (span.partition("..") for span in spans):
                yield dt.date.fromisoformat(first), dt.date.fromisoformat(last) if last else dt.date.max


def _around(event: DatedEvent, day: dt.date) -> bool:
    return event.first - dt.timedelta(2) <= day <= event.last + dt.timedelta(2)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("events: [", "is no YAML"),
        ("- a", "holds a list under 'events:'"),
        ("events: [{id: x}]", "lacks first, last, name, source, words"),
        ("events: [3]", "event 1: lacks everything"),
        (OWN.replace("2031-05-04", "2031-05-01"), "first no later than last"),
        (OWN.replace("2031-05-04", "May"), "first and last are days"),
        (OWN.replace("[[regatta]]", "regatta"), "list of lists"),
        (OWN.replace("[[regatta]]", "[['*']]"), "letters or digits"),
        (OWN.replace("id:", "colour: red, id:"), "unknown field 'colour'"),
        (OWN.replace("id:", "checked: pilot, id:"), "checked names 'pilot', which does not stand under works"),
        (CHECKED.replace("{pilot: Norlandian Pilot of 2032}", "[pilot]"), "works holds works of reference"),
    ],
)
def test_a_wrong_file_is_told_clearly(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=complaint):
        almanac(str(path))


def test_a_missing_file_is_told_clearly() -> None:
    with pytest.raises(SettingsError, match="cannot be opened"):
        almanac("no-such-file.yaml")


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 1999, "1999-11-25"),
        ("memorial", 2018, "2018-05-28"),
        ("labor", 2017, "2017-09-04"),
        ("good-friday", 1998, "1998-04-10"),
        ("christmas", 2000, "2000-12-25"),
    ],
)
def test_feasts_fall_on_their_days(name: str, year: int, day: str) -> None:
    assert str(feast(name, year)) == day


def test_easter_is_a_sunday_in_spring() -> None:
    days = [easter(year) for year in range(1990, 2030)]
    assert all(d.isoweekday() == 7 and (3, 22) <= (d.month, d.day) <= (4, 25) for d in days)
