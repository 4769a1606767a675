"""One quotation with another name or tense in it: who is wrong, an account or the speaker, the record does not say."""

import pytest

import rashomon
from rashomon.model import make_article
from tests.story_builder import Teller, record_of

WHOLE = "The ferry to the northern islands stays in harbour until the storm is over and every light is repaired."
SAID = "We will counter for the servers that {} and her firm hid from the harbour police."


def _lines(one, two):
    return record_of(Teller("a").say("Omar Said", one).reading(), Teller("b").say("Omar Said", two).reading()).lines


def _line(one, two):
    [line] = _lines(one, two)
    return line


def _said_and_slip(lines):
    [said] = [line for line in lines if "particular" not in line.claims[0].slots]
    [slip] = [line for line in lines if "particular" in line.claims[0].slots]
    return said, slip


def test_another_name_in_the_same_words_is_a_line_of_its_own_beside_the_statement():
    said, slip = _said_and_slip(_lines(SAID.format("Wendy"), SAID.format("Debbie")))
    assert (said.standing, said.kind, said.summary[:9]) == ("compatible", "statement", "Omar Said")
    assert (slip.standing, slip.kind) == ("differ", "statement")
    assert {claim.chain[-1].name for claim in slip.claims} == {"Omar Said"}
    read = ["“the servers that Debbie and her firm”", "“the servers that Wendy and her firm”"]
    assert slip.summary == f"In one quotation accounts read {' or '.join(read)}."
    assert "name" in {d.slot for d in said.differences}
    [found] = [d for d in slip.differences if d.conflict]
    assert found.slot == "name"
    assert [v.value for v in found.values] == [
        "the servers that Wendy and her firm",
        "the servers that Debbie and her firm",
    ]


def test_another_tense_in_the_same_words_is_a_difference():
    said = "These facts are what we have long known: Norland {} a secret programme of harbour mines."
    line = _line(said.format("has"), said.format("had"))
    [found] = [d for d in line.differences if d.conflict]
    assert (line.standing, found.slot) == ("differ", "tense")
    assert [v.value for v in found.values] == [
        "long known: Norland has a secret programme",
        "long known: Norland had a secret programme",
    ]


@pytest.mark.parametrize(
    ("one", "two", "slot"),
    [
        ("Sixty boats never came back to harbour.", "Eighty boats never came back to harbour.", "amount"),
        ("This morning I was stopped by the guard.", "Yesterday I was stopped by the guard.", "when"),
        ("The quay reopens for all ships on Monday.", "The quay reopens for all ships on Friday.", "when"),
    ],
)
def test_another_number_or_day_in_the_same_words_is_a_difference(one, two, slot):
    said, slip = _said_and_slip(_lines(one, two))
    assert [d.slot for d in slip.differences if d.conflict] == [slot]
    assert not any(d.conflict for d in said.differences)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("We will send 20 lifeboats to the quay.", "We will send twenty lifeboats to the quay."),
        ("This morning I was stopped by the guard.", "Today I was stopped by the guard."),
        ("Yesterday I was stopped by the guard.", "Monday I was stopped by the guard."),
    ],
)
def test_one_number_or_day_in_other_words_is_no_difference(one, two):
    assert not [d for d in _line(one, two).differences if d.conflict]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Wendy", "Wendie"),  # two spellings
        ("she", "they"),  # no names
        ("Wendy", "[Debbie]"),  # the account's own word
        ("France", "Paris"),  # one state
        ("Wendy", "Wendy Berg"),  # one says more of it
    ],
)
def test_what_can_be_one_name_is_no_difference(one, two):
    assert not [d for d in _line(SAID.format(one), SAID.format(two)).differences if d.slot in {"name", "tense"}]


def test_a_not_in_one_account_alone_is_a_difference():
    said = (
        '"I let the harbour master go because the port was not growing the way we all wanted," Omar Said said. '
        '"I felt that out on the quays of Larvik we {} following the plan of the council."'
    )
    texts = [said.format(verb) for verb in ("were", "weren't")]
    [record] = rashomon.compare(*(make_article(text, outlet=f"Paper {len(text)}") for text in texts))
    found = [(line.standing, d.slot) for line in record.lines for d in line.differences if d.conflict]
    assert found == [("differ", "sense")]


def test_a_not_among_much_that_is_another_is_no_difference():
    one = "In a criminal case in Larvik nobody who burned 30,000 harbour records went free."
    two = "In a criminal case? To prove intent. A fire. I never had one where somebody burned 30,000 harbour records."
    assert not [d for line in _lines(one, two) for d in line.differences if d.conflict]


def test_a_tail_that_one_account_cuts_off_is_no_difference():
    said = "We take these issues very seriously and will monitor the situation in the harbour"
    assert not [d for d in _line(f"{said}.", f"{said} and have no further comment.").differences if d.conflict]


def test_a_speaker_of_two_surnames_is_a_difference():
    one, two = Teller("a").say("A.J. Smith", WHOLE), Teller("b").say("A.J. Butler", WHOLE)
    said, slip = _said_and_slip(record_of(one.reading(), two.reading()).lines)
    assert (said.standing, slip.kind, slip.standing) == ("compatible", "background", "differ")
    [found] = [d for d in slip.differences if d.conflict]
    assert (found.slot, [v.value for v in found.values]) == ("actor", ["A.J. Smith", "A.J. Butler"])


def test_who_else_is_named_for_the_words_stands_in_no_line_of_two_surnames():
    tellers = [
        Teller(name).say(who, WHOLE) for name, who in (("a", "A.J. Smith"), ("b", "A.J. Butler"), ("c", "Omar Said"))
    ]
    lines = record_of(*(teller.reading() for teller in tellers)).lines
    [slip] = [line for line in lines if "particular" in line.claims[0].slots]
    assert {claim.article for claim in slip.claims} == {"a", "b"}


def test_somebody_and_something_are_no_names():
    said = "I heard a shot and cried out. {} hit me in my back, and I fell down the stairs of the house."
    lines = _lines(said.format("Somebody"), said.format("Something"))
    assert "differ" not in {line.standing for line in lines}
