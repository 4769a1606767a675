"""Rows of `compare --mentions`: what one account shows another to have told, and which words are a mention's head."""

import pytest

from rashomon.renderers.record_json import story_mentions
from rashomon.stories.names_elsewhere import names_elsewhere
from rashomon.stories.weave import weave
from tests.conftest import reading_of

# Texts, and the heads of their mentions that have a preposition.
WHERE = [
    ("The talks opened in Oslo on Friday.", ["in Oslo", "on Friday"]),
    ("Luis Prado swam in the Gulf of Aden.", ["in the Gulf"]),
    ("Luis Prado spoke of Oslo with Ana Duarte.", []),
    ("The dam broke. Luis Prado stood on the old dam near Peruvian farms.", ["on the old dam"]),
    ("It rained in Aker Bank offices. The bank paid.", ["in Aker Bank"]),
]


@pytest.mark.parametrize(("text", "heads"), WHERE)
def test_what_says_where_or_when_has_its_preposition_for_a_head_too(text, heads):
    reading = reading_of(text, upto="dates")
    rows = story_mentions("story", weave([reading]).entities, [reading])[reading.article.id]
    told = [row for row in rows if row["kind"] != "event" and row.get("head", [row["start"]])[0] < row["start"]]
    assert [text[slice(*row["head"])] for row in told] == heads


# What two accounts tell, and the words in the second that only the first shows to be a name.
ELSEWHERE = [
    ("Ana Duarte left the club on Monday. She won.", "Why the Club Picked Ana Duarte As Host", "Ana Duarte"),
    ("Ana Duarte left the club on Monday. She won.", "Why the Club Picked Ana Duarte Harbour As Host", ""),
    ("Aker Steel Union struck. Aker Steel Union won.", "Why the City Fears Aker Steel Union", "Aker Steel Union"),
    ("Aker Steel Union struck.", "Why the City Fears Aker Steel Union", ""),
]


@pytest.mark.parametrize(("one", "two", "name"), ELSEWHERE)
def test_a_name_missed_in_one_account_is_known_from_another(one, two, name):
    readings = [reading_of(one, upto="dates"), reading_of(two, upto="dates")]
    entities = weave(readings).entities
    found = list(names_elsewhere(entities, readings))
    assert [n.span.of(two) for n in found if n.article == readings[1].article.id] == [name] * bool(name)
    rows = story_mentions("story", entities, readings)
    clusters = {row["cluster"] for row in rows[readings[1].article.id] if row.get("form") == "name"}
    assert clusters <= {row["cluster"] for row in rows[readings[0].article.id]}
    assert len(clusters) == bool(name)


def test_where_is_of_the_place_that_it_goes_on_to_tell_of():
    text = "Luis Prado flew to San Diego where it rained. San Diego is cold."
    reading = reading_of(text, upto="dates")
    rows = story_mentions("story", weave([reading]).entities, [reading])[reading.article.id]
    clusters = {text[row["start"] : row["end"]]: row["cluster"] for row in rows if row["kind"] != "event"}
    assert clusters["where"] == clusters["San Diego"]
