"""The file of dated public events, ours and the user's."""

import datetime as dt
from pathlib import Path

import pytest

from rashomon.errors import SettingsError
from rashomon.lexicon.actors import state_name
from rashomon.linking.dates import link_dates
from rashomon.linking.dates_feasts import easter, feast
from rashomon.linking.dating.almanac import almanac
from rashomon.model import Published
from rashomon.settings import Settings
from tests.conftest import reading_of

OWN = """
events:
  - {id: regatta, name: Norlandian regatta, first: 2031-05-03, last: 2031-05-04, source: harbour gazette,
     words: [[regatta]]}
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
