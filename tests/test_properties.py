"""What must hold of every record: order, copies, silence, outlets' names."""

import time

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rashomon.model import Claim
from tests.story_builder import Teller, record_of, shape

PEOPLE = ("Anna Berg", "Omar Said", "Lena Vik", "Norland", "Sudland")
REMARKS = (
    "The ferry to the northern islands stays in harbour until the storm is over.",
    "Our fishermen were promised new cranes, lighthouses and harbours for the herring season.",
    "Sudland’s record in recent years makes it an unreliable country that does not stick to its commitments.",
    "Sudland’s performance in these years made it an untrustworthy country that meets none of its obligations.",
)
DAYS = ("2019-03-04", "2019-03-05", "")
WHO = st.sampled_from(PEOPLE)
EVENTS = st.tuples(st.just("event"), WHO, WHO, st.sampled_from(DAYS), st.sampled_from(["", "Nordwire"]))
SAYINGS = st.tuples(
    st.just("say"), st.sampled_from(PEOPLE[:3]), st.sampled_from(REMARKS), st.sampled_from(["", "Nordwire"])
)
QUOTES = st.tuples(st.just("quote"), st.sampled_from(REMARKS))
STORIES = st.lists(st.lists(st.one_of(EVENTS, SAYINGS, QUOTES), min_size=1, max_size=5), min_size=2, max_size=4)


def _readings(story, outlets):
    readings = []
    for n, (told, outlet) in enumerate(zip(story, outlets, strict=False)):
        teller = Teller(f"article-{n}", outlet)
        for what, *rest in told:
            if what == "event":
                teller.event(rest[0], "met", rest[1], rest[2], via=rest[3])
            elif what == "quote":
                teller.quote(rest[0])
            else:
                teller.say(rest[0], rest[1], relay=rest[2])
        readings.append(teller.reading())
    return readings


OUTLETS = ("Valley Post", "Harbour News", "Evening Herald", "Island Times")


@given(STORIES, st.randoms())
@settings(max_examples=40)
def test_the_order_of_articles_changes_nothing(story, random):
    readings = _readings(story, OUTLETS)
    expected = record_of(*readings)
    random.shuffle(readings)
    assert msgspec.json.encode(record_of(*readings)) == msgspec.json.encode(expected)


@given(STORIES)
@settings(max_examples=40)
def test_a_copy_adds_no_witness(story):
    readings = _readings(story, OUTLETS)
    copy = _readings([story[0]], ["Copy Cat"])[0]
    renamed = msgspec.structs.replace(copy.article, id="article-copy")
    copied = type(copy)(renamed).adding(
        {type(f) for f in copy.findings},
        [msgspec.structs.replace(f, article="article-copy") if isinstance(f, Claim) else f for f in copy.findings],
    )
    before = {c.id: line.independent for line in record_of(*readings).lines for c in line.claims}
    after = {c.id: line.independent for line in record_of(*readings, copied).lines for c in line.claims}
    assert all(after[claim] <= before[claim] for claim in before)


@given(STORIES)
@settings(max_examples=40)
def test_an_article_given_twice_is_one_account(story):
    readings = _readings(story, OUTLETS)
    assert record_of(*readings, readings[0]) == record_of(*readings)


@given(STORIES)
@example(  # the same words twice
    [
        [("event", "Anna Berg", "Anna Berg", "2019-03-04", ""), ("event", "Anna Berg", "Anna Berg", "2019-03-05", "")],
        [
            ("event", "Anna Berg", "Anna Berg", "2019-03-04", ""),
            ("event", "Anna Berg", "Anna Berg", "2019-03-04", ""),
            ("event", "Anna Berg", "Anna Berg", "2019-03-05", ""),
        ],
    ]
)
@settings(max_examples=40)
def test_without_an_account_its_claims_are_gone_and_no_other_changes(story):
    readings = _readings(story, OUTLETS)

    def claims(record):
        told = [c for line in record.lines for c in line.claims if c.chain[-1].kind != "unresolved"]
        return {c.id: (c.article, c.kind, c.evidence) for c in told}  # a nameless quotation lives on another's name

    whole, part = record_of(*readings), record_of(*readings[1:])
    gone = readings[0].article.id
    assert claims(part) == {made: claim for made, claim in claims(whole).items() if claim[0] != gone}
    silent_on_own = [line for line in whole.lines if gone in {s.article for s in line.silent}]
    assert all(gone not in {c.article for c in line.claims} for line in silent_on_own)


@given(STORIES)
@settings(max_examples=40)
def test_swapping_the_outlets_names_swaps_nothing_else(story):
    one = record_of(*_readings(story, OUTLETS))
    two = record_of(*_readings(story, OUTLETS[1:] + OUTLETS[:1]))
    assert shape(one) == shape(two)
    assert [line.summary for line in one.lines] == [line.summary for line in two.lines]


@given(STORIES)
@settings(max_examples=40)
def test_every_account_tells_or_is_silent_and_no_claim_stands_twice(story):
    record = record_of(*_readings(story, OUTLETS))
    every = {account.article.id for account in record.accounts}
    for line in record.lines:
        assert {c.article for c in line.claims} | {s.article for s in line.silent} == every
        assert 1 <= line.independent <= len(line.claims)
    made = [claim.id for line in record.lines for claim in line.claims]
    assert len(made) == len(set(made))
    assert len({line.id for line in record.lines}) == len(record.lines)


@pytest.mark.slow
def test_fifty_articles_of_a_hundred_claims_are_weighed_in_seconds():
    story = []
    for n in range(50):
        told = [
            ("say", PEOPLE[(n + k) % 3], f"{REMARKS[k % 4][:40]} {n % 7}-{k} crane {k} light {k * n}", "")
            for k in range(50)
        ]
        story.append(told + [("event", PEOPLE[k % 5], PEOPLE[(k + n) % 5], DAYS[k % 3], "") for k in range(50)])
    readings = _readings(story, [f"Outlet {n}" for n in range(50)])
    started = time.process_time()
    record = record_of(*readings)
    assert time.process_time() - started < 10, len(record.lines)
