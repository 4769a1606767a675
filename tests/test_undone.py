"""What was left undone, called off or taken back is not told as done; what somebody had done is."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import Attribution, Event, Line, make_article
from rashomon.settings import Settings


def lines(text: str) -> tuple[Line, ...]:
    article = make_article(text, published=dt.date(2021, 7, 1), outlet="Post")
    [record] = rashomon.compare(article, settings=Settings(one_story=True))
    return record.lines


def events(text: str) -> tuple[Event, ...]:
    [reading] = rashomon.read(make_article(text))
    return reading.of(Event)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya refrained from invading Chad.", "denied"),
        ("Kenya stopped short of invading Chad.", "denied"),
        ("Kenya avoided invading Chad.", "denied"),
        ("Kenya almost invaded Chad.", "denied"),
        ("Kenya has yet to invade Chad.", "denied"),
        ("Kenya no longer shells Chad.", "denied"),
        ("Kenya dropped a plan to invade Chad.", "denied"),
        ("Kenya did not drop a plan to invade Chad.", "planned"),
        ("Norway kept Kenya from invading Chad.", "denied"),
        ("Norway could keep Kenya from invading Chad.", "hypothetical"),
        ("Kenya may have shelled Chad.", "hypothetical"),
        ("Kenya would have shelled Chad.", "hypothetical"),
        ("Kenya came close to invading Chad.", "hypothetical"),
        ("Kenya decided against invading Chad.", "denied"),
        ("Norway warned Kenya against invading Chad.", "hypothetical"),
        ("Kenya carried out its threat to invade Chad.", "happened"),
        ("Kenya almost certainly shelled Chad.", "happened"),
        ("No Kenyan troops invaded Chad.", "denied"),
        ("Kenya must shell Chad.", "hypothetical"),
        ("Kenya did not need to invade Chad.", "hypothetical"),
        ("Kenya ceased shelling Chad.", "denied"),
        ("Kenya was to have shelled Chad.", "hypothetical"),
        ("No fewer than 40 Kenyan troops invaded Chad.", "happened"),
        ("Kenya dropped bombs to destroy a Chadian port.", "hypothetical"),
        ("Norway protested, and Kenya will shell Chad.", "planned"),
        ("Norway protested, and Kenya may shell Chad.", "hypothetical"),
        ("The embargo will remain in force until Kenya has invaded Chad.", "hypothetical"),
        ("Norway would not sign before Kenya attacked Chad.", "hypothetical"),
        ("Norway did not protest until Kenya attacked Chad.", "happened"),
        ("Norway should have protested before Kenya attacked Chad.", "happened"),
        ("It is unclear who is in charge, and whether Kenya will shell Chad.", "hypothetical"),
        ("The impression that Kenya shelled Chad may do harm.", "hypothetical"),
    ],
)
def test_what_governs_a_deed_tells_whether_it_was_done(text, status):
    assert {event.status for event in events(text) if event.type == "ASSAULT"} == {status}


@pytest.mark.parametrize(
    ("text", "type_", "actor", "status"),
    [
        ("Chad had Bo Aas arrested.", "COERCE", ["Chad"], "happened"),
        ("Chad did not have Bo Aas detained.", "COERCE", ["Chad"], "denied"),
        ("Chad was made to sign the treaty.", "SUPPORT", ["Chad"], "happened"),
        ("Chad was not forced to sign the treaty.", "SUPPORT", ["Chad"], "denied"),
        ("Norway asked Chad to sign the treaty with Kenya.", "REQUEST", ["Norway"], "happened"),
        ("Norway warned Kenya against invading Chad.", "ASSAULT", ["Kenya"], "hypothetical"),
        ("Instead of invading Mali, Kenya recalled Chad's envoy.", "ASSAULT", ["Kenya"], "denied"),
    ],
)
def test_what_somebody_has_another_do_is_done_by_whom(text, type_, actor, status):
    [event] = [event for event in events(text) if event.type == type_]
    assert [span.of(text) for span in event.actor] == actor
    assert event.status == status


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "Talks between Kenya and Chad ended in failure on Monday.",
            "Talks between Kenya and Chad ended in failure on 28 June 2021.",
        ),
        (
            "A second round of talks between Kenya and Chad collapsed on Monday.",
            "A second round of talks between Kenya and Chad collapsed on 28 June 2021.",
        ),
        (
            "The meeting between Bo Aas and Ana Duarte was cancelled on Monday.",
            "The meeting between Bo Aas and Ana Duarte was cancelled on 28 June 2021.",
        ),
        (
            "The collapse of talks between Kenya and Chad has alarmed Mali.",
            "The collapse of talks between Kenya and Chad has alarmed Mali.",
        ),
        ("Kenya all but ruled out invading Chad.", "Kenya all but ruled out invading Chad."),
        ("Aides persuaded Ana Duarte to resign on Monday.", "Aides persuaded Ana Duarte to resign on 28 June 2021."),
        ("Kenya withdrew its threat to expel Chadian envoys.", "Kenya withdrew its threat to expel Chadian envoys."),
        ("Kenya kept its promise to free the prisoners.", "Kenya kept its promise to free the prisoners."),
        ("Kenya abandoned its demand that Chad pay.", "Kenya abandoned its demand that Chad pay."),
        (
            "Kenya stopped short of accusing Chad of spying.",
            "The text says: “Kenya stopped short of accusing Chad of spying.”",
        ),
        ("Kenya no longer recognises Chad.", "Kenya no longer recognises Chad."),
    ],
)
def test_the_news_is_what_became_of_it(text, summary):
    [line] = lines(text)
    assert line.summary == summary
    assert line.kind == "event"


def test_the_day_on_which_a_plan_was_dropped_is_not_that_of_the_plan():
    [line] = lines("Kenya dropped a plan to send troops to Chad on Friday.")
    assert line.earliest is None


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Chad was attacked by Kenya on Monday.", False),
        ("Kenya attacked Chad's oil fields.", False),
        ("Kenya attacked Chad's decision to leave the pact.", True),
        ("Kenya attacked Chad over the decision to leave the pact.", True),
        ("Ana Duarte attacked Bo Aas over the budget.", True),
    ],
)
def test_a_state_attacks_with_words_what_is_no_place(text, stated):
    [reading] = rashomon.read(make_article(text))
    assert any(found.stated for found in reading.of(Attribution)) == stated
    assert any(event.type == "ASSAULT" for event in reading.of(Event)) == (not stated)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Chad recalled its envoy from Oslo on Monday.", False),
        ("Ana Duarte recalled the siege of Oslo on Monday.", True),
        ("Ana Duarte dismissed Bo Aas as finance minister.", False),
        ("Ana Duarte dismissed Bo Aas as a liar.", True),
        ("Ana Duarte dismissed the report on Monday.", True),
        ("Police questioned Bo Aas for six hours.", False),
        ("Lawmakers questioned the figures on Monday.", True),
        ("Miners called off a march on Monday.", False),
        ("Guards defended the port of Oslo against rebels.", False),
    ],
)
def test_what_is_done_to_somebody_or_something_is_nobodys_word(text, stated):
    [reading] = rashomon.read(make_article(text))
    assert any(found.stated for found in reading.of(Attribution)) == stated
    summaries = [line.summary for line in lines(text)]
    assert [text.split(" on Monday")[0].rstrip(".") in summary for summary in summaries] == [True] or stated


def test_the_condition_of_a_threat_is_no_deed_or_undertaking_of_its_own():
    [line] = lines("Kenya will attack Chad if it imposes sanctions on Mali.")
    assert line.claims[0].slots["type"].text == "ASSAULT"
    [line] = lines("Kenya threatened sanctions against Chad unless it frees the prisoners.")
    assert line.claims[0].slots["type"].text == "THREATEN"


def test_nobody_of_a_government_is_not_the_government():
    [line] = lines("Nobody in Kenya's government met the envoy of Chad on Sunday.")
    assert line.summary == "Nobody in Kenya's government met the envoy of Chad on 27 June 2021."


def test_a_deed_that_is_not_expected_is_not_told_as_left_undone():
    text = "Biden is scheduled to speak in Lima but is not expected to meet Pope Francis."
    assert "Biden is not expected to meet Pope Francis." in {line.summary for line in lines(text)}
