"""Organs that every state has under one name: whose "Defense Ministry" it is."""

import pytest

import rashomon
from rashomon.model import Entity, make_article
from rashomon.settings import Settings

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


def _organs(*accounts: tuple[str, str]) -> dict[str, str | None]:
    """Outlets and their texts -> the name of each organ of their story, and its code."""
    articles = [make_article(text, outlet=outlet, id=str(n)) for n, (outlet, text) in enumerate(accounts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return {e.name: e.code for e in record.entities if e.kind == "organization"}


_PERU = ("Oslo Post", "Peru's Foreign Ministry called in the Russian envoy on Monday over the jailing of Bo Aas.")
_CHILE = ("Bergen Mail", "The Chilean Foreign Ministry asked on Monday that Bo Aas be freed.")


def test_bodies_of_several_accounts_are_those_of_one_state() -> None:
    named = ("Bergen Mail", "The Peruvian foreign ministry summoned the Russian envoy on Monday.")
    assert list(_organs(_PERU, named).values()) == ["PERGOV"]
    assert sorted(filter(None, _organs(_PERU, _CHILE).values())) == ["CHLGOV", "PERGOV"]


def test_a_bare_name_is_nobodys_where_two_states_have_it() -> None:
    bare = ("Vardø Times", "The Foreign Ministry on Monday declined to comment on the jailing of Bo Aas.")
    assert len(_organs(_PERU, _CHILE, bare)) == len((_PERU, _CHILE, bare))


@pytest.mark.parametrize(
    ("dateline", "code"), [("YEKATERINBURG, May 3. /TASS/. ", "RUSGOV"), ("LIMA, May 3. /TASS/. ", "PERGOV")]
)
def test_an_agency_of_a_state_means_the_organ_of_its_own_or_of_where_it_writes(dateline: str, code: str) -> None:
    text = f"{dateline}Bo Aas has seen his consul twice, Foreign Ministry spokeswoman Liv Ek said in a briefing."
    assert _organs(("TASS", text)) == {"Foreign Ministry": code}


@pytest.mark.parametrize("office", ["headmaster", "headmistress", "head teacher"])
def test_who_runs_a_school_is_who_is_named_beside_it(office: str) -> None:
    [reading] = rashomon.read(make_article(f"Two nurses died, according to the Arica school's {office}, Eva Soto."))
    assert {e.name for e in reading.of(Entity) if e.kind == "person"} == {"Eva Soto"}
