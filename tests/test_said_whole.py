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
            "Dan Vik drew the ire of nurses who thought the levy was too high.",
            "The text says of nurses: “Dan Vik drew the ire of nurses",
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


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("“The dam will fail,” violinist Ola Vik wrote.", "Ola Vik said: “The dam will fail”."),
        ("“The dam will fail,” said Senate sitting Democrat Ola Vik (D-Md.).", "Ola Vik said: “The dam will fail”."),
        ("Likely Liberal mayoral hopeful Ola Vik said the dam will fail.", "Ola Vik said the dam will fail."),
    ],
)
def test_whoever_is_named_behind_what_he_is_speaks_by_his_name(text, sentence):
    assert sentence in told(text)


def test_who_stands_beside_a_body_does_not_speak_for_both():
    text = "The port authority and Liberal Ola Vik said the dam will fail."
    assert "Ola Vik said the dam will fail." not in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Ola Vik sent the port authority a memo. “The dam has failed,” it reads.",
            "The memo read: “The dam has failed”.",
        ),
        (
            "Peru lodged a complaint with Chile. “We have waited long enough,” it read.",
            "The complaint read: “We have waited long enough”.",
        ),
        ("Peru sent Chile a memo and a letter. “We waited,” it read.", "“it” said: “We waited”."),
        ("Peru sent Chile a missive on Monday. “We waited,” it read.", "The missive read: “We waited”."),
    ],
)
def test_it_that_reads_is_a_document_and_no_body(text, sentence):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Ola Vik left the hall, pledging “to close every mine in Larvik.”",
            "Ola Vik pledged “to close every mine in Larvik.”",
        ),
        ("Ola Vik lauded “what miners have done for Larvik.”", "Ola Vik lauded “what miners have done for Larvik.”"),
        (
            "Ola Vik left the hall, denouncing “what was done to Larvik.”",
            "Ola Vik denounced “what was done to Larvik.”",
        ),
    ],
)
def test_quoted_words_that_only_end_a_clause_keep_its_verb(text, sentence):
    assert sentence in told(text)


def test_a_remark_is_of_whose_it_is_though_another_stands_before_it():
    text = (
        "One more doubter — the Dock Workers — is unlikely to give Vik the nod after his November comment that, "
        '"We\'re going to put a lot of mills and mill towns out of work."'
    )
    assert [t.partition(":")[0] for t in told(text)] == ["The text says of Vik"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ola Vik, of a league that opposes whaling, said the port is shut.", ["Ola Vik said the port is shut."]),
        ("A union that favors the levy says it will wait.", ["A union says it will wait."]),
    ],
)
def test_the_stand_that_tells_what_sort_of_body_is_meant_is_no_news(text, sentences):
    assert told(text) == sentences


def test_of_which_of_them_it_holds_most_is_no_part_of_the_verb():
    assert told("Peru and Chile in particular doubted that the dam would hold.") == [
        "Peru and Chile doubted that the dam would hold."
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            'Dan Vik said: "She is brave. She knows the port and its moods.',
            "She is brave. She knows the port and its moods.",
        ),
        ('Dan Vik said: "They are late. They never pay. Guards opened the gate.', "They are late. They never pay."),
        ('Dan Vik said: "She is late. Guards opened the gate at noon.', "She is late."),
    ],
)
def test_words_whose_closing_mark_is_lost_go_on_with_the_same_subject(text, words):
    assert f"Dan Vik said: “{words}”" in told(text)


def test_by_in_front_of_a_clause_tells_no_doer():
    text = (
        "By comparison, Chile's pledge last week to add nearly 3,000 guards to its navy by 2030, and an earlier offer "
        "to spend up to 2 billion euros on new ports by 2031 were loudly welcomed by Peru."
    )
    assert not any(t.startswith("Peru were") for t in told(text))


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Chile denounced the scheme to raze 60 mills.", "60 mills: “"),
        ("Oslo's decision to hire 400 guards was praised by Chile.", "400 guards: “"),
        ("Chile announced a levy of 5 percent.", "5 percent, according to Chile: “"),
        ("Chile said Peru hailed the vow to hire 400 guards.", "400 guards, according to Chile: “"),
    ],
)
def test_whoever_takes_a_stand_on_a_thing_does_not_tell_what_it_amounts_to(text, figure):
    assert any(t.startswith(figure) for t in told(text))


def test_a_day_that_somebody_spent_is_told_as_it_was_spent():
    assert told("Ola Vik spent Monday visiting farms near Larvik.") == [
        "Ola Vik spent 28 June 2021 visiting farms near Larvik."
    ]


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


def test_a_text_that_ends_in_its_speaker_is_read():
    assert told("said said Kim Jong Un")
