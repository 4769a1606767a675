"""Gatherings and referendums: what names one, what its words point to, and the tables, ours and the user's."""

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from rashomon.errors import SettingsError
from rashomon.lexicon.actors import state_name
from rashomon.lexicon.files import load
from rashomon.linking.dates.link import link_dates
from rashomon.linking.dating.almanac import almanac
from rashomon.model import Published
from rashomon.settings import Settings
from tests.conftest import reading_of

OWN = """
events: []
works: {pilot: Norlandian Pilot of 2032}
gatherings:
  - name: herring congress
    of: [herring]
    words: [congress]
    source: harbour gazette
    checked: pilot
    held: [2031-05-03..2031-05-04 Aldersea, 2032-05-03~ Norport]
referendums:
  - of: [norlandia]
    source: harbour gazette
    held: ["2031-06-01 tolls, toll"]
"""


def told(sentence: str, path: str = "") -> set[str]:
    found = almanac(path).told_in(sentence, 0, len(sentence), sentence.lower())
    return {str(t.event.first) for t in found if t.event.gathered or t.event.elected}


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Ministers spoke at the NATO summit in Vilnius.", {"2023-07-11"}),
        ("NATO leaders meeting in Madrid agreed.", {"1997-07-08", "2022-06-28"}),
        ("The Hamburg summit of the G-20 was marred by riots.", {"2017-07-07"}),
        ("The G20 summit last week in Hamburg was marred by riots.", {"2017-07-07"}),
        ("A summit of NATO leaders in Riga ended.", {"2006-11-28"}),
        ("She sang at the Sydney Olympics.", {"2000-09-15"}),
        ("The Summit of the Americas in Quebec ended.", {"2001-04-20"}),
        ("NATO has an office in Vilnius, where a fish summit was held.", set()),
        ("The summit of mayors in Hamburg was marred by rain.", set()),
        ("The NATO summit was postponed.", set()),
        ("Ireland held a referendum on divorce.", {"1995-11-24", "2019-05-24"}),
        ("Ireland held a referendum on water.", set()),
        ("The divorce law of Ireland was amended.", set()),
        ("Slovenia will hold a referendum on a railway, 20 years after independence.", set()),
        ("Slovenia held a referendum on independence.", {"1990-12-23"}),
    ],
)
def test_what_names_one(sentence: str, days: set[str]) -> None:
    assert told(sentence) == days


def interval(text: str, path: str = "") -> tuple[str, str] | None:
    reading = reading_of(text, upto="times")
    found = [f for f in link_dates(reading, Settings(dated_events=path)) if isinstance(f, Published)]
    return (str(found[0].earliest), str(found[0].latest)) if found else None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Rishi said on Sunday at the G20 summit in New Delhi that he had raised it.", ("2023-09-10", "2023-09-16")),
        ("Delegates at the climate conference in Cancun walked out on Monday.", ("2010-11-29", "2010-12-12")),
        ("The European Union summit in Nice ended early on Monday.", ("2000-12-11", "2000-12-17")),
        (
            "Two weeks after the G-8 summit in Genoa, a policeman was charged, police said.",
            ("2001-07-31", "2001-08-14"),
        ),
        ("Mayors will meet before next week's NATO summit in Vilnius, one said.", ("2023-07-03", "2023-07-09")),
        (
            "Australians voted on Saturday in a referendum on the voice of its indigenous people.",
            ("2023-10-14", "2023-10-20"),
        ),
        ("The minister flew on Monday from the town in which the NATO summit in Vilnius was planned.", None),
    ],
)
def test_what_is_done_there_points_to_its_days(text: str, days: tuple[str, str] | None) -> None:
    assert interval(text) == days


def test_the_tables_are_sound() -> None:
    events = [e for e in almanac().events if e.gathered or e.elected]
    assert len({e.id for e in events}) == len(events) >= 500
    assert all(dt.date(1989, 1, 1) <= e.first <= e.last <= e.first + dt.timedelta(25) for e in events)
    owners = {code for body in load("referendums.yaml")["referendums"] for code in body["of"] if code.isupper()}
    assert {code for code in owners if state_name(code) == code} == set()


def test_a_body_gathers_once_at_a_time() -> None:
    """A slip in a year or month would mostly put two gatherings of a body on the same days, or out of their order."""
    for body in load("gatherings.yaml")["gatherings"]:
        days = [str(line).replace("~", " ").split(" ")[0].split("..") for line in body["held"]]
        assert all(before[-1] < after[0] for before, after in pairwise(days)), body["name"]


def test_the_user_adds_both(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, "utf-8")
    assert told("The herring congress in Aldersea ended.", str(path)) == {"2031-05-03"}
    checked = {str(e.first): e.checked for e in almanac(str(path)).events if "herring" in e.id}
    assert checked == {"2031-05-03": "Norlandian Pilot of 2032", "2032-05-03": ""}
    assert interval("Norlandia voted on Sunday in a referendum on tolls.", str(path)) == ("2031-06-01", "2031-06-07")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (OWN.replace("    words: [congress]\n", ""), "gathering 1: a gathering has held, name, of, source, words"),
        (OWN.replace("2032-05-03~ Norport", "spring"), "gathering 1: 'spring' gives no day or days and words"),
        (OWN.replace("2031-06-01", "2031-06-31"), "referendum 1: '2031-06-31' is no day"),
    ],
)
def test_a_wrong_line_is_told_clearly(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=complaint):
        almanac(str(path))
