"""What happens and what things a story speaks of, and which words of its accounts are for one."""

import re

import pytest

from rashomon.lexicon.marked import marked
from rashomon.model import Span
from rashomon.renderers.readings import mentions
from rashomon.renderers.record_json import story_mentions
from rashomon.stories.collectives import collectives
from rashomon.stories.happenings import happenings
from rashomon.stories.things import thing_cluster, things
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
    ("Information on the exemption and the allegations was scarce.", []),
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


def test_a_pronoun_is_of_the_type_and_not_of_its_maker():
    text = "The Boeing 717 left Oslo when it was late. The Boeing 717 is slow."
    [found] = [t.lemma for t in things([reading_of(text, upto="dates")]) if t.form == "pronoun"]
    assert found == "717"


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


# Texts of one story each, and the lemmas of the things in them by their words.
TYPES = [
    (
        ["The Boeing 717 landed. The final 717 jets are slow."],
        {"The Boeing 717": "717", "The final 717 jets": "final 717"},
    ),
    (["Aker showed the A380. A380 delays cost millions."], {"the A380": "a380", "A380": "a380"}),
    (["The Aker A380 superjumbo left. The new plane was late."], {"The new plane": "a380"}),
    (["The Aker A380 superjumbo left. The other plane was late. The other plane sank."], {"The other plane": "plane"}),
    (["The A380-800 landed. The A380 is slow."], {"The A380-800": "a380", "The A380": "a380"}),
    (["Oslo bought 22 new A380s. The A380 is slow."], {"22 new A380s": "22 a380", "A380s": "a380"}),
    (["The first A380 landed. The A380 is slow."], {"The first A380": "first a380", "A380": "a380"}),
    (
        ["Aker showed the 787 Dreamliner. The 787 is new.", "The Dreamliner is small."],
        {"the 787 Dreamliner": "787", "The Dreamliner": "787"},
    ),
    (
        ["The world watched. The world slept. The financial world wept. The financial world is small."],
        {"The world": "world", "The financial world": "financial world"},
    ),
]


@pytest.mark.parametrize(("texts", "lemmas"), TYPES)
def test_a_type_is_known_by_its_name_and_what_is_one_of_it_is_another(texts, lemmas):
    members = [reading_of(text, upto="dates") for text in texts]
    known = {member.article.id: member.text for member in members}
    told = {thing.span.of(known[thing.article]): thing.lemma for thing in things(members)}
    assert {words: told.get(words) for words in lemmas} == lemmas


def test_the_only_world_is_one_in_every_story_and_so_is_a_type():
    assert {thing_cluster(story, key) for story in ("one", "two") for key in ("world", "717")} == {
        "thing/world",
        "thing/717",
    }
    assert len({thing_cluster(story, key) for story in ("one", "two") for key in ("financial world", "22 a380")}) == 4


# Texts with words marked alike that are one cluster of the story's mentions.
CLUSTERS = [
    "[Aker Bank](b), [which](b) is small, paid. [Aker Bank](b) fell.",
    "[Ana Duarte](a), [who](a) runs Aker Bank, left. A man who ran fell. [Duarte](a) slept.",
]


@pytest.mark.parametrize("example", CLUSTERS)
def test_a_relative_pronoun_behind_a_comma_is_a_mention(example):
    text, spans = marked(example)
    member = reading_of(text, upto="dates")
    [rows] = story_mentions("story", weave([member]).entities, [member]).values()
    known = {(row["start"], row["end"]): row["cluster"] for row in rows}
    assert len({known.get((span.start, span.end)) for listed in spans.values() for span in listed}) == 1
    relative = [row for row in rows if text[row["start"] : row["end"]].lower() in {"which", "who"}]
    assert len(relative) == 1


# Texts, and of the names in them the words of a description beside them, and of both.
DESCRIBED = [
    ("Luis Prado, the chief executive of Aker, left.", "whole", "Luis Prado, the chief executive of Aker"),
    ("Luis Prado, a keen gardener, left.", "apposed", "a keen gardener"),
    ("Oslo, Norway, is cold. Luis Prado left Oslo.", "whole", None),
    ("The Peruvian analyst Luis Prado left.", "introduced", "The Peruvian analyst"),
    ("The Peruvian analyst Luis Prado left.", "whole", "The Peruvian analyst Luis Prado"),
    ("Senator Luis Prado left.", "introduced", None),
]


@pytest.mark.parametrize(("text", "part", "words"), DESCRIBED)
def test_a_name_tells_of_the_description_beside_it(text, part, words):
    member = reading_of(text, upto="dates")
    [rows] = story_mentions("story", weave([member]).entities, [member]).values()
    told = [text[slice(*row[part])] for row in rows if part in row]
    assert told == ([] if words is None else [words])


def test_a_maker_within_a_types_name_is_no_mention():
    text = "The Boeing 717 landed. Boeing was glad."
    member = reading_of(text, upto="dates")
    [rows] = story_mentions("story", weave([member]).entities, [member]).values()
    assert [text[r["start"] : r["end"]] for r in rows if r["kind"] == "entity"] == ["The Boeing 717", "Boeing"]


def test_one_is_the_same_in_two_stories_by_its_state_or_the_form_of_its_name():
    texts = [
        "Ana Duarte lives in Norway. The US Labor Department paid.",
        "Norway paid. The U.S. Department of Labor paid.",
    ]
    known = [{e.id for e in weave([reading_of(text, upto="dates")]).entities} for text in texts]
    assert len(known[0] & known[1]) >= 2


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


# Accounts of one story, and whether the unnamed man of the last is the named one.
AGES = [
    (["Police charged Luis Prado, 61.", "A 61-year-old man was charged."], True),
    (["Police charged 61-year-old clerk Luis Prado.", "A 61-year-old man was charged."], True),
    (["Police charged Luis Prado, 62.", "A 61-year-old man was charged."], False),
    (["Police charged Luis Prado, 61, and Bo Lund, 61.", "A 61-year-old man was charged."], False),
    (["A 61-year-old man from Oslo met Luis Prado.", "A 61-year-old man was charged."], False),
]


@pytest.mark.parametrize(("texts", "one"), AGES)
def test_somebody_unnamed_is_the_only_named_one_of_his_age(texts, one):
    members = [reading_of(text, upto="dates") for text in texts]
    entities = weave(members).entities
    [told] = [e.id for e in entities if e.name == "Luis Prado"]
    rows = story_mentions("story", entities, members)[members[-1].article.id]
    assert (told in {row["cluster"] for row in rows}) == one


def test_who_goes_by_the_noun_of_somebody_known_by_his_age_is_that_one():
    texts = ["Police charged Luis Prado, 61.", "A 61-year-old man was charged.", "A man was charged."]
    members = [reading_of(text, upto="dates") for text in texts]
    entities = weave(members).entities
    [told] = [e.id for e in entities if e.name == "Luis Prado"]
    rows = story_mentions("story", entities, members)
    assert told in {row["cluster"] for row in rows[members[-1].article.id]}


def test_who_is_counted_is_told_by_the_noun_behind_of():
    reading = reading_of("Members of the caravan left. A group of tourists stayed.", upto="entities")
    assert "member" not in unnamed([reading]).values()
    assert "group" not in unnamed([reading]).values()


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
    "[Peru](p) signed. [The Peruvian government](p) met miners, and [Peru](p) paid.",
    "It rained [in London](t) on Monday and [in London](t) today. [The UK](u) said that [London](u) would pay.",
    "[3 May 2019](f) was cold. Luis Prado closed it [on May 3, 2019](f).",
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


def test_mentions_leave_out_names_in_names_and_tell_which_qualify():
    text = "The Aker Bank report pleased Oslo. Bank of Oslo shares fell. U.S. stocks rose. Luis Prado's aide left."
    found = [m for m in mentions(reading_of(text, upto="dates")) if m.get("form") == "name"]
    words = {text[m["start"] : m["end"]]: m.get("qualifies", False) for m in found}
    assert words == {"Aker Bank": True, "Bank of Oslo": True, "Oslo": False, "U.S.": True, "Luis Prado": False}


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
