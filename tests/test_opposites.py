"""Words that cannot both hold are a conflict between two accounts, and shown where one account has both."""

import pytest

from rashomon.lexicon.files import load
from tests.story_builder import Teller, record_of

REMARK = "The {} exemption of the northern herring boats from the harbour tolls is signed and sealed."


def _line(*tellers):
    [line] = [line for line in record_of(*(t.reading() for t in tellers)).lines if line.kind == "statement"]
    return line


def _said(name, word, remark=REMARK):
    return Teller(name).say("Omar Said", remark.format(word))


@pytest.mark.parametrize(
    ("sides", "first", "second"),
    [(name, a, b) for name, (one, two) in load("opposites.yaml")["sides"].items() for a in one[:1] for b in two[:1]],
)
def test_two_accounts_on_two_sides_differ(sides, first, second):
    line = _line(_said("a", first), _said("b", second))
    [parted] = [d for d in line.differences if d.slot == sides]
    assert (line.standing, parted.conflict) == ("differ", True)
    assert [(v.article, v.value) for v in parted.values] == [("a", first), ("b", second)]


def test_the_side_that_more_accounts_stand_on_comes_first():
    line = _line(_said("a", "permanent"), _said("b", "temporary"), _said("c", "interim"))
    [parted] = [d for d in line.differences if d.slot == "duration"]
    assert [v.article for v in parted.values] == ["b", "c", "a"]


@pytest.mark.parametrize("word", ["not permanent", "never a permanent", "less than permanent"])
def test_a_word_turned_round_stands_on_no_side(word):
    assert not [d for d in _line(_said("a", word), _said("b", "temporary")).differences if d.slot == "duration"]


def test_one_who_weighs_both_stands_on_no_side():
    both = "The temporary or permanent exemption of the northern herring boats from the harbour tolls is signed."
    assert not [d for d in _line(_said("a", "", both), _said("b", "permanent")).differences if d.slot == "duration"]


def test_one_word_more_is_no_conflict():
    assert _line(_said("a", "permanent"), _said("b", "full")).standing != "differ"


def test_a_text_that_contradicts_itself_is_shown_doing_so():
    line = _line(_said("a", "permanent").say("Omar Said", REMARK.format("temporary")))
    [parted] = [d for d in line.differences if d.slot == "duration"]
    assert (line.standing, parted.conflict, {v.article for v in parted.values}) == ("single", False, {"a"})


def test_a_text_that_tells_a_deed_and_lets_somebody_deny_it_is_shown_doing_so():
    told = Teller("a").event("Anna Berg", "met", "Omar Said", "2019-03-04")
    told.event("Anna Berg", "met", "Omar Said", "2019-03-04", status="denied", via="Nordwire")
    [line] = record_of(told.reading()).lines
    [parted] = line.differences
    assert (line.standing, parted.slot, {v.value for v in parted.values}) == (
        "single",
        "status",
        {"happened", "denied"},
    )
