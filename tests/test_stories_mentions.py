"""What happens and what things a story speaks of, and which words of its accounts are for one."""

import pytest

from rashomon.renderers.readings import mentions
from rashomon.stories.happenings import happenings
from rashomon.stories.things import things
from rashomon.stories.unnamed import unnamed
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


def test_unnamed_ones_meet_by_their_noun_unless_they_speak():
    reading = reading_of("A gunman fled the bank. A diplomatic source said that the talks would fail.", upto="entities")
    assert sorted(unnamed([reading]).values()) == ["bank", "gunman"]


def test_mentions_leave_out_what_names_nobody():
    text = "Peruvian oil is cheap. It rained on people. The Peruvian president said that he would go."
    words = [text[m["start"] : m["end"]] for m in mentions(reading_of(text, upto="dates")) if m["kind"] == "entity"]
    assert words == ["The Peruvian president", "he"]
