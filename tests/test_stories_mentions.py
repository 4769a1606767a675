"""What happens and what things a story speaks of, and which words of its accounts are for one."""

import re

import pytest

from rashomon.lexicon.marked import marked
from rashomon.model import Span
from rashomon.renderers.readings import mentions
from rashomon.renderers.record_json import story_mentions
from rashomon.stories.collectives import collectives
from rashomon.stories.happenings import happenings
from rashomon.stories.things import things
from rashomon.stories.times import untold_times
from rashomon.stories.unnamed import unnamed
from rashomon.stories.weave import weave
from tests.conftest import reading_of

# Sentences, and the lemmas of what happens in them.
HAPPENINGS = [
    ("The mayor resigned after the vote.", ["resign", "vote"]),
    ("Her resignation was announced on Monday.", ["resign", "announce"]),
    ("The bridge is red and has two lanes.", []),
    ("They had been arrested.", ["arrest"]),
    ("The administration denied it.", ["deny"]),
    ("The explosion killed two men.", ["explode", "kill"]),
    ("Two men were found dead.", ["find", "dead"]),
    ("The dead were buried; a dead calm followed.", ["bury"]),
    ("She works at the Betty Ford Treatment Center.", ["work"]),
]


@pytest.mark.parametrize(("text", "lemmas"), HAPPENINGS)
def test_verbs_and_nouns_tell_what_happens(text, lemmas):
    found = list(happenings(reading_of(text, upto="entities")))
    assert [h.lemma for h in found] == lemmas
    assert all(h.span.of(text).isalpha() for h in found)


def test_a_thing_is_told_of_twice_in_its_story():
    readings = [
        reading_of("The dam broke at night. A tree fell.", upto="dates"),
        reading_of("Engineers had warned that the dam was old.", upto="dates"),
    ]
    found = things(readings)
    assert [(t.lemma, t.span.of(r.text)) for t, r in zip(found, readings, strict=True)] == [
        ("dam", "The dam"),
        ("dam", "the dam"),
    ]


def test_a_thing_has_a_name_a_type_number_and_pronouns():
    text = "The Aker A380 landed at noon. The A380s are new. The Aker A380 made its first flight in May."
    found = things([reading_of(text, upto="dates")])
    assert [(t.lemma, t.span.of(text), t.form) for t in found] == [
        ("a380", "The Aker A380", "thing"),
        ("a380", "The A380s", "thing"),
        ("a380", "The Aker A380", "thing"),
        ("a380", "its", "pronoun"),
    ]


def test_a_noun_behind_a_types_name_is_of_that_type():
    text = "The Aker A380 airliner landed at noon. The A380 is new. The airliner was late. The airliner left."
    found = things([reading_of(text, upto="dates")])
    assert [(t.lemma, t.span.of(text)) for t in found] == [
        ("a380", "The Aker A380 airliner"),
        ("a380", "The A380"),
        ("a380", "The airliner"),
        ("a380", "The airliner"),
    ]


def test_of_two_types_a_bare_noun_is_neither():
    text = "The Aker A380 airliner and the Aker A350 airliner landed. The airliner was late. The airliner left."
    found = things([reading_of(text, upto="dates")])
    assert [t.lemma for t in found if t.span.of(text) == "The airliner"] == ["plane", "plane"]


# Texts, and the words for a thing in them that stand for the body named.
NAMED_THINGS = [
    ("The FTSE 100 index fell. The index had risen.", {"The FTSE 100 index": "FTSE 100", "The index": "FTSE 100"}),
    ("The largest UK index, the FTSE 100, fell.", {"The largest UK index": "FTSE 100"}),
    ("The FTSE 100 index and the Nikkei 225 index fell. The index is old.", None),
]


@pytest.mark.parametrize(("text", "whose"), NAMED_THINGS)
def test_a_noun_beside_a_name_stands_for_it_and_a_bare_one_for_the_only_name(text, whose):
    found = {t.span.of(text): t.whose for t in things([reading_of(text, upto="dates")])}
    if whose is None:
        assert found["The index"] is None
    else:
        told = {words: name.of(text) for words, name in found.items() if name is not None}
        assert told == whose


def test_what_every_state_has_is_apart_by_state():
    text = "US stocks fell. Japanese stocks rose. Stocks are risky."
    found = things([reading_of(text, upto="dates")])
    assert [(t.lemma, t.span.of(text)) for t in found] == [
        ("stock USA", "US stocks"),
        ("stock JPN", "Japanese stocks"),
        ("stock", "Stocks"),
    ]


@pytest.mark.parametrize("noun", ["problem", "event", "history"])
def test_what_a_text_tells_of_is_no_thing(noun):
    text = f"The {noun} was old. The dam was old. The {noun} is known, and the dam is known."
    assert {t.lemma for t in things([reading_of(text, upto="dates")])} == {"dam"}


UNTOLD = [
    ("The dam broke on Friday.", "It broke on Friday night.", 1),
    ("The dam broke on Friday.", "It broke on Saturday.", 2),
    ("The dam broke yesterday.", "It broke yesterday.", 2),
    ("The dam broke last month.", "It broke last month.", 2),
]


@pytest.mark.parametrize(("one", "two", "times"), UNTOLD)
def test_times_without_a_date_are_one_by_their_words_unless_they_hang_on_the_account(one, two, times):
    found = untold_times([reading_of(text, upto="dates") for text in (one, two)])
    assert (len(found), len(set(found.values()))) == (2, times)


def test_a_story_has_its_friday_once_and_a_government_is_its_state():
    texts = ["Chile left on Friday. Chile paid.", "The Chilean government left on Friday. Chile paid."]
    members = [reading_of(text, upto="dates") for text in texts]
    rows = story_mentions("story", weave(members).entities, members)
    told = {
        words: {
            row["cluster"] for m in members for row in rows[m.article.id] if m.text[row["start"] : row["end"]] == words
        }
        for words in ("Friday", "Chile", "The Chilean government")
    }
    assert told["Friday"] == {"story/time/friday"}
    assert told["Chile"] == told["The Chilean government"]


def test_a_name_that_begins_a_longer_one_is_no_mention_of_its_own():
    text = "Singapore Airlines paid. Singapore paid."
    found = [text[m["start"] : m["end"]] for m in mentions(reading_of(text, upto="dates")) if m["kind"] == "entity"]
    assert found == ["Singapore Airlines", "Singapore"]


def test_what_a_story_never_speaks_of_is_no_thing():
    readings = [reading_of("He bought timber.", upto="dates"), reading_of("She sold timber.", upto="dates")]
    assert things(readings) == []


def test_nouns_for_one_another_are_one_thing():
    readings = [reading_of("The plane landed.", upto="dates"), reading_of("The airliner left.", upto="dates")]
    assert {t.lemma for t in things(readings)} == {"plane"}


def test_unnamed_ones_of_several_states_are_several():
    text = "Peruvian troops left. Chilean troops stayed."
    assert sorted(unnamed([reading_of(text, upto="entities")]).values()) == ["troop CHL", "troop PER"]


# Given words of one text: those marked alike are one.
GIVEN = [
    "[Ana Duarte](a), the foreign minister of Peru, met [hundreds of miners](m). [The miners](m) thanked [her](a).",
    "[The bridge](b) fell, and [the collapse](c) closed [a bridge](b) nearby.",
    "[Aker Bank](b), [which](b) is small, left. [Aker Bank](b) paid.",
    "[Aker Bank](b) fell [on Friday](f). Shares of [the bank](b) had slid since [Friday morning](f).",
    "Boats left [Oslo](o) early. They are back [in Oslo](o), and fishermen drank [in the harbour](h) of the town.",
    "The rule would [cut](x) costs and [cut](x) jobs; [it](y) would not last.",
    "[The levy](l) is [overkill](l). He called [the levy](l) [useless](l) and left.",
    "Luis Prado described [the levy](l) as [a bad joke](l). [The levy](l) stays.",
    "[Queen Elizabeth II](q) met [Ana Duarte](d). [Duarte](d) praised [the Queen](q).",
    "[The Duarte Memos](m) were published. [The memos](m) blame [Ana Duarte](d), who wrote [the memos](m).",
    "He fled [to Peru](p) in May; [Peru](p) let him in.",
]


@pytest.mark.parametrize("example", GIVEN)
def test_given_words_are_told_as_mentions_are(bench, example):
    text, spans = marked(example)
    reading = reading_of(text, upto="dates")
    asked = bench("given").Given("story", weave([reading]).entities, [reading])
    told = {role: {asked.cluster(reading.article.id, span) for span in listed} for role, listed in spans.items()}
    assert all(len(clusters) == 1 for clusters in told.values()), told
    assert len(set.union(*told.values())) == len(told)


CARAVAN = [
    "A caravan of hundreds of migrants left. The migrant caravan is slow.",
    "The caravan of migrants rested. The migrants slept. A crew of sailors watched. The crew ate.",
]


def test_many_together_are_those_whom_the_story_tells_them_made_of():
    readings = [reading_of(text, upto="dates") for text in CARAVAN]
    assert collectives(readings) == {"caravan": "migrant"}
    nouns = {noun.split()[0] for noun in unnamed(readings).values()} | {t.lemma for t in things(readings)}
    assert "migrant" in nouns
    assert "caravan" not in nouns


def test_a_government_is_told_by_the_record_and_not_by_its_noun():
    reading = reading_of("The Kenyan government left. Kenyan troops stayed.", upto="entities")
    assert sorted(unnamed([reading]).values()) == ["troop"]


def test_unnamed_ones_meet_by_their_noun_unless_they_speak():
    reading = reading_of("A gunman fled the bank. A diplomatic source said that the talks would fail.", upto="entities")
    assert sorted(unnamed([reading]).values()) == ["bank", "gunman"]


def test_mentions_leave_out_what_names_nobody():
    text = "Peruvian oil is cheap. It rained on people. The Peruvian president said that he would go."
    words = [text[m["start"] : m["end"]] for m in mentions(reading_of(text, upto="dates")) if m["kind"] == "entity"]
    assert words == ["The Peruvian president", "he"]


def test_mentions_leave_out_names_in_names_and_before_nouns():
    text = "The Aker Bank report pleased Oslo. Bank of Oslo shares fell. U.S. stocks rose. Luis Prado's aide left."
    found = [m for m in mentions(reading_of(text, upto="dates")) if m.get("form") == "name"]
    words = {text[m["start"] : m["end"]]: m.get("qualifies", False) for m in found}
    assert words == {"Oslo": False, "U.S.": True, "Luis Prado": False}


def test_who_is_called_by_the_end_of_one_others_name_is_that_other(bench):
    texts = ["Larvik Harbour Rowers won. Rowers cheered.", "The Rowers won again. Larvik Harbour Rowers left."]
    readings = [reading_of(text, upto="entities") for text in texts]
    asked = bench("given").Given("story", weave(readings).entities, readings)
    told = {
        asked.cluster(reading.article.id, Span(match.start(), match.end()))
        for reading, text in zip(readings, texts, strict=True)
        for match in re.finditer("Larvik Harbour Rowers", text)
    }
    assert len(told) == 1
