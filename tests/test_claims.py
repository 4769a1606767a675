"""Findings become claims: each with its chain, its slots and the characters that show it."""

import datetime as dt

import pytest

from rashomon.linking.claims.fold import fold_claims
from rashomon.model import (
    Amount,
    AmountSlot,
    Attribution,
    Claim,
    DateSlot,
    EntitySlot,
    Event,
    Reading,
    Span,
    TextSlot,
    Undertaking,
)
from rashomon.settings import Settings
from tests.conftest import reading_of

TEXT = "The Tarn council said on Monday that Norland has capped exports of timber at 500 tons a year."


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def folded(text: str, *findings: object, **known: object) -> list[Claim]:
    """Text and the events, undertakings and amounts in it -> its claims, with our own readers for the rest."""
    reading = reading_of(text, upto="dates", **known)
    reading = reading.adding((Event, Undertaking, Amount), findings)
    return list(fold_claims(reading, Settings()))


def cap(text: str) -> Undertaking:
    return Undertaking(
        "u1", "limit", at(text, "Norland has capped exports of timber at 500 tons a year"), at(text, "capped"),
        at(text, "exports of timber"), (at(text, "Norland"),), amount=at(text, "500 tons a year"),
    )  # fmt: skip


def amount(text: str) -> Amount:
    return Amount(at(text, "500 tons a year"), 500, 500, "ton", "year", at(text, "timber"))


def test_what_lies_in_a_statement_is_claimed_on_its_speakers_word():
    claims = folded(TEXT, cap(TEXT), amount(TEXT), outlet="The Tarn Post")
    statement, undertaking, figure = claims
    assert [c.kind for c in claims] == ["statement", "undertaking", "figure"]
    assert undertaking.within == figure.within == statement.finding
    assert undertaking.chain == figure.chain == statement.chain
    assert statement.within is None
    assert statement.chain[0].name == "The Tarn Post"
    assert len(statement.chain) == 2


def test_what_the_author_says_is_on_the_outlets_word_alone():
    text = "Norland has capped exports of timber at 500 tons a year."
    claims = folded(text, cap(text), amount(text), outlet="The Tarn Post")
    assert [[h.name for h in c.chain] for c in claims] == [["The Tarn Post"], ["The Tarn Post"]]
    assert all(c.within is None for c in claims)


def test_a_figure_in_a_limit_says_of_what_and_who_set_it():
    figure = folded(TEXT, cap(TEXT), amount(TEXT))[-1]
    size = figure.slots["amount"]
    assert isinstance(size, AmountSlot)
    assert (size.value, size.unit, size.per, size.of) == (500, "ton", "year", "timber")
    setter = figure.slots["actor"]
    assert isinstance(setter, EntitySlot)
    assert setter.text == "Norland"


def test_spans_of_time_are_no_figures():
    text = "The talks in Tarn took 12 days."
    assert not folded(text, Amount(at(text, "12 days"), 12, 12, "day"))


def test_a_statement_has_speaker_addressee_words_and_day():
    text = "Nora Beck told Jon Aas on 3 May 2021 that the bridge was safe."
    (claim,) = folded(text)
    speaker, heard, what, when = (claim.slots[n] for n in ("actor", "addressee", "what", "when"))
    assert isinstance(speaker, EntitySlot)
    assert isinstance(heard, EntitySlot)
    assert (speaker.text, len(speaker.entities)) == ("Nora Beck", 1)
    assert (heard.text, len(heard.entities)) == ("Jon Aas", 1)
    assert what == TextSlot("the bridge was safe", at(text, "that the bridge was safe"))
    assert isinstance(when, DateSlot)
    assert when.earliest == when.latest == dt.date(2021, 5, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In their May 3 meeting, Ana Duarte wrote, the talks failed.", None),
        ("The council blames Chile for the floods in 2015.", None),
        ("Bo Lund, author of the 2005 book, said that the pact failed.", None),
        ("Ana Duarte said in a Monday interview that the pact failed.", "Monday"),
    ],
)
def test_a_time_that_tells_which_thing_is_meant_is_not_when_it_was_said(text, day):
    told = [c.slots.get("when") for c in folded(text, published=dt.date(2018, 5, 9)) if c.kind == "statement"]
    assert told
    assert [w.text for w in told if w is not None] == ([day] if day else [])


def test_a_speaker_who_cannot_be_told_keeps_the_words():
    (claim,) = folded("She said that the bridge was safe.")
    speaker = claim.slots["actor"]
    assert isinstance(speaker, EntitySlot)
    assert (speaker.entities, speaker.text) == ((), "She")
    assert claim.chain[-1].kind == "unresolved"
    assert claim.chain[-1].entity is None


def test_where_somebody_was_born_is_not_who_speaks():
    statement = next(c for c in folded("The New Zealand-born Australian said it was late.") if c.kind == "statement")
    assert statement.chain[-1].entity is None


def test_a_denial_is_told():
    (claim,) = folded("Norland denied that the bridge had failed.")
    assert "denied" in claim.slots


def test_an_event_keeps_its_parts_and_background_is_set_apart():
    text = "Nora Beck met Jon Aas in Tarn."
    event = Event(
        "e1", at(text, "met"), at(text, text), "CONSULT", "visit", (at(text, "Nora Beck"),), (at(text, "Jon Aas"),),
        place=at(text, "Tarn"),
    )  # fmt: skip
    old = Event("e2", at(text, "met"), at(text, text), "CONSULT", background=True)
    one, two = folded(text, event, old)
    assert (one.kind, two.kind) == ("event", "background")
    assert {"type", "mode", "status", "actor", "recipient", "where", "trigger"} <= one.slots.keys()
    assert one.slots["where"] == TextSlot("Tarn", at(text, "Tarn"))


def test_every_stated_finding_of_the_demo_has_one_claim_and_every_claim_evidence(tehran: list):
    for article in tehran:
        reading: Reading = reading_of(article.text)
        findings = [f.id for kind in (Event, Undertaking) for f in reading.of(kind)]
        findings += [a.id for a in reading.of(Attribution) if a.stated]
        claims = reading.of(Claim)
        assert sorted(findings) == sorted(c.finding for c in claims if c.kind != "figure")
        assert len({c.id for c in claims}) == len(claims)
        assert all(c.evidence and c.chain for c in claims)


def test_how_many_say_something_is_no_figure_of_the_story():
    text = "Nora Beck said 40 ships lay in the port. Some 30 sailors said the port was full."
    sizes = [
        c.slots["amount"] for c in folded(text, *reading_of(text, upto="amounts").of(Amount)) if c.kind == "figure"
    ]
    assert [s.value for s in sizes if isinstance(s, AmountSlot)] == [40]


def test_what_the_author_adds_to_a_thing_that_is_judged_stands_on_his_word():
    text = "Ri criticized the treaty, which offered sanctions relief in exchange for inspections. He said so on Monday."
    reading = reading_of(text)
    [added] = [c for c in reading.of(Claim) if c.kind == "undertaking"]
    assert [hop.kind for hop in added.chain] == ["outlet"]
