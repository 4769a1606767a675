"""The lexicon of actors: names of states, bodies and outlets, and nouns for offices and groups."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lexicon.actors import actor_named, find_actors, in_text, of_state, shared_states, state_name, trades_of
from rashomon.lexicon.files import load
from rashomon.lexicon.leaders import pieces, state_of
from rashomon.lexicon.roles import can_mean, default_state, long_form, role_at, title

SECTORS = {
    "NGO", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "GOV", "LEG", "JUD", "MIL",
    "COP", "SPY", "PRM", "PTY", "REB", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the DPRK", "PRK"),
        ("N. Korea", "PRK"),
        ("the Democratic People's Republic of Korea", "PRK"),
        ("the Republic of Korea", "KOR"),
        ("South Korean", "KOR"),
        ("the U.S.", "USA"),
        ("Washington, D.C.", "USA"),
        ("Americans", "USA"),
        ("the Kremlin", "RUSGOV"),
        ("Downing Street", "GBRGOV"),
        ("Capitol Hill", "USALEG"),
        ("the Knesset", "ISRLEG"),
        ("Buckingham Palace", "GBRELI"),
        ("Swedes", "SWE"),
        ("Ivory Coast", "CIV"),
        ("Burma", "MMR"),
        ("Kosovo", "XKX"),
        ("Taiwanese", "TWN"),
        ("the UN Security Council", "IGOUNO"),
        ("the EU", "IGOEUR"),
        ("the ASEAN Regional Forum", "IGO"),
        ("Hezbollah", "LBNREB"),
        ("Mehr News", "IRNJRN"),
    ],
)
def test_a_name_has_its_code(text, code):
    (found,) = find_actors(text)
    assert found.actor.code == code


@pytest.mark.parametrize(
    "text",
    [
        "the Korean peninsula",
        "South America",
        "They told us",
        "a turkey",
        "New Mexico",
        "New Jersey",
        "the North Atlantic",
        "Romanesque",
    ],
)
def test_what_only_looks_like_a_name_is_none(text):
    assert [f for f in find_actors(text) if f.actor.naming != "shared"] == []


def test_an_articles_name_gives_way_to_a_longer_one_behind_the_article():
    text = "The Dow Jones fell, and so did the Dow Jones Industrial Average."
    assert [text[f.start : f.end] for f in find_actors(text)] == ["The Dow Jones", "Dow Jones Industrial Average"]


def test_a_word_of_two_states_names_both():
    assert shared_states("Korean") == ("PRK", "KOR")
    assert shared_states("Iranian") == ()


@pytest.mark.parametrize("code", [code for code, line in load("states.yaml").items() if isinstance(line, str)])
def test_every_state_is_found_by_its_common_name(code):
    assert re.fullmatch(r"[A-Z]{3}", code)
    assert load("states.yaml")[code].count("|") == 4
    named = actor_named(state_name(code))
    assert named is not None
    assert named.state == code


def test_codes_of_bodies_are_made_of_states_and_sectors():
    states = {code for code, line in load("states.yaml").items() if isinstance(line, str)}
    for part in ("international", "civil", "armed", "national"):
        for line in load("bodies.yaml")[part]:
            code = line.split("|")[2].strip()
            assert code[:3] in states | {"IGO", "NGO", "IMG", "GOV"}, line
            assert code[3:] in SECTORS | {"", "UNO", "EUR"}, line


def test_sectors_are_those_of_the_ontology():
    groups = [load("offices.yaml")["sectors"], *load("agents.yaml").values()]
    assert {sector for group in groups for sector in group} <= SECTORS | {""}


@pytest.mark.parametrize(
    ("words", "sector", "denotes"),
    [
        (["iranian", "foreign", "minister"], "GOV", "office"),
        (["riot", "police"], "COP", "organization"),
        (["secretary", "of", "state"], "GOV", "office"),
        (["parliament", "speaker"], "LEG", "office"),
        (["former", "president"], "ELI", "office"),
    ],
)
def test_longest_office_counts(words, sector, denotes):
    found = role_at(words)
    assert found is not None
    assert (found.sector, found.denotes) == (sector, denotes)


def test_plural_nouns_are_people():
    found = role_at(["egyptian", "soldier"], plural=True)
    assert found is not None
    assert (found.sector, found.denotes) == ("MIL", "people")
    assert role_at(["boiled", "egg"]) is None


@pytest.mark.parametrize(
    ("noun", "office", "can"),
    [
        ("top diplomat", "foreign minister", True),
        ("chief diplomat", "secretary of state", True),
        ("minister", "oil minister", True),
        ("official", "envoy", True),
        ("senior official", "foreign minister", True),
        ("president", "vice president", False),
        ("minister", "president", False),
        ("speaker", "parliament speaker", True),
    ],
)
def test_what_a_bare_office_can_mean(noun, office, can):
    assert can_mean(noun, office) is can


def test_small_tables():
    assert title("Mr.") == "m"
    assert title("Table") is None
    assert long_form("sen.") == "senator"
    assert default_state("secretary of state") == "USA"
    assert of_state("NLD") == "the Netherlands"
    assert of_state("IRN") == "Iran"
    assert trades_of("paper") == {"newspaper"}


def test_a_leader_has_a_state_by_full_name_or_by_office():
    assert state_of("Kim Jong-un", in_office=False) == "PRK"
    assert state_of("Museveni", in_office=True) == "UGA"
    assert state_of("Museveni", in_office=False) == ""
    assert state_of("Kim", in_office=True) == ""
    assert pieces("Néstor Kirchner") == ("nestor", "kirchner")


@given(st.text())
def test_finds_lie_in_the_text_and_apart(text):
    found = find_actors(text)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


IN_TEXT = [
    ("United States", "the United States"),
    ("Maldives", "the Maldives"),
    ("Peru", "Peru"),
    ("European Union", "the European Union"),
    ("United Nations Security Council", "the United Nations Security Council"),
    ("International Court of Justice", "the International Court of Justice"),
    ("NATO", "NATO"),
    ("Boeing", "Boeing"),
    ("Reuters", "Reuters"),
    ("Peruvian Foreign Ministry", "the Peruvian Foreign Ministry"),
]


@pytest.mark.parametrize(("name", "told"), IN_TEXT)
def test_names_stand_in_sentences_with_the_article_they_take(name, told):
    assert in_text(name) == told
