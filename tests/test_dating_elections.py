"""Elections of parliaments and presidents: their days, and the texts that name them by state and kind."""

import datetime as dt
from itertools import pairwise

import pytest

from rashomon.lexicon.actors import state_name
from rashomon.lexicon.elections import OFFICES, elections
from rashomon.lexicon.files import load
from rashomon.linking.dates.link import link_dates
from rashomon.linking.dating.almanac import elections_told
from rashomon.model import Published
from rashomon.settings import Settings
from tests.conftest import reading_of

TABLES = [(office, state) for office in OFFICES for state in sorted(load("elections.yaml")[office]["days"])]
CLINTON_AND_BLAIR = " President Bill Clinton and Prime Minister Tony Blair spoke on Friday."


def named(text: str) -> list[tuple[str, str]]:
    told = elections_told(text, 0, len(text), text.lower())
    return sorted({(t.event.id.split("-")[1], text[t.start : t.end]) for t in told})


def published(text: str) -> Published | None:
    found = [f for f in link_dates(reading_of(text, upto="times"), Settings()) if isinstance(f, Published)]
    return found[0] if found else None


# -- the table


@pytest.mark.parametrize(("office", "state"), TABLES)
def test_elections_follow_each_other_and_leave_no_day_out(office: str, state: str) -> None:
    assert state_name(state) != state
    found = elections(office, state)
    known = [dt.date.fromisoformat(e.listed) for e in found if e.listed]
    assert all(a < b for a, b in pairwise(known))
    apart = [b.first - a.last for a, b in pairwise(found)]
    assert all(days < dt.timedelta(7 * 366) for days in apart)
    assert (found[0].listed, found[-1].listed) == ("", "")


def test_what_the_table_does_not_reach_may_be_meant_as_well() -> None:
    before, *known, after = elections("parliament", "EST")
    assert (before.listed, after.listed) == ("", "")
    assert before.last + dt.timedelta(1) == known[0].first
    assert after.first - dt.timedelta(1) == known[-1].last


def test_a_gap_longer_than_a_term_may_hold_another() -> None:
    gaps = [e for e in elections("president", "NIC")[1:-1] if not e.listed]
    assert [(e.first.year, e.last.year) for e in gaps] == [(1990, 1996)]
    assert all(e.listed for e in elections("president", "FRA")[1:-1])  # terms of seven years


@pytest.mark.parametrize(
    ("office", "state", "listed", "day"),
    [
        ("parliament", "FRA", "1997-06-01", "1997-05-25"),  # the first round
        ("parliament", "POL", "2007-10-19", "2007-10-21"),  # the table is two days off
        ("president", "FRA", "1995-04-23", "1995-05-07"),  # the second round
        ("president", "VEN", "2012-10-12", "2012-10-07"),  # the table is five days off
        ("president", "USA", "2000-11-07", "2000-11-07"),
    ],
)
def test_the_day_of_voting_lies_in_an_election(office: str, state: str, listed: str, day: str) -> None:
    election = next(e for e in elections(office, state) if e.listed == listed)
    assert election.first <= dt.date.fromisoformat(day) <= election.last


def test_states_without_a_table_have_none() -> None:
    assert elections("parliament", "USA") == ()


# -- the names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Germany's Sept. 22 parliamentary election was close.", [("DEU", "parliamentary election")]),
        ("Sunday's general election in Spain was close.", [("ESP", "general election")]),
        ("British snap general elections were held.", [("GBR", "general elections")]),
        ("Estonia held parliamentary elections on Sunday.", [("EST", "parliamentary elections")]),
        ("Germans go to the polls on Sunday in general elections.", [("DEU", "general elections")]),
        ("He lost the parliamentary elections Sunday in Poland.", [("POL", "parliamentary elections")]),
        ("Hungary's first free parliamentary elections were held.", [("HUN", "parliamentary elections")]),
        ("Japan's lower house election was close.", [("JPN", "lower house election")]),
        ("Japan's parliamentary elections were close.", []),  # of the upper house?
        ("Israel's Knesset elections were close.", [("ISR", "Knesset elections")]),
        ("Israel's general election was close.", []),  # of a prime minister?
        ("Italy's 1994 general election was close.", []),  # of another time
        ("Turks in Germany voted in general elections.", []),
        ("The German chancellor spoke after parliamentary elections in Ukraine.", []),
        ("The German state elections were close.", []),
        ("European parliamentary elections in Germany were close.", []),
        ("The parliamentary elections in Spain's Basque Country were close.", []),
        ("The parliamentary elections in northern Italy were close.", []),
        ("East German general elections were held.", []),
        ("Scotland's parliamentary election was close.", []),
        ("Northern Ireland's general election was close.", []),
        ("British Columbia's general election was close.", []),
        ("Turkish Cypriot parliamentary elections were held.", []),
        ("Germany's general election campaign began.", []),
        ("France's presidential runoff was close.", [("FRA", "presidential runoff")]),
        ("The U.S. presidential election on Nov. 8 was close.", [("USA", "presidential election")]),
        ("Romania's presidential and parliamentary elections were held.", [("ROU", "parliamentary elections")]),
        ("Russia's presidential election was close.", []),  # no table
        ("The American Medical Association's presidential election was close.", []),
    ],
)
def test_an_election_is_known_by_its_state_and_kind(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


# -- what they say of the day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Labour won Britain's general election on Thursday.", "1997-05-02"),
        ("Two days after Britain's general election, he called.", "1997-05-03"),
        ("Britain held a general election on Thursday.", "1997-05-02"),
    ],
)
def test_an_election_dates_a_text_beside_who_is_in_office(text: str, day: str) -> None:
    found = published(text + CLINTON_AND_BLAIR)
    assert found is not None
    assert found.earliest <= dt.date.fromisoformat(day) <= found.latest
    assert found.latest - found.earliest < dt.timedelta(14)
    assert any("ParlGov, election of 1997-05-01" in reason for reason in found.basis)


@pytest.mark.parametrize(
    "text",
    [
        "Labour won Britain's general election on Thursday.",  # which?
        "He spoke on Thursday of Britain's general election." + CLINTON_AND_BLAIR,
        "Britain's general election was won by Labour." + CLINTON_AND_BLAIR,
        "Britain's general election next year will be close." + CLINTON_AND_BLAIR,
        "He resigned on Thursday after Britain's general election." + CLINTON_AND_BLAIR,
    ],
)
def test_an_election_says_nothing_without_a_time_of_its_own(text: str) -> None:
    found = published(text)
    assert found is None or not any("elects its parliament" in reason for reason in found.basis)
