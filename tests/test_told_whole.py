"""Sentences of the record that keep all who act, whole times, whole figures, and say nothing twice."""

import pytest

from tests.test_who_is_meant import told


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The cook and the night porter locked the hotel.", "The cook and the night porter locked the hotel."),
        (
            "Alarm turned to anger after a Danish sailor and his Polish wife carried out a mass shooting in Larvik.",
            "A Danish sailor and his Polish wife carried out a mass shooting in Larvik.",
        ),
        ("Peru and Chile signed the treaty in Lima.", "Peru and Chile signed the treaty in Lima."),
        (
            "Washington and Manila warned Peru of sanctions.",
            "The United States and the Philippines warned Peru of sanctions.",
        ),
    ],
)
def test_all_who_act_together_are_told(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "All the clubs, with the exception of the Rowers, rejected the levy.",
            "The text says of All the clubs: “All the clubs, with the exception of the Rowers, rejected the levy.”",
        ),
        (
            "Peru and Chile, but not Kenya, said the pact was dead.",
            "The text says of Peru and Chile: “Peru and Chile, but not Kenya, said the pact was dead.”",
        ),
    ],
)
def test_who_is_taken_out_of_those_who_act_is_not_lost(text: str, sentence: str):
    assert told(text) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Prices rose over the past year or so.", "Prices rose over the past year or so."),
        ("Work at the mill stopped during the past two weeks.", "Work at the mill stopped during the past two weeks."),
    ],
)
def test_no_interval_stands_behind_a_preposition_of_another(text: str, sentence: str):
    assert told(text) == [sentence]


@pytest.mark.parametrize(
    "text",
    ["Vik wins about 1 in 4 rural voters.", "One in six nurses quit.", "Two out of five trains were late."],
)
def test_of_how_many_something_is_a_share_is_no_figure(text: str):
    assert not [line for line in told(text) if ": “" in line and not line.startswith("The text says")]


def test_what_one_sentence_says_twice_is_shown_by_it_once():
    lines = told(
        "In a sharp attack on the mayor, the writer Ola Vik called him idle and accused him of selling the “old town.”"
    )
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Ola Vik told reporters the levy was ``a poor joke,'' Radio Larvik reported.",
            "Ola Vik told reporters the levy was “a poor joke”, according to Radio Larvik.",
        ),
        (
            "Ola Vik described Dan Berg as a ``keen sailor,'' as well as a liar.",
            "Ola Vik described Dan Berg as a “keen sailor,” as well as a liar.",
        ),
        ("At the bank, they're demanding a vote.", "“they” are demanding a vote."),
        ("``We will stay,'' Ola Vik said. ``Nobody leaves.''", "Ola Vik said: “We will stay … Nobody leaves.”"),
    ],
)
def test_quotation_marks_that_a_wire_types_with_two_are_set_as_one_and_an_apostrophe_is_none(text: str, sentence: str):
    assert told(text) == [sentence]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Nora Berg said her mill will close.", ["Nora Berg said her mill will close."]),
        ("Nora Berg told her that it rained.", ["The text says of Nora Berg: “Nora Berg told her that it rained.”"]),
        (
            "Ana Duarte and others who oppose the dam said the bank was shut.",
            ["Ana Duarte and others who oppose the dam said the bank was shut."],
        ),
    ],
)
def test_whose_it_is_hears_nothing_and_who_is_meant_says_nothing(text: str, lines: list[str]):
    assert told(text) == lines


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The levy rose 7%, but the bank stayed open.", "The levy rose 7%."),
        ("Norway cut the levy to 4%, and Chile followed with 3%.", "Norway cut the levy to 4%."),
    ],
)
def test_a_share_in_percent_keeps_its_sign(text: str, sentence: str):
    assert sentence in told(text)


def test_a_name_before_a_hanging_is_or_has_owns_nothing():
    text = "Bo Aas ran in Oslo. Mrs. Nora Berg said he's {} on paper."
    assert "Nora Berg said he's experienced on paper." in told(text.format("experienced"))
    assert "Nora Berg said [Bo Aas] is running on paper." in told(text.format("running"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The salt and timber company said it sold its mills.", "The salt and timber company said it sold its mills."),
        (
            "The Oslo-based maker of boats said it sold its mills.",
            "The Oslo-based maker of boats said it sold its mills.",
        ),
        ("The mills will be sold, the companies said.", "The mills will be sold, according to the companies."),
        ("The Salem, Ore., maker of boats said it sold mills.", "The Salem, Ore., maker of boats said it sold mills."),
    ],
)
def test_bodies_that_have_no_name_keep_their_article(text: str, sentence: str):
    assert sentence in told(text)
