"""Clauses of two accounts by what their words mean: the nearer, the more of each the other has."""

import pytest

import rashomon
from rashomon.model import Encoding, make_article
from rashomon.settings import Settings
from rashomon.weighing.compared.likeness import Words, likeness, rarity
from tests.conftest import reading_of

ARRESTS = "Police arrested forty protesters outside the parliament."
DETAINED = "Officers detained forty demonstrators near the parliament building."
HARVEST = "The harvest of barley failed in the northern valleys."


def words(text, rare=None):
    reading = reading_of(text)
    return Words(reading, list(reading.doc), rare or {}, {})


def test_words_for_one_thing_are_nearer_than_words_for_another():
    assert likeness(words(ARRESTS), words(DETAINED)) > 0.6 > likeness(words(ARRESTS), words(HARVEST))


def test_the_same_words_are_the_same_and_order_changes_nothing():
    assert likeness(words(ARRESTS), words(ARRESTS)) == pytest.approx(1.0)
    assert likeness(words(ARRESTS), words(DETAINED)) == pytest.approx(likeness(words(DETAINED), words(ARRESTS)))


def test_what_all_of_a_story_tells_brings_its_passages_no_nearer():
    story = ["The caravan crossed the river.", "The caravan sued the mayor.", "Two of the caravan married in church."]
    rare = rarity([list(reading_of(text).doc) for text in story])
    assert rare["caravan"] < rare["river"] == 1.0
    assert likeness(words(story[0], rare), words(story[1], rare)) < likeness(words(story[0]), words(story[1]))


def test_passages_of_two_words_and_readings_without_encoding_are_like_nothing():
    assert likeness(words("He left Lima."), words(ARRESTS)) == 0
    bare = reading_of(ARRESTS).adding((Encoding,), [])
    assert likeness(Words(bare, list(bare.doc), {}, {}), words(ARRESTS)) == 0


SPOONS = "silver spoons were stolen from the museum by thieves."


@pytest.mark.parametrize(
    ("one", "two", "lines"),
    [
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
