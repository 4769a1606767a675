"""Which words of several accounts are for one happening."""

import numpy as np
import pytest

from rashomon.lexicon.files import load
from rashomon.model import Encoding, Span, Syntax
from rashomon.stories import joining
from rashomon.stories.company import COMPANY, company
from rashomon.stories.happenings import Happening, happening_at, happenings
from rashomon.stories.joining import fallen, joined, staged
from rashomon.stories.scenes import scenes
from rashomon.stories.traits import NAMES, shared
from rashomon.stories.weave import weave
from tests.conftest import reading_of

ONE = """A strong earthquake killed 12 people in the Peruvian town of Pisco on Monday, officials said.

The mayor, Rosa Quispe, said that help was needed. Police arrested two looters in Pisco on Tuesday."""
TWO = """Twelve people died when a powerful quake struck the Peruvian town of Pisco on Monday.

A spokesman for the electricity company said that the lights were out. Two looters were detained by police in Pisco."""


@pytest.fixture(scope="module")
def accounts():
    return [reading_of(text, id=name) for name, text in (("one", ONE), ("two", TWO))]


def named(readings) -> dict[tuple[str, str], list[str]]:
    """Readings -> the name of each word for a happening, by article and word."""
    found = {r.article.id: list(happenings(r)) for r in readings}
    names = joined(readings, found, weave(readings).entities)
    texts = {r.article.id: r.text for r in readings}
    told: dict[tuple[str, str], list[str]] = {}
    for (article, span), name in sorted(names.items()):
        told.setdefault((article, span.of(texts[article])), []).append(name)
    return told


def test_other_words_of_one_happening_meet(accounts):
    told = named(accounts)
    assert told["one", "earthquake"] == told["two", "quake"]
    assert told["one", "arrested"] == told["two", "detained"]
    assert told["one", "earthquake"] != told["one", "arrested"]


def test_what_two_people_say_is_two_happenings(accounts):
    told = named(accounts)
    assert told["two", "said"][0] not in told["one", "said"]


def test_the_order_of_the_accounts_changes_nothing(accounts):
    assert named(accounts) == named(accounts[::-1])


def test_an_account_without_a_parse_goes_by_its_lemmas(accounts):
    bare = accounts[0].adding((Syntax,), ())
    word = Happening(Span(2, 8), "strong")
    assert joined([bare], {"one": [word]}, ()) == {("one", word.span): "strong"}


def test_nothing_that_happens_is_joined_to_nothing():
    reading = reading_of("The bridge is red.")
    assert joined([reading], {reading.article.id: []}, ()) == {}


def test_only_words_that_may_be_one_happening_are_weighed(accounts):
    found = {r.article.id: list(happenings(r)) for r in accounts}
    stage = staged(accounts, found, ())
    pairs = {frozenset((stage.scenes[a].written, stage.scenes[b].written)) for a, b in stage.pairs()}
    assert frozenset(("earthquake", "quake")) in pairs
    assert frozenset(("arrest", "detain")) in pairs
    assert frozenset(("quake", "detain")) not in pairs
    assert all(a < b for a, b in stage.pairs())
    assert stage.traits(stage.pairs()).shape == (len(stage.pairs()), len(NAMES))


def test_a_scene_has_who_takes_part_and_in_what_role():
    reading = reading_of("In Pisco two looters were arrested by the police. It was 3 May 2021.")
    [scene] = [s for s in scenes(reading, list(happenings(reading)), {}) if s.written == "arrest"]
    assert scene.parts == {"actor": {"police"}, "object": {"looter", "two"}, "beside": {"pisco"}}
    [dated] = scenes(reading, [happening_at(reading, Span(54, 57))], {})
    assert [day.value for day in dated.days] == ["2021-05-03"]


def test_a_given_span_has_the_lemma_of_its_head():
    reading = reading_of("The men were taken into custody. Her resignation came at noon.")
    assert happening_at(reading, Span(13, 31)).lemma == "take"
    start = reading.text.index("resignation")
    assert happening_at(reading, Span(start, start + 11)).lemma == "resign"


def test_words_used_alike_have_vectors_that_are_near():
    reading = reading_of("A quake shook the town. An earthquake hit the city. He signed the memo.", upto="encoding")
    vectors = reading.of(Encoding)[0].vectors.astype(float)
    at = {t.text: vectors[t.i] / np.linalg.norm(vectors[t.i]) for t in reading.doc if not t.is_punct}
    assert at["quake"] @ at["earthquake"] > 0.4 > at["quake"] @ at["memo"]


def test_shared_words_weigh_by_what_they_tell():
    weight = {"a": 1, "b": 4, "c": 4}.__getitem__
    assert shared({"a", "b"}, {"b", "c"}, weight) == pytest.approx(4 / np.sqrt(5 * 8))
    assert shared({"a"}, {"b"}, weight) == 0


def test_company_tells_for_and_against_a_pair():
    # 0 and 1 are likely one, and so are 1 and 2: the third speaks for 0 and 2; nobody but 3 keeps company with 3.
    pairs, likely = np.array([[0, 1], [0, 2], [1, 2], [2, 3]]), np.array([0.8, 0.1, 0.6, 0.2])
    table = company(4, pairs, likely)
    row = dict(zip(COMPANY, table[1], strict=True))
    assert row["likely"] == pytest.approx(0.1)
    assert row["company alike"] == pytest.approx(
        0.8 * 0.6 / (np.hypot(0.8, 0.1) * np.sqrt(0.1**2 + 0.6**2 + 0.2**2)), abs=1e-5
    )
    assert row["company shared"] == pytest.approx((0.1 + 0.6 + 0.1) / (1 + 0.8 + 1 + 0.2), abs=1e-5)
    assert (row["spoken against"], row["spoken against by both"]) == pytest.approx((0.2, 0.2))
    assert company(2, np.empty((0, 2), dtype=int), np.empty(0)).shape == (0, len(COMPANY))


def test_a_pair_falls_through_a_tree_to_its_leaf():
    tree = {"trait": [1, -1, -1], "most": [0.5, 0, 0], "left": [1, 0, 0], "right": [2, 0, 0], "value": [0, -1.5, 2.0]}
    assert fallen(tree, np.array([[9.0, 9.0], [0.5, 0.6]])).tolist() == [-1.5, 2.0]


def test_judges_look_at_the_traits_that_there_are():
    said = joining.judges()
    assert said["traits"] == [*NAMES, *COMPANY]
    seen = [{n for tree in judge["trees"] for n in tree["trait"]} for judge in said["judges"]]
    assert max(seen[0]) < len(NAMES)
    assert max(seen[1]) >= len(NAMES)


def test_groups_of_kin_hold_each_word_once():
    groups = load("happenings.yaml")["kin"]
    assert all(len(set(group)) == len(group) > 1 for group in groups)
    assert all(word == word.lower() for group in groups for word in group)
