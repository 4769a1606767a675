"""Deeds without a day of their own: dated by a known public event, and only where their own clause tells it."""

import datetime as dt

import pytest

from rashomon.model import Claim, DateSlot, TextSlot
from tests.conftest import reading_of

SANCTIONS = (dt.date(2018, 8, 6), dt.date(2018, 8, 7))
WITHDRAWAL = (dt.date(2018, 5, 8), dt.date(2018, 5, 8))
PUBLISHED = dt.date(2018, 8, 20)


def days(text, published=PUBLISHED):
    """Text -> for each event and undertaking its days, by its cue."""
    reading = reading_of(text, published=published)
    found = {}
    for claim in reading.of(Claim):
        when = claim.slots.get("when")
        cue = claim.slots.get("type")
        if claim.kind != "statement" and isinstance(cue, TextSlot) and cue.span:
            found[cue.text] = (when.earliest, when.latest) if isinstance(when, DateSlot) else None
    return found


@pytest.mark.parametrize(
    ("text", "kind", "known"),
    [
        ("Washington reimposed sanctions on Iran.", "sanction", SANCTIONS),
        ("Shops closed after the United States reintroduced sanctions on Iran.", "sanction", SANCTIONS),
        ("France regrets President Trump's withdrawal from the 2015 nuclear deal.", "withdrawal", WITHDRAWAL),
        ("The JCPOA eased trade. Mr Rossi deplored Washington's departure from the deal.", "withdrawal", WITHDRAWAL),
        # who did it is somebody else; what they left is another accord; it has not happened; it has its own day
        ("France reimposed sanctions on Iran, to please Trump.", "sanction", None),
        ("Peru regrets President Trump's withdrawal from the tuna agreement of 2015.", "withdrawal", None),
        ("Iran regrets that Iraq withdrew from the agreement on water.", "withdrawal", None),
        ("Washington will reimpose sanctions on Iran.", "sanction", None),
        ("Washington reimposed sanctions on Iran on 9 August 2018.", "sanction", (dt.date(2018, 8, 9),) * 2),
    ],
)
def test_only_what_the_clause_tells_is_dated(text, kind, known):
    assert days(text)[kind] == known


@pytest.mark.parametrize("published", [dt.date(2018, 12, 1), dt.date(2018, 7, 1), dt.date(2025, 3, 1)])
def test_no_day_where_several_fit_or_none_lies_shortly_before(published):
    assert days("Washington reimposed sanctions on Iran.", published)["sanction"] is None


def test_a_week_is_narrowed_to_the_day_of_the_forum_that_it_tells():
    text = "Kenya's president and Uganda's president met during last week's ASEAN Regional Forum."
    assert days(text, dt.date(2018, 8, 9))["CONSULT"] == (dt.date(2018, 8, 4),) * 2


def test_the_reason_names_the_event_and_its_source():
    reading = reading_of("Washington reimposed sanctions on Iran.", published=PUBLISHED)
    (when,) = {c.slots["when"] for c in reading.of(Claim) if c.kind == "undertaking"}
    assert isinstance(when, DateSlot)
    assert when.text.startswith("known public event: ")
    assert "Executive Order 13846" in when.text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Washington walked away from the JCPOA.", "JCPOA"),
        ("Iran signed the JCPOA. In May, President Trump walked away from the agreement.", "JCPOA"),
        ("Iran signed the JCPOA. In May, the United States left the nuclear deal.", "JCPOA"),
        ("In May, the United States left the nuclear deal.", None),
        ("Iran signed the JCPOA. Kenya signed the Paris climate accord. President Trump left the agreement.", None),
        ("Iran signed the JCPOA. President Trump left the agreement with Kenya.", None),
        ("Iran signed the JCPOA. In May, President Trump walked away from the hard-won agreement.", "JCPOA"),
        ("Iran signed the JCPOA. In May, President Trump walked away from the Kenyan agreement.", None),
    ],
)
def test_the_accord_that_is_meant(text, key):
    found = [c for c in reading_of(text).of(Claim) if c.slots.get("type") and c.slots["type"].text == "withdrawal"]
    assert found
    slot = found[0].slots.get("instrument")
    assert (slot.text if isinstance(slot, TextSlot) else None) == key


@pytest.mark.parametrize(
    ("text", "kind", "own"),
    [
        (
            "Kenya and Chad pledged to build a dam in the agreement reached by the presidents of Kenya and Chad.",
            "agreement",
            True,
        ),
        ("The Kenyan president said that Chad had reached an agreement with Sudan.", "agreement", False),
    ],
)
def test_what_a_promise_takes_for_granted_the_author_says(text, kind, own):
    found = [c for c in reading_of(text).of(Claim) if c.slots.get("type") and c.slots["type"].text == kind]
    assert [c.within is None for c in found] == [own]


def test_a_statement_keeps_its_sentence_and_what_it_speaks_of():
    text = "The minister criticized the closure of the port, saying that it was unlawful."
    last = [c for c in reading_of(text).of(Claim) if c.kind == "statement"][-1]
    assert last.slots["topic"].text == "the closure of the port"
    assert last.slots["sentence"].text == text
