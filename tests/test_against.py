"""What two accounts tell against each other: a denial, a turn of sense, two states as the place of one meeting."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import Attribution, Claim, Hop, Line, Span, TextSlot, make_article
from rashomon.settings import Settings
from rashomon.weighing.claims.told import Told
from rashomon.weighing.standings.standing import differences
from tests.conftest import reading_of

DAY = dt.date(2018, 5, 16)


def _lines(*texts: str) -> list[Line]:
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}", published=DAY) for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return list(record.lines)


def _conflicts(*texts: str) -> list[tuple[str, str]]:
    return [(line.kind, d.slot) for line in _lines(*texts) for d in line.differences if d.conflict]


BOMBED = "Israel bombed a Hamas position in Gaza on Tuesday."


@pytest.mark.parametrize(
    "denial",
    [
        "Israel denied bombing a Hamas position in Gaza on Tuesday.",
        "Israel denied that it bombed a Hamas position in Gaza on Tuesday.",
        "Israel did not bomb a Hamas position in Gaza on Tuesday.",
    ],
)
def test_who_denies_a_deed_does_not_agree_that_it_was_done(denial):
    assert _conflicts(BOMBED, denial) == [("event", "status")]


def test_what_somebody_has_not_said_is_not_denied():
    lines = _lines(BOMBED, "Israel has not said that it bombed a Hamas position in Gaza on Tuesday.")
    assert not [d for line in lines for d in line.differences if d.conflict]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Turkey said on Monday that it would close its border with Syria.",
            "Turkey said on Monday that it would not close its border with Syria.",
        ),
        (
            "Unemployment in Spain rose to 26 percent, the government said on Monday.",
            "Unemployment in Spain fell to 26 percent, the government said on Monday.",
        ),
        (
            "Turkey said on Monday that it would send 40 ships into the strait of Kerch.",
            "Turkey said on Monday that it would send sixty ships into the strait of Kerch.",
        ),
    ],
)
def test_one_statement_told_in_two_senses_is_a_conflict(one, two):
    assert _conflicts(one, two) == [("statement", "sense")]
    assert _conflicts(two, one) == [("statement", "sense")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Turkey said on Monday that it would close its border with Syria.",
            "Turkey said on Monday it would close the border with Syria without delay.",
        ),
        (
            "Turkey said on Monday that it would close its border with Syria.",
            "Turkey said on Monday that it would not only close its border with Syria.",
        ),
        (  # 30 days from the first of May
            "Turkey said on Monday that it would keep its ships out of the strait of Kerch for 30 days.",
            "Turkey said on Monday that it would keep its ships out of the strait of Kerch until 31 May.",
        ),
        (  # what is not so yet
            "Aker said it was sending a ship to mend the cables off Bergen but that it would not arrive until Monday.",
            "Aker said it was sending a ship to mend the cables off Bergen, and that it would arrive on Monday.",
        ),
        (  # what one account adds is denied, and the other tells nothing of it
            "A slide near Bern buried two guides and a skier, and rescuers had no hope, officials said on Monday.",
            "A slide near Bern buried two guides and a skier, officials said on Monday.",
        ),
        (  # the denial stands before what is said
            "The company decided not to risk the safety of its crews, Mr. Berg said on Monday.",
            "Mr. Berg said on Monday the company had decided not to risk the safety of its crews.",
        ),
    ],
)
def test_more_or_other_words_are_no_other_sense(one, two):
    assert not _conflicts(one, two)


def test_one_meeting_in_two_states_is_a_conflict_and_in_a_city_of_a_state_is_none():
    met = "Iranian Foreign Minister Ali Karimi and Iraqi Foreign Minister Omar Zand met in {} on Monday."
    assert _conflicts(met.format("Baghdad"), met.format("Tehran")) == [("event", "where")]
    assert not _conflicts(met.format("Baghdad"), met.format("Iraq"))


def test_deeds_at_two_places_are_two():
    shelled = "On Monday Russian forces shelled the Ukrainian town of {}."
    assert {line.standing for line in _lines(shelled.format("Izyum"), shelled.format("Lyman"))} == {"single"}
    assert "agree" in {line.standing for line in _lines(shelled.format("Izyum"), shelled.format("Izyum at dawn"))}


def _decided(article: str, content: str) -> Told:
    text = "Maersk decided not to risk the safety of its crews in the Gulf of Aden."
    what, cue, whole = Span(text.index(content), len(text) - 1), Span(7, 14), Span(0, len(text))
    found = Attribution("said", (Span(0, 6),), (cue,), (what,), "indirect")
    slots = {"what": TextSlot(what.of(text), what)}
    claim = Claim(article, article, "statement", "said", (whole,), (Hop("Paper", "outlet"),), slots)
    return Told(claim, reading_of(text), found, whole, quoted=False, clause=None, people={})


def test_a_denial_counts_on_whichever_side_of_the_cut_it_stands():
    parted = differences([_decided("a", "not to risk"), _decided("b", "to risk")])
    assert not [difference for difference in parted if difference.conflict]


def test_who_is_attacked_is_not_who_attacks():
    one = "Clinton has been attacked on the quotas by Bernie Sanders, who cites them as evidence of her ties."
    two = "Hillary Clinton on Monday hit Bernie Sanders on immigration, she hit him on guns, and she saw anxiety there."
    day = dt.date(2021, 7, 1)
    [record] = rashomon.compare(
        *(make_article(t, outlet=f"P{len(t)}", published=day) for t in (one, two)), settings=Settings(one_story=True)
    )
    assert all(len({claim.article for claim in line.claims}) == 1 for line in record.lines)


@pytest.mark.parametrize(
    "vote", ["Algeria voted against the text.", "Algeria abstained.", "Algeria did not vote in favour."]
)
def test_a_ballot_is_cast_one_way(vote):
    adopted = "The Security Council adopted the text on Monday. "
    told = _conflicts(f"{adopted}Algeria voted in favour of the text.", adopted + vote)
    assert told
    assert {slot for _, slot in told} <= {"result", "modality", "status"}
