"""Organs that every state has under one name: whose "Defense Ministry" it is."""

import pytest

import rashomon
from rashomon.model import Entity, make_article

_DATELINE = "LIMA, Peru (AP) — "


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (
            "The Chilean Defense Ministry said the raid began at dawn. Peru's Defense Ministry claimed two drones.",
            "Peru's Defense Ministry",
            "PERGOV",
        ),
        (
            "Peru's Defense Ministry claimed two drones. The Chilean Defense Ministry said the raid began at dawn.",
            "Chilean Defense Ministry",
            "CHLGOV",
        ),
        (
            (
                "Chile's Foreign Ministry called in Peru's envoy. Peru's Foreign Ministry regretted this. "
                "The Foreign Ministry in Santiago declined to comment."
            ),
            "Chile's Foreign Ministry",
            "CHLGOV",
        ),
        (
            "The Mexican Supreme Court ruled on Monday. Brazil's Supreme Court ruled the same in May.",
            "Brazil's Supreme Court",
            "BRAJUD",
        ),
        (
            (
                f"{_DATELINE}Two posts were lost, Defense Ministry spokesman Bo Aas said. "
                "The Ecuadorian Defense Ministry said it lost none."
            ),
            "Defense Ministry",
            "PERGOV",
        ),
        (
            (
                f"{_DATELINE}Two posts were lost, Defense Ministry spokesman Bo Aas said. "
                "The Peruvian Defense Ministry had said on Monday that all were held."
            ),
            "Peruvian Defense Ministry",
            "PERGOV",
        ),
    ],
)
def test_an_organ_is_that_of_its_own_state(text: str, name: str, code: str) -> None:
    [reading] = rashomon.read(make_article(text))
    assert {e.name: e.code for e in reading.of(Entity)}[name] == code


def test_a_bare_name_is_the_organ_named_last() -> None:
    text = "Peru's Defense Ministry denied it. Chile's Defense Ministry did, too. The Defense Ministry named nobody."
    [reading] = rashomon.read(make_article(text))
    assert {len(e.mentions) for e in reading.of(Entity) if e.code == "CHLGOV"} == {2}
