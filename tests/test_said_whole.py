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


def test_a_poll_that_two_papers_made_loses_the_names_of_both():
    [figure] = [t for t in told("Ola Vik took 5% in the NBC News/Wall Street Journal poll.") if t.startswith("5%")]
    assert ", in the poll: “" in figure


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
    ("text", "words"),
    [
        ("Ola Vik replied, “No.” “We saw the boat sink that night.”", "No. … We saw the boat sink that night."),
        (
            "“The mill is shut. “Nobody will open it again,” Ola Vik said.",
            "The mill is shut. Nobody will open it again",
        ),
        ("“He told me, “Go home now,” and I went,” Ola Vik said.", "He told me, ‘Go home now,’ and I went"),
    ],
)
def test_two_quotations_in_a_row_are_not_one_within_the_other(text, words):
    assert [t for t in told(text) if f": “{words}”" in t]


def test_who_is_told_behind_an_account_is_no_part_of_what_is_said():
    text = "According to Ola Vik, research head of the copper broker Larvik, the price of ore is likely to fall."
    assert told(text) == ["The price of ore is likely to fall, according to Ola Vik."]


@pytest.mark.parametrize(
    "text",
    ["Jurors shown tape that nurse Eva Lund was shot", "Tribunal told Eva Lund was fired", "Court told Vik fled"],
)
def test_who_is_told_in_a_headline_says_nothing(text):
    assert not [t for t in told(text) if not t.startswith("The text says: “")]


@pytest.mark.parametrize(
    "text",
    [
        "Ola Vik told the judge that Eva Lund was asleep that night when she was actually selling maps in Bergen.",
        "Ola Vik said he had no money although in truth he owned three mills.",
    ],
)
def test_what_the_text_says_is_true_is_not_put_in_the_mouth_of_who_said_otherwise(text):
    assert told(text) == [f"The text says of Ola Vik: “{text}”"]


def test_what_went_on_when_it_was_so_is_the_speakers():
    assert told("Ola Vik said he was in bed when the bomb went off.") == [
        "Ola Vik said he was in bed when the bomb went off."
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Dan Berg grilled Peter Vik. “You hid the map, correct?” Berg asked Vik. “Yes,” he responded.",
            "Peter Vik said: “Yes”.",
        ),
        ("Dan Berg asked Peter Vik whether he had sold the mill. “Never,” he replied.", "Peter Vik said: “Never”."),
        ("Dan Berg asked Peter Vik to wait. “The mill is shut,” he said.", "Dan Berg said: “The mill is shut”."),
    ],
)
def test_he_who_was_asked_answers(text, sentence):
    assert sentence in told(text)


def test_an_article_without_its_noun_says_nothing():
    assert not [t for t in told("The also said that Jan Berg had twice been fined for theft.") if "said" in t]
