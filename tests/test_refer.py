"""Phrases -> whom they refer to: the head or the name beside it, never the owner of the head."""

import pytest

from rashomon.lexicon.marked import marked
from rashomon.linking.refer import Referents
from rashomon.model import Entity, Unresolved, make_article
from tests.test_entities import linked

# The name of the entity that the marked words refer to; "" where they refer to nobody known.
PHRASES = [
    (
        "Ana Duarte flew in. Duarte met with [her Chilean counterpart Foreign Minister Luis Prado](x) on Monday.",
        "Luis Prado",
    ),
    ("Foreign Minister Ana Duarte hosted [her Chilean counterpart, Luis Prado](x).", "Luis Prado"),
    ("President Eva Rojas came with [her husband, the minister Luis Prado](x).", "Luis Prado"),
    ("Ana Duarte, the foreign minister of Peru, left. [Peru's foreign minister](x) had no comment.", "Ana Duarte"),
    ("Chilean President Eva Rojas spoke to [the president's adviser John Doe](x).", "John Doe"),
    ("Luis Prado's brother Jorge was jailed. [Eva Rojas's brother](x) was freed.", "Eva Rojas's brother"),
    ("Luis Prado's brother Jorge was jailed. [Luis Prado's brother](x) was freed.", "Jorge"),
    ("Ana Duarte met with [Peru's Luis Prado](x).", "Luis Prado"),
    ("President Eva Rojas left. [The president](x) said it was late.", "Eva Rojas"),
    ("President Eva Rojas left. [The country's president](x) said it was late.", "Eva Rojas"),
    ("President Eva Rojas left. [The union's president](x) said it was late.", "union's president"),
    ("President Eva Rojas left. [The president of the club](x) said it was late.", ""),
    ("President Eva Rojas left. [The council president](x) said it was late.", ""),
    ("Ana Duarte deplored [Luis Prado's withdrawal](x).", ""),
    ("Ana Duarte spoke of [his resignation](x).", ""),
    ("Ana Duarte met [her Chilean counterpart](x) on Monday.", "her Chilean counterpart"),
]


@pytest.mark.parametrize(("example", "name"), PHRASES)
def test_a_phrase_refers_by_its_head(example, name):
    text, spans = marked(example)
    found = Referents(linked(make_article(text))).at(spans["x"][0])
    assert isinstance(found, Entity if name else Unresolved), found
    assert not name or found.name == name
