"""Who and what several accounts tell of under several words: types, lands, counts, and one body by more words."""

import pytest

from rashomon.lexicon.marked import marked
from rashomon.renderers.record_json import story_mentions
from rashomon.stories.things import things
from rashomon.stories.weave import weave
from tests.conftest import reading_of


def rows_of(*texts: str) -> list[tuple[str, dict[str, object]]]:
    """Texts of one story -> its mentions, each with its words."""
    members = [reading_of(text, upto="dates") for text in texts]
    found = story_mentions("story", weave(members).entities, members)
    return [(m.text[row["start"] : row["end"]], row) for m in members for row in found[m.article.id]]


# Texts of one story, and the lemmas of the things in them by their words.
THINGS = [
    (["Oslo bought 60 Boeing 787 Dreamliner aircraft."], {"60 Boeing 787 Dreamliner aircraft": "60 787"}),
    (
        ["A test of the new Aker A380 superjumbo, the largest jet in the world, failed."],
        {"the largest jet in the world": "a380"},
    ),
    (["Oslo bought five new Aker A380 jets. The planes are slow."], {"The planes": "five a380"}),
    (["The A380 is slow. The Airbus 380 left Oslo."], {"The Airbus 380": "a380"}),
    (["The final Boeing 717 was late. The Boeing 717 is slow."], {"The final Boeing 717": "final 717"}),
    (["Global markets fell. Markets are down. Stock markets around the world fell."], {
        "Global markets": "market world", "Markets": "market world", "Stock markets around the world": "market world",
    }),
    (["Bad loans sent jitters through global markets."], {"global markets": "market world"}),
    (["Global markets fell. Russia's stock markets closed. The market was calm."], {"The market": "market RUS"}),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "lemmas"), THINGS)
def test_a_thing_is_told_by_its_type_its_count_or_its_land(texts, lemmas):
    members = [reading_of(text, upto="dates") for text in texts]
    known = {member.article.id: member.text for member in members}
    told = {thing.span.of(known[thing.article]): thing.lemma for thing in things(members)}
    assert {words: told.get(words) for words in lemmas} == lemmas


def test_a_word_that_counts_is_the_head_of_what_it_counts():
    told = dict(rows_of("The town fed hundreds of migrants. It knew the number of migrants. The migrants slept."))
    assert told["hundreds of migrants"]["head"] == [13, 21]
    assert told["The migrants"]["cluster"] == told["hundreds of migrants"]["cluster"]
    assert "the number of migrants" not in told


def test_a_body_that_qualifies_is_a_mention_and_an_adjective_is_none():
    told = dict(rows_of("Airbus jets are slow. American jets are slow. The Duarte jets are slow. Ana Duarte left."))
    assert told["Airbus"]["qualifies"]
    assert not {"American", "Duarte"} & set(told)


# Accounts of one story with the words marked that are for one.
ONE = [
    ["[The US Coast Guard](a) left Oslo.", "[The Coast Guard](a) left Oslo on Monday."],
    ["[The Indian Navy](a) left.", "[The Indian navy](a) left, and [it](a) slept."],
    ["[Rapper Bo Aasen](a) left Oslo.", "[Bo Aasen](a) left Oslo."],
    ["[Duncan Raitt](a) left Oslo.", "[Duncan Raite](a) left Oslo."],
    ["[The Northern Academy of Motion Pictures](a) paid.", "[The Northern Academy of Motion Picture](a) paid Oslo."],
    ["He died on [Mount Larvik](a).", "It snowed on [Mt. Larvik](a) in May."],
    ["[The Larvik Harbour Rowers](a) won.", "[The Harbour Rowers](a) won again and left Oslo."],
]


@pytest.mark.parametrize("accounts", ONE)
def test_who_is_called_by_more_words_elsewhere_is_one(accounts):
    told = [marked(account) for account in accounts]
    rows = rows_of(*(text for text, _ in told))
    words = {span.of(text).removeprefix("The ") for text, spans in told for span in spans["a"]}
    assert len({row["cluster"] for said, row in rows if said.removeprefix("The ") in words}) == 1


def test_who_has_one_name_of_two_longer_ones_is_neither():
    texts = ["Ana Duarte Lopez left.", "Eva Duarte Lopez left.", "Mr Duarte Lopez left."]
    assert len({row["cluster"] for _, row in rows_of(*texts) if row["kind"] == "entity"}) == 3


def test_names_a_letter_apart_that_one_account_has_both_of_are_two():
    texts = ["Duncan Raitt met Duncan Raite.", "Duncan Raitt left Oslo."]
    assert len({row["cluster"] for words, row in rows_of(*texts) if words.startswith("Duncan")}) == 2


def test_one_man_is_not_the_man_spoken_of():
    texts = ["Police charged Luis Prado, 61.", "A 61-year-old man was charged.", "A man was charged.", "One man died."]
    clusters = {words: row["cluster"] for words, row in rows_of(*texts) if row["kind"] == "entity"}
    assert clusters["A man"] == clusters["Luis Prado"] != clusters["One man"]


def test_a_house_of_its_own_name_is_not_the_white_house():
    texts = ["The White House spoke.", "The House of Representatives met on Monday, and the House voted."]
    assert len({row["cluster"] for words, row in rows_of(*texts) if row.get("form") == "name"}) == 2


def test_an_hour_is_told_by_its_day():
    rows = rows_of("It rained on May 3, 2019. It snowed at 7 p.m. on May 3, 2019.")
    assert {row["cluster"] for _, row in rows if row["kind"] == "time"} == {"time/2019-05-03"}
