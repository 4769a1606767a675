"""Lines whose speaker, hearer or words had been taken from a neighbour of theirs in the sentence."""

import pytest

from .test_told_right import told


def lines(text: str) -> set[str]:
    return {line.summary for line in told(text).lines}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("“The strike is over,” Bo Aas told a rally in Lima.", "Bo Aas said: “The strike is over”."),
        ("“It is over,” Bo Aas told an audience at the University of Lima.", "Bo Aas said: “It is over”."),
        ("“The strike is over,” Bo Aas told Ana Duarte.", "Bo Aas said to Ana Duarte: “The strike is over”."),
    ],
)
def test_where_they_meet_who_hear_is_no_hearer(text: str, sentence: str) -> None:
    assert sentence in lines(text)


@pytest.mark.parametrize(
    ("mind", "accounts"),
    [
        ("Traders feel that the mayor sank the ferry.", 1),
        ("Ana Duarte assumes the mayor sank the ferry.", 1),
        ("Traders are convinced that the mayor sank the ferry.", 1),
        ("Traders are sure the mayor sank the ferry.", 1),
        ("Traders know that the mayor sank the ferry.", 2),
        ("Traders were sorry that the mayor sank the ferry.", 2),
        ("Traders said that the mayor sank the ferry.", 2),
        ("It is certain that the mayor sank the ferry.", 2),
    ],
)
def test_who_only_thinks_so_agrees_with_nobody(mind: str, accounts: int) -> None:
    record = told(mind, "The mayor sank the ferry on Monday.")
    assert max(len(line.told_in) for line in record.lines) == accounts


@pytest.mark.parametrize(
    ("one", "two", "accounts"),
    [
        ("Bo Aas won Chile.", "Bo Aas won by ten points among older men in Chile.", 1),
        ("Bo Aas trails Ana Duarte in Chile.", "Bo Aas trails Ana Duarte among farmers in Chile.", 1),
        ("Bo Aas won among farmers in Chile.", "Bo Aas won among nurses in Chile.", 1),
        ("Bo Aas won among farmers in Chile.", "Bo Aas won among farmers in Chile by ten points.", 2),
        ("Bo Aas won the vote in Chile.", "Bo Aas won the vote in Chile on Tuesday.", 2),
    ],
)
def test_who_wins_among_some_has_not_won(one: str, two: str, accounts: int) -> None:
    assert max(len(line.told_in) for line in told(one, two).lines) == accounts


@pytest.mark.parametrize(
    ("one", "two", "accounts"),
    [
        ("The mayor said Larvik needed dredging more than new cranes.", "The mayor said Larvik needed new cranes.", 1),
        ("The storm did more damage to Larvik than the flood of May.", "The flood of May did damage to Larvik.", 1),
        ("The tax hurt farmers more than it helped them.", "The tax helped farmers.", 1),
        ("The storm did more damage to Larvik than the flood of May.", "The storm did damage to Larvik.", 2),
        ("The storm killed more than half of the sheep in Larvik.", "The storm killed half of the sheep in Larvik.", 2),
    ],
)
def test_what_is_held_against_something_is_not_told_of_it(one: str, two: str, accounts: int) -> None:
    assert max(len(line.told_in) for line in told(one, two).lines) == accounts


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "“They will use anything,” Bo Aas said of thieves, mocking fears about the cost of locks.",
            "Bo Aas mocked fears about the cost of locks.",
        ),
        (
            "“It is over,” Bo Aas said, before clarifying that the strike had ended in Lima alone.",
            "Bo Aas clarified that the strike had ended in Lima alone.",
        ),
    ],
)
def test_what_is_said_besides_a_quotation_has_a_sentence_of_its_own(text: str, sentence: str) -> None:
    assert sentence in lines(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Footage from the port shows that two cranes fell.", "Footage from the port shows that two cranes fell."),
        ("Bo Aas won, according to early polling data.", "Bo Aas won, according to early polling data."),
        ("The footage shows that two cranes fell.", "The footage shows that two cranes fell."),
    ],
)
def test_what_cannot_be_counted_gets_no_article_that_its_text_has_not(text: str, sentence: str) -> None:
    assert sentence in lines(text)
