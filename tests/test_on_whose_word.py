"""Who said it, on whose word: sentences as agencies write them, and the line that the record tells of each."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import Line, make_article
from rashomon.settings import Settings
from rashomon.weighing.compared.sentences import with_article


def lines(text: str) -> tuple[Line, ...]:
    article = make_article(text, published=dt.date(2021, 7, 1), outlet="Post")
    [record] = rashomon.compare(article, settings=Settings(one_story=True))
    return record.lines


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Eva Lund stopped short of admitting that the mill was sold.",) * 2,
        ("Eva Lund avoided saying whether the mill was sold.",) * 2,
        ("Eva Lund refrained from saying whether the mill was sold.",) * 2,
        ("Eva Lund kept insisting that the mill was sold.",) * 2,
        ("Eva Lund all but admitted that the mill was sold.",) * 2,
        ("Eva Lund came close to saying that the mill was sold.",) * 2,
        ("Eva Lund is considering announcing that the mill is sold.",) * 2,
        ("Eva Lund is expected to announce that the mill is sold.",) * 2,
        (
            "Eva Lund replied by saying that the mill was sold.",
            "Eva Lund said that the mill was sold.",
        ),
    ],
)
def test_a_saying_is_told_with_what_it_hangs_on(text, summary):
    [line] = lines(text)
    assert line.summary == summary


@pytest.mark.parametrize(
    "text",
    [
        "Instead of saying that the mill was sold, Eva Lund kept silent.",
        "Rather than admit that the mill was sold, Eva Lund kept silent.",
        "Far from admitting that the mill was sold, Eva Lund denied it.",
        "Did Eva Lund say that the mill was sold?",
        "Has Eva Lund admitted that the mill was sold?",
        "Eva Lund kept silent. Nor, apparently, has Eva Lund admitted that the mill was sold.",
    ],
)
def test_what_was_left_unsaid_is_not_told_as_said(text):
    assert not any(line.summary.startswith(("Eva Lund said", "Eva Lund admitted")) for line in lines(text))


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("According to an aide, Eva Lund sold the mill.", "Eva Lund sold the mill, according to an aide."),
        (
            "The daily Aftenposten reported that, according to a prosecutor, Eva Lund had sold the mill.",
            "Eva Lund had sold the mill, according to a prosecutor, cited by Aftenposten.",
        ),
        ("According to the mayor, Eva Lund, Norway will leave.", "Norway will leave, according to Eva Lund."),
        (
            "According to the complaint, filed in Oslo in May, the firm sold the mill.",
            "The firm sold the mill, according to the complaint.",
        ),
        (
            "According to a memo seen by Reuters, Eva Lund told the firm to sell the mill.",
            "Eva Lund told the firm to sell the mill, according to a memo, cited by Reuters.",
        ),
        (
            "According to a memo from Eva Lund, the mill was sold.",
            "The mill was sold, according to Eva Lund, in a memo.",
        ),
        ("Officers briefed by the army said the mill was lost.",) * 2,
    ],
)
def test_the_account_and_not_its_subject_speaks(text, summary):
    [line] = lines(text)
    assert line.summary == summary


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("The mill, said Eva Lund, was sold.", "Eva Lund said the mill was sold."),
        (
            "Jens Moe, said a nurse at the clinic, had left Oslo.",
            "A nurse at the clinic said Jens Moe had left Oslo.",
        ),
        ("The mayor of Bergen, Eva Lund, said the mill was sold.", "Eva Lund said the mill was sold."),
        ("A spokesman for Ana Duarte, Bo Aas, said the mill was sold.", "Bo Aas said the mill was sold."),
        (
            "Reuters reported, citing two officials, that the mill was sold.",
            "The mill was sold, according to two officials, cited by Reuters.",
        ),
        (
            "The BBC said on Friday, quoting a nurse, that the mill was sold.",
            "The mill was sold, according to a nurse, cited by the BBC.",
        ),
        (
            "State radio quoted Eva Lund as saying the mill was sold.",
            "The mill was sold, according to Eva Lund, cited by the state radio.",
        ),
        (
            "Eva Lund's claim that the mill was sold was false.",
            "The text says of Eva Lund: “Eva Lund's claim that the mill was sold was false.”",
        ),
        (
            "Eva Lund's claim that Jens Moe said the mill was sold was false.",
            "The text says of Eva Lund: “Eva Lund's claim that Jens Moe said the mill was sold was false.”",
        ),
        ("Eva Lund would neither confirm nor deny that she had sold the mill.",) * 2,
    ],
)
def test_each_word_is_told_of_whoever_said_it(text, summary):
    [line] = lines(text)
    assert line.summary == summary


def test_a_denial_set_behind_an_allegation_is_told():
    told = [line.summary for line in lines("Chile said Peru had sold the mill, an allegation Peru denied.")]
    assert told == [
        "Chile said Peru had sold the mill.",
        "The text says of Peru: “Chile said Peru had sold the mill, an allegation Peru denied.”",
    ]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Eva Lund, Bo Aas and Luis Prado said the mill was sold.",) * 2,
        ("Eva Lund, her son and two aides denied the charges.",) * 2,
        ("Peru, Chile and Bolivia said the mill was sold.",) * 2,
        ("Both Peru and Chile said the mill was sold.", "Peru and Chile said the mill was sold."),
        (
            "The mill was sold, a nurse who asked not to be identified told Reuters.",
            "The mill was sold, according to a nurse, cited by Reuters.",
        ),
        (
            "A person familiar with the sale, who asked not to be named, said the mill was sold.",
            "A person familiar with the sale said the mill was sold.",
        ),
        (
            "The Centre for Human Rights, a monitor, said the mill was sold.",
            "The Centre for Human Rights said the mill was sold.",
        ),
        (
            "Chinese state media, citing the foreign ministry, reported that the mill was sold.",
            "The mill was sold, according to the foreign ministry, cited by the Chinese state media.",
        ),
    ],
)
def test_all_who_speak_are_told_by_their_names(text, summary):
    [line] = lines(text)
    assert line.summary == summary


@pytest.mark.parametrize(
    ("text", "summaries"),
    [
        ("“Chile,” said Eva Lund, “has sold the mill.”", ["Eva Lund said: “Chile … has sold the mill.”"]),
        (
            "Nine men were hurt, said Eva Lund, a nurse, and two others were killed.",
            ["Nine men were hurt, according to Eva Lund."],
        ),
        (
            "The army, which said it had shot a spy, left the town.",
            ["The army left the town.", "The army said it had shot a spy."],
        ),
        (
            "The mill, which Eva Lund called “a ruin”, was sold.",
            ["The mill was sold.", "The text says of Eva Lund: “The mill, which Eva Lund called ‘a ruin’, was sold.”"],
        ),
        ("Opinion polls suggest that Eva Lund will win.", ["Opinion polls suggest that Eva Lund will win."]),
        (
            "Police and the mayor's office said the mill was sold.",
            ["Police and the mayor's office said the mill was sold."],
        ),
        (
            "The woman who officials said burned the mill was arrested.",
            ["The text says of officials: “The woman who officials said burned the mill was arrested.”"],
        ),
        ("Eva Lund was quoted by Interfax as saying the mill was sold.",) * 2,
    ],
)
def test_what_is_told_beside_is_told_by_itself(text, summaries):
    told = [line.summary for line in lines(text) if line.kind != "figure"]
    assert told == ([summaries] if isinstance(summaries, str) else summaries)


def test_what_somebody_did_while_he_spoke_has_its_own_line():
    found = lines("Eva Lund left Oslo, saying that the mill was sold.")
    assert [line.summary for line in found] == ["Eva Lund left Oslo.", "Eva Lund said that the mill was sold."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Eva Lund received a letter from the ministry saying her permit was void.", {"a letter from the ministry"}),
        ('Eva Lund held a banner saying "No more war."', set()),
        ('Eva Lund wore a shirt that said "Vote or die."', {"a shirt"}),
        ("Moe got an email from the bank saying the mill was sold.", {"an email from the bank"}),
        ("Police picked up a radio call saying the ferry was on fire.", set()),
        ("Jens Moe sent an email saying he would sell the mill.", {"Jens Moe"}),
    ],
)
def test_who_gets_a_letter_or_bears_a_sign_does_not_say_what_it_says(text, told):
    assert {c.chain[-1].name for line in lines(text) if line.kind == "statement" for c in line.claims} <= told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It appears that Peru attacked Chile on Monday.",
            ["The text says: “It appears that Peru attacked Chile on Monday.”"],
        ),
        ("It seems Eva Lund promised to leave.", ["The text says: “It seems Eva Lund promised to leave.”"]),
        ("It looks like somebody told Moe to leave.", ["The text says: “It looks like somebody told Moe to leave.”"]),
        ("It appeared that the mill was lost, Moe said.", ["It appeared that the mill was lost, according to Moe."]),
        (
            "Jens Moe saw a woman run into a mill, where it appears she called for help.",
            ["Jens Moe saw a woman run into a mill."],
        ),
    ],
)
def test_what_only_seems_so_is_no_statement_or_deed(text, told):
    assert [line.summary for line in lines(text)] == told


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "A clerk for Oslo Mills - the firm that ran the ferry - told reporters that the mill was lost.",
            "“A clerk for Oslo Mills” told reporters that the mill was lost.",
        ),
        (
            "Eva Lund, accused by the Norwegian army of stealing oats, fled. The Norwegian army said she was armed.",
            "The Norwegian army said [Eva Lund] was armed.",
        ),
        (
            "The mill was never sold, a USA TODAY analysis shows.",
            "The mill was never sold, according to USA Today, in an analysis.",
        ),
        (
            "But as Eva Lund points out in a column in the Guardian, the mill was never sold.",
            "The mill was never sold, according to Eva Lund, cited by the Guardian.",
        ),
        ("As Moe told reporters in Oslo, the mill was lost.", "The mill was lost, according to Moe."),
        ("Eva Lund and two of her clerks said the mill was lost.",) * 2,
        ("The Norwegian government declared Moe was the owner of the mill.",) * 2,
        (
            "Hillary Clinton won in Ohio. Police said she was late.",
            "Police said [Hillary Clinton] was late.",
        ),
    ],
)
def test_a_speaker_is_named_whole_and_what_is_said_is_told_whole(text, summary):
    assert summary in [line.summary for line in lines(text)]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "“Aas never sold it. Nor did Lund. Nor did Moe,” Jens Vik wrote. “It was lost.”",
            "Jens Vik said: “Aas never sold it. Nor did Lund. Nor did Moe … It was lost.”",
        ),
        ("A reporter asked: Did they talk about the mill?",) * 2,
        (
            "There was Mr. Lund. (As the Guardian reported, Mr. Moe sold the mill.) He claimed that oats were lost.",
            "Lund claimed that oats were lost.",
        ),
        (
            "Eva Lund and Jens Moe said the mill would be sold. “We are glad,” they said in a statement.",
            "Eva Lund and Jens Moe said: “We are glad”.",
        ),
        ("Why was Eva Lund so convinced that the mill was sold?", ""),
        (
            "Jens Moe said the mill was sold.\n\nPaul Vik.\n\nHe claimed that oats were lost.",
            "“He” claimed that oats were lost.",
        ),
        (
            "Eva Lund denied that oats were the cause; the flood had been the cause.",
            "Eva Lund denied that oats were the cause.",
        ),
        (
            "The Kremlin dismissed as “nonsense” a report that it had sent oats to Oslo.",
            "The Kremlin dismissed as “nonsense” a report that it had sent oats to Oslo.",
        ),
        (
            "Asked if he regretted it, Jens Moe replied: “Not at all.”",
            "Jens Moe, asked if he regretted it, said: “Not at all.”",
        ),
        (
            "It is understood that Eva Lund will resign, the BBC reports.",
            "It is understood that Eva Lund will resign, according to the BBC.",
        ),
        ("Eva Lund, speaking for the miners, said the mill was lost.", "Eva Lund said the mill was lost."),
        ("A statement given by Eva Lund said the mill was lost.", "Eva Lund, in a statement, said the mill was lost."),
        ("A study by Eva Lund, who left, said the mill was lost.", "Eva Lund, in a study, said the mill was lost."),
    ],
)
def test_questions_denials_and_brackets_are_read_as_they_stand(text, summary):
    told = [line.summary for line in lines(text) if line.kind == "statement"]
    assert summary in told if summary else not told


def test_for_whom_somebody_speaks_is_no_statement_of_his():
    text = "Eva Lund, speaking for the miners, said the mill was lost."
    assert [line.summary for line in lines(text)] == ["Eva Lund said the mill was lost."]


def test_whose_name_stands_behind_the_quotation_can_be_who_says_it():
    text = (
        "Weeks after Clinton lost her cool in Lima, jabbing her finger at a singer as she angrily said, "
        "“I am so sick of the port lying” about her record, Lund jabbed at Clinton on that same topic on Monday."
    )
    [spoken] = [line.summary for line in lines(text) if line.kind == "statement"]
    assert spoken.startswith("Clinton angrily said")


def test_figures_in_a_table_are_nobodys_word():
    table = "The count.\n\nAna Duarte: 1,769.\n\nBo Aas: 1,501.\n\nAna Duarte: 547.\n\nIt rained in Lima on Monday."
    assert not [line.summary for line in lines(table) if line.kind == "statement"]


def test_what_only_counts_says_nothing():
    [line] = lines("In Lima, 60 pledged delegates and seven superdelegates were at stake.")
    assert line.kind == "event"


def test_what_somebody_defends_is_nothing_that_he_said():
    text = "Eva Lund has delivered a defense of “Larvik values,” saying the town embodied the heart of Norway."
    assert "Eva Lund has delivered a defense of “Larvik values”." in {line.summary for line in lines(text)}


def test_an_it_that_stands_for_a_clause_is_nobody():
    [line] = lines("Bo Aas, who backs Moe, trashed Eva Lund on Monday, calling it a “no-brainer” to prosecute her.")
    assert "[Eva Lund]" not in line.summary


def test_who_is_told_of_beside_his_trade_is_who_goes_on():
    text = "“It was dark,” said Jens Moe, 40, a miner. His cook, Anton Vik, agreed. He said that the lamp was out."
    assert "Anton Vik said that the lamp was out." in [line.summary for line in lines(text)]


def test_a_paper_that_hears_it_does_not_pass_it_on_besides():
    [line] = lines("“It was dark,” Jens Moe told the Daily News.")
    assert line.summary == "Jens Moe said to New York Daily News: “It was dark”."


def test_who_says_it_is_not_told_with_what_he_says():
    told = lines("The mill was sued by two clerks, with one guard claiming the owner struck him.")
    assert "One guard claimed the owner struck him." in [line.summary for line in told]


@pytest.mark.parametrize("name", ["Another user at the mill", "some clerk of the mill", "one guard"])
def test_a_description_has_one_article(name):
    assert with_article(name) == name


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Ola Vik left the Kremlin. The mill was shut, the Russian government said.",
            "The mill was shut, according to the government of Russia.",
        ),
        (
            "Ola Vik left the Kremlin on foot. The Kremlin said the mill was shut.",
            "The Kremlin said the mill was shut.",
        ),
    ],
)
def test_a_government_that_is_called_so_does_not_go_by_its_seat(text, sentence):
    assert sentence in [line.summary for line in lines(text)]
