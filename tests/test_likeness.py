"""Clauses of two accounts by what their words mean: the nearer, the more of each the other has."""

import numpy as np
import pytest

import rashomon
from rashomon.model import Encoding, make_article
from rashomon.settings import Settings
from rashomon.weighing.likeness import Clauses, close_pairs, rarity
from tests.conftest import reading_of

ARRESTS = "Police arrested forty protesters outside the parliament."
DETAINED = "Officers detained forty demonstrators near the parliament building."
HARVEST = "The harvest of barley failed in the northern valleys."


def clauses(text, rare=None):
    reading = reading_of(text)
    sentences = [list(sentence) for sentence in reading.doc.sents]
    return Clauses(reading, sentences, rare or {})


def scores(one, two, rare=None):
    return {(pair.one, pair.two): pair.score for pair in close_pairs(clauses(one, rare), clauses(two, rare), 0.0)}


def test_words_for_one_thing_are_nearer_than_words_for_another():
    found = scores(ARRESTS, f"{DETAINED} {HARVEST}")
    assert found[0, 0] > 0.6 > found[0, 1]


def test_the_same_words_are_the_same_and_order_changes_nothing():
    assert scores(ARRESTS, ARRESTS)[0, 0] == pytest.approx(1.0)
    assert scores(ARRESTS, DETAINED)[0, 0] == pytest.approx(scores(DETAINED, ARRESTS)[0, 0], abs=1e-6)


def test_what_all_of_a_story_tells_brings_its_clauses_no_nearer():
    story = ["The caravan crossed the river.", "The caravan sued the mayor.", "Two of the caravan married in church."]
    rare = rarity([list(reading_of(text).doc) for text in story])
    assert rare["caravan"] < rare["river"] == 1.0
    assert scores(story[0], story[1], rare)[0, 0] < scores(story[0], story[1])[0, 0]


def test_clauses_of_two_words_and_readings_without_encoding_have_none():
    assert scores("He left Lima.", ARRESTS) == {}
    bare = reading_of(ARRESTS).adding((Encoding,), [])
    assert Clauses(bare, [list(bare.doc)], {}).numbers == []


SPOONS = "silver spoons vanished from the museum with the thieves."


@pytest.mark.parametrize(
    ("one", "two", "lines"),
    [
        (
            "The ferry ran aground on a sandbank off Molde in thick fog.",
            "In thick fog, the ferry got stuck on a sandbank off Molde.",
            1,
        ),
        (
            "A storm tore the copper roof off the old chapel in Molde.",
            "The copper roof of the old chapel in Molde was ripped away by a storm.",
            1,
        ),
        ("Thieves took eleven silver spoons from the museum.", f"Eleven {SPOONS}", 1),
        ("Thieves took eleven silver spoons from the museum.", f"Twelve {SPOONS}", 0),
        ("Villagers built the school with bare hands.", "Villagers demolished the school with bare hands.", 0),
        ("Divers recovered the flight recorder from the lake.", "Divers lost the flight recorder in the lake.", 0),
        (
            "The northern ferry ran aground on a sandbank off Molde.",
            "The southern ferry got stuck on a sandbank off Molde.",
            0,
        ),
    ],
)
def test_accounts_agree_in_near_words_but_not_in_opposites_or_other_figures(one, two, lines):
    texts = [f"{one} {HARVEST} Bakers in Lima raised their prices.", f"{two} A choir sang in Quito. Snow fell on Oslo."]
    articles = [make_article(text, outlet=f"Paper {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    shared = [line for line in record.lines if len({claim.article for claim in line.claims}) == 2]
    assert len([line for line in shared if line.standing in {"agree", "compatible"}]) == lines


def test_scores_lie_between_nothing_and_one():
    found = np.array(list(scores(f"{ARRESTS} {HARVEST}", f"{DETAINED} {HARVEST}").values()))
    assert ((found >= 0.0) & (found <= 1.0 + 1e-6)).all()
