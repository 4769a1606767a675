"""What a text tells, in sentences that are whole and say once and by name who speaks and acts."""

import pytest

from tests.test_said_right import told


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            (
                "Dan Vik spoke on Monday. After a series of recent rows - including Mr. Vik's assertion that Peru "
                "should burn the letters; and his suggestion that miners could strike - the mayor began anew."
            ),
            ["Dan Vik asserted that Peru should burn the letters.", "Dan Vik suggested that miners could strike."],
        ),
        (
            "Republicans say Ola Vik hid the loss. They say the loss was vast.",
            ["Republicans say Ola Vik hid the loss.", "Republicans say the loss was vast."],
        ),
        (
            "Jan Vik aided Dan Cook. Vik warned of rain. Cook himself was pleased. “It was a fine day,” he later said.",
            ["Dan Cook said: “It was a fine day”."],
        ),
        (
            "Thieves fled to the port of Larvik, where Norway has deployed a frigate.",
            ["Thieves fled to the port of Larvik.", "Norway has deployed a frigate in Larvik."],
        ),
    ],
)
def test_whose_words_and_deeds_they_are_is_told_by_name(text, sentences):
    assert set(sentences) <= set(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ola Vik says it's even more important to guard the port because of the raids in Larvik.",
        "Ola Vik says the orders of Dan Berg aren't worth the paper they're written on.",
        "Ola Vik said it would be unfair for Larvik to pay the debts of Oslo.",
    ],
)
def test_what_points_at_nothing_outside_a_sentence_is_told_as_it_stands(text):
    assert told(text) == [text]


def test_a_poll_that_two_papers_made_is_that_of_both():
    [figure] = [t for t in told("Ola Vik took 5% in the NBC News/Wall Street Journal poll.") if t.startswith("5%")]
    assert figure.startswith("5%, according to the NBC News/Wall Street Journal poll: “")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "The union sued Ola Vik, the mayor of Larvik, who said the ships came from Peru.",
            ["Ola Vik said the ships came from Peru."],
        ),
        (
            "The plan of Berg was supported Friday by Ola Vik, the ranking Democrat on the panel.",
            ["The plan of Berg was supported on 25 June 2021 by Ola Vik, the ranking Democrat on the panel."],
        ),
        (
            (
                "''I had lunch with Pinsk. He will see you at the Forum dinner,'' Melanie Vik, a Ukrainian-American "
                "then working for the State Department, wrote in a June 2012 email to Mrs. Berg."
            ),
            ["Melanie Vik said to Berg in June 2012: “I had lunch with Pinsk. He will see you at the Forum dinner”."],
        ),
        ("State calls 22 letters of Berg 'top secret.'", ["State calls 22 letters of Berg 'top secret'."]),
    ],
)
def test_each_thing_said_is_told_once_and_whole(text, sentences):
    assert set(sentences) <= set(told(text))


def test_what_somebody_responds_to_he_does_not_say():
    text = "“We need rain,” Ola Vik told Reuters, responding to news that the dam was full and the mill shut."
    assert told(text) == ["Ola Vik said to Reuters: “We need rain”."]


def test_what_was_received_is_no_whole_without_it():
    text = "The report was based on sheets kept by aides — papers the Post received after filing a suit against Peru."
    assert not [t for t in told(text) if "received after filing" in t and "papers" not in t]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        (
            "Dan Vik praised Jan Lund, saying he was a hero.",
            "The text says of Dan Vik: “Dan Vik praised Jan Lund, saying",
        ),
        ("Dan Vik left the union, saying he was tired.", "Dan Vik said he was tired."),
        (
            "Drivers who have praised the plan of Dan Vik warned of floods.",
            "The text says of drivers: “Drivers who have",
        ),
        (
            "Drivers, who have praised the plan of Dan Vik, warned of floods.",
            "Drivers have praised the plan of Dan Vik.",
        ),
        (
            "Dan Vik regularly incites political violence and is a serial liar and racist who vowed to shut mines.",
            "Dan Vik vowed to shut mines.",
        ),
        ("“We have such poor choices,” Dan Vik told KING-TV of Madison.", "Dan Vik said: “We have such poor choices”."),
    ],
)
def test_nobody_is_told_to_say_what_may_be_of_another(text, told_of):
    assert any(sentence.startswith(told_of) for sentence in told(text))


def test_what_the_author_makes_of_a_saying_is_no_part_of_it():
    text = "“We want hope,” Dan Vik added, underscoring the charm of the plan for many voters."
    assert told(text) == ["Dan Vik said: “We want hope”."]
