"""Sport and the plots of works: the file's own examples, and what must stay politics beside them."""

import pytest

from rashomon.lexicon.fields import is_sport
from rashomon.lexicon.files import load
from rashomon.lexicon.marked import marked
from rashomon.model import Event
from rashomon.readers.fields import in_a_work
from rashomon.text.grammar import head_of
from tests.conftest import reading_of

FIELDS = load("fields.yaml")


def _types(text):
    return [e.type for e in reading_of(text, upto="events").of(Event)]


@pytest.mark.parametrize("text", FIELDS["examples"]["sport"])
def test_sport(text):
    assert is_sport(text)


@pytest.mark.parametrize("text", FIELDS["not"]["sport"])
def test_no_sport(text):
    assert not is_sport(text)


@pytest.mark.parametrize(
    ("example", "told"),
    [(e, True) for e in FIELDS["examples"]["work"]] + [(e, False) for e in FIELDS["not"]["work"]],
)
def test_work(example, told):
    text, spans = marked(example)
    assert in_a_work(head_of(reading_of(text, upto="syntax").doc, spans["deed"][0])) is told


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Turkish police arrested forty protesters after the semi-final.", ["COERCE"]),
        ("Gunmen attacked a Kenyan army camp during the rugby tournament.", ["ASSAULT"]),
        ("Chile's foreign minister met his Peruvian counterpart before the championship.", ["CONSULT"]),
        ("Egyptian police arrested the film's director in Cairo.", ["COERCE"]),
        ("Israeli tanks shelled a football ground in Syria.", ["ASSAULT"]),
    ],
)
def test_politics_beside_play_stays_politics(text, types):
    assert _types(text) == types


def test_a_text_that_is_mostly_of_sport_is_all_of_it():
    text = "Chile scored a late goal. Peru's goalkeeper saved a penalty. The referee blew. Chile attacked Peru again."
    assert _types(text) == []
    assert _types("Chile attacked Peru again.") == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were killed by a rockfall in Peru.",
        "Three Chilean ministers were killed in a crash.",
        "The storm killed two soldiers in Chile.",
        "The Kenyan author rejected the prize.",
        "American investors attacked the French group's strategy.",
        "Boeing delivered 14 aircraft to an airline in Turkey.",
        "The club met the player's agent in Paris on Tuesday.",
    ],
)
def test_nature_firms_and_private_callings(text):
    assert _types(text) == []
