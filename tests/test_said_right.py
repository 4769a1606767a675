"""One text, read: who speaks, what is said and what only seems to be; the sentence told of each."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings
from rashomon.weighing.compared.sentences import quoted


def told(text: str) -> list[str]:
    """Text -> the sentences of its record."""
    [record] = rashomon.compare(make_article(text, published=dt.date(2021, 7, 1)), settings=Settings(one_story=True))
    return [line.summary for line in record.lines]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "The union's treasurer, Ola Vik, said the captain who sank the ferry, Tom Berg, should be tried.",
            ["Ola Vik said the captain who sank the ferry, Tom Berg, should be tried."],
        ),
        (
            "Ola Vik, a retired pilot, said the guard who opened the gate, Tom Berg, was asleep.",
            ["Ola Vik said the guard who opened the gate, Tom Berg, was asleep."],
        ),
        ("The ferry, said Ola Vik, the treasurer, was full.", ["Ola Vik said the ferry was full."]),
        ("The mayor, said a rival who ran against her, should go.", ["“a rival” said the mayor should go."]),
        (
            "The bank, a branch of Nordea, said Aas, was shut.",
            ["Aas said the bank, a branch of Nordea, was shut."],
        ),
    ],
)
def test_an_aside_before_said_tells_who_speaks(text: str, sentences: list[str]):
    assert told(text) == sentences


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Inspectors allege Vik sold the ferry.", "Inspectors allege Vik sold the ferry."),
        ("The army aver that Vik sold the ferry.", "The army aver that Vik sold the ferry."),
        ("Villagers attest that the ferry was full.", "Villagers attest that the ferry was full."),
        ("The memos allege fraud by the ferry line.", "The memos allege fraud by the ferry line."),
    ],
)
def test_what_is_alleged_is_nobodys_deed(text: str, sentence: str):
    assert told(text) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Vik, Berg say ferry was full.", "Vik and Berg say ferry was full."),
        ("Ola Vik, Tom Berg say vote will go ahead.", "Ola Vik and Tom Berg say vote will go ahead."),
        ("Sudan, Egypt agree to exchange prisoners.", "Sudan and Egypt agree to exchange prisoners."),
        ("Monday, Berg said he would go.", "On 28 June 2021, Berg said he would go."),
    ],
)
def test_a_headlines_comma_joins_two_names(text: str, sentence: str):
    assert told(text) == [sentence]


def test_nobody_asks_himself():
    assert told('"Is the quay safe?" asked Ms. Vik, pointing to the cranes.') == ["Vik said: “Is the quay safe?”"]


def test_who_is_told_something_is_not_what_it_is_about():
    assert "[parliament]" not in " ".join(told("Iran would pay, Ola Vik told parliament, adding that it wanted peace."))


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The coach, Gordon English, said the ferry was full.", ["Gordon English"]),
        ("Rep. Jim Jordan said the ferry was full. Jordan said he would go.", ["Jim Jordan", "Jim Jordan"]),
        ("Jim Jordan met King Abdullah of Jordan. Jordan said it would pay.", ["Jim Jordan", "Jordan"]),
        ("Ola Vik told Tony Blair Israel would pay.", ["Ola Vik"]),
    ],
)
def test_a_persons_surname_is_no_state(text: str, speakers: list[str]):
    assert [line.split(" said ")[0].split(" told ")[0].split(" met ")[0] for line in told(text)] == speakers


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Perhaps the army burned the church.", ["Perhaps the army burned the church."]),
        ("Perhaps Vik believes that the war is over.", ["Perhaps Vik believes that the war is over."]),
        ("Possibly the rebels killed the hostages.", ["Possibly the rebels killed the hostages."]),
        ("Perhaps in anger, Vik said the war was over.", ["Vik said the war was over."]),
    ],
)
def test_what_only_may_be_is_not_told_as_done(text: str, sentences: list[str]):
    assert told(text) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Tom Vik fears fraud.\n\nStated Vik: “It will be worse.”",
        "Tom Vik fears fraud. Continued Vik: “It will be worse.”",
        "Tom Vik fears fraud.\n\nAdded Vik:\n\n“It will be worse.”",
    ],
)
def test_who_stands_behind_a_cue_before_a_colon_speaks(text: str):
    assert "Tom Vik said: “It will be worse.”" in told(text)


def test_he_is_whoever_is_asked_and_not_whom_he_is_asked_about():
    text = (
        "Tom Vik spoke on Monday.\n\nAsked whether he feared that Bo Aas, his rival, who called it a hoax, could win,"
        " Vik laughed.\n\n“There is one science,” he said."
    )
    assert "Tom Vik said: “There is one science”." in told(text)


def test_a_title_in_quotation_marks_is_nothing_that_somebody_says():
    assert told("Vik went on to praise “The Lost Ferry,” and left.") != ["Vik said: “The Lost Ferry”."]
    for entitled in ("a note headlined “Why the Ferry Sank.”", "a poem called “The End of the Quay.”"):
        assert not any("said" in sentence for sentence in told(f"Ola Vik wrote {entitled} He left on Monday."))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Vik backed the toll, although she made it clear that she has “grave doubts” about the bridge.",
            ["Vik backed the toll.", "Vik made it clear that she has “grave doubts” about the bridge."],
        ),
        (
            "Pressed on whether the toll would rise, Ms. Vik would say only that it was late to ask.",
            ["Vik, pressed on whether the toll would rise, would say only that it was late to ask."],
        ),
        ("Mediators said the truce held.", ["Mediators said the truce held."]),
        ("Radio Vik found itself defending the mayor.", ["Radio Vik found itself defending the mayor."]),
        ("Campaign for Trump says he'll recast image.", ["The Campaign for Trump says [Trump] will recast image."]),
        (
            "Nobody would say who sank it, but two sailors said it was the captain.",
            ["The text says of two sailors: “Nobody would say who sank it, but two sailors said it was the captain.”"],
        ),
        (
            "The mayor declined to say if Vik was ill, but a nurse said that he was.",
            [
                "“The mayor” declined to say if Vik was ill.",
                "The text says of a nurse: “The mayor declined to say if Vik was ill, but a nurse said that he was.”",
            ],
        ),
        ("But according to a memo, the ferry was full.", ["According to a memo, the ferry was full."]),
        ("Vik called the toll ''a theft'' on ''Morning Tide.''", ['Vik called the toll "a theft" on "Morning Tide."']),
    ],
)
def test_what_is_said_is_told_and_stands_by_itself(text: str, sentences: list[str]):
    assert told(text) == sentences


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "That would be more grain than the mayor says the silos can hold.",
            "The text says: “That would be more grain than the mayor says the silos can hold.”",
        ),
        (
            "Asked whether she would sell, Ola Vik said she might not.",
            "Ola Vik, asked whether she would sell, said she might not.",
        ),
        (
            "After Ola Vik said she would do so, Tom Berg left.",
            "The text says of Ola Vik: “After Ola Vik said she would do so, Tom Berg left.”",
        ),
        (
            "“We sold two boats,” Vik said, adding that the yard “is empty.”",
            "Vik added that the yard “is empty.”",
        ),
    ],
)
def test_what_hangs_on_the_words_before_is_told_with_them(text: str, sentence: str) -> None:
    assert sentence in told(text)


def test_two_quotations_in_one_sentence_keep_their_marks() -> None:
    assert quoted("“It sank,” he said, “at noon.”") == "“‘It sank,’ he said, ‘at noon.’”"
    assert quoted('"It sank," he said, "at noon."') == "“‘It sank,’ he said, ‘at noon.’”"
    assert quoted("“It sank at noon.”") == "“It sank at noon.”"


def test_a_people_keeps_its_capital_behind_a_time() -> None:
    [line] = told("In recent weeks, Norwegian skippers have pressed the yards to build more boats.")
    assert "norwegian" not in line


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "“Unless they pay,” a trader in the old town named Vik said, “we will leave.”",
            ["A trader in the old town named Vik said: “Unless they pay … we will leave.”"],
        ),
        ("“Thieves!” shouted Berg as Vik left the hall.", ["Berg said: “Thieves!”"]),
        (
            "A smuggler said: “We will free the pilot,” the army's spokesman said.",
            ["A smuggler said, according to “the army's spokesman”: “We will free the pilot”."],
        ),
        (
            "Asked by a reporter if the guards had slept, Ola Vik said “not one of them.”",
            ["Ola Vik, asked by a reporter if the guards had slept, said: “not one of them.”"],
        ),
        (
            "A truce was set for Peru and Chile, which are still in talks with Bolivia.",
            ["Peru and Chile held talks with Bolivia."],
        ),
        (
            "A poll released by The Washington Post and ABC News shows that Ola Vik leads.",
            ["A poll shows that Ola Vik leads, according to Washington Post and ABC News."],
        ),
    ],
)
def test_who_speaks_where_the_first_verb_is_not_his(text: str, sentences: list[str]) -> None:
    assert set(sentences) <= set(told(text))


def test_a_programme_is_no_week() -> None:
    [line] = told("“We have good boats,” Ola Vik said on ABC's This Week.")
    assert "week of" not in line


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "The weary, 80-year-old skipper said the yard had closed.",
            "“The weary, 80-year-old skipper” said the yard had closed.",
        ),
        (
            "The plans were praised by Ola Vik, who cites them as proof of her skill.",
            "The text says of Ola Vik: “The plans were praised by Ola Vik, who cites them as proof of her skill.”",
        ),
        (
            "Told that the yard was sold, Ola Vik said she was sorry.",
            "Ola Vik, told that the yard was sold, said she was sorry.",
        ),
        (
            "Ola Vik said the treaty — which he once called a trap — would survive.",
            "Ola Vik said the treaty — which he once called a trap — would survive.",
        ),
        (
            "Ola Vik filed a suit claiming that the yard had lied to her and seeking $2 million.",
            "Ola Vik claimed that the yard had lied to her.",
        ),
        (
            "Ola Vik, Kerry Washington and Tom Berg praised the plan. Washington, star of a show, thanked Berg for it.",
            "Kerry Washington thanked Berg for it.",  # and not the United States
        ),
        (
            "Such a tax may anger his allies, Vik aides believe - allies she will want come June.",
            (
                "The text says of Vik aides: “Such a tax may anger his allies, Vik aides believe -"
                " allies she will want come June.”"
            ),
        ),
        ("So far, the ferry has been late, Ola Vik said.", "So far, the ferry has been late, according to Ola Vik."),
        ("Local people, who oppose Mr. Berg, have left.", "Local people oppose Mr. Berg."),
        (
            "The count was held May 8 to 12 on quays in two towns.",
            "The count was held May 8 to 12 on quays in two towns.",
        ),
    ],
)
def test_what_stands_between_tears_nothing_apart(text: str, sentence: str) -> None:
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bo Aas left Oslo. Aas mocked Jan Vik’s claim to own the mill. “It is a joke,” he said.", "Bo Aas"),
        ("Bo Aas said he was ill. Officer Jan Vik holds up a flag of Aas’s. “It was cheap,” he added.", "Bo Aas"),
        (
            "Voters mocked Bo Aas. Ex-mayor Jan Vik was for the dam while it was cheap, he said. “It leaks,” he said.",
            "Jan Vik",
        ),
        ("Bo Aas met clerks. Jan Vik was for the dam, he said. “It leaks,” he said.", "Bo Aas"),
        ("Bo Aas said he was ill. Jan Vik denied it. “It was cheap,” he added.", "Jan Vik"),
        (
            "The book has prints by Ola Vik. In Macon, Bo Aas sold it. “It is cheap,” he said after Moe told Aas so.",
            "“he”",
        ),
    ],
)
def test_he_said_goes_on_from_whoever_spoke(text: str, speaker: str):
    assert [line.split(" said: ")[0] for line in told(text) if " said: " in line] == [speaker]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Ana Duarte leads the polls. The GOP nominee owns two mills. In 2012 voters left GOP nominee Luis Prado.",
            "The GOP nominee owns two mills.",
        ),
        (
            "The Aker Bank shrank. The student club, which asked for a new head, praised the note.",
            "The student club asked for a new head.",
        ),
    ],
)
def test_nobody_is_taken_for_another_of_his_kind(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "The clerk whose memo warned that the bank lacked cash was fired.",
            "“The clerk” warned that the bank lacked cash",
        ),
        (
            "The town whose mayor said the bank lacked cash was flooded.",
            "The mayor of the town said the bank lacked cash.",
        ),
        ("The pilot who said the ferry lacked fuel was fired.", "“The pilot” said the ferry lacked fuel."),
    ],
)
def test_a_relative_clause_ends_before_what_it_tells_more_of(text: str, sentence: str):
    assert any(line.startswith(sentence) for line in told(text)), told(text)


def test_nobody_named_in_a_that_clause_says_it():
    text = """“I apologize to nobody for that,” the senator said during Saturday’s debate.

Prado’s view was echoed by former Bergen Gov. Jan Vik, who noted that he had raised the city’s toll while governor. \
But the other candidate on the stage, former Secretary of State Ana Duarte, drew a contrast, saying that concerns \
about potential job loss — as articulated by Bo Aas, the former chairman of President Ivan Petrov’s Council of \
Economic Advisers — were not to be dismissed.

“I do take what Bo Aas said seriously. He is the foremost expert in our country on the toll and what its effects are. \
And the overall message is that it doesn’t result in job loss,” she said."""
    assert any(line.startswith("Ana Duarte said that concerns about") for line in told(text)), told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The fair was held the Sunday after Easter.", "The fair was held the Sunday after Easter."),
        (
            "Aas said the Friday before the vote that he was ill.",
            "Aas said the Friday before the vote that he was ill.",
        ),
        ("Aas left Oslo on Friday before the vote.", "Aas left Oslo on 25 June 2021 before the vote."),
    ],
)
def test_a_day_told_by_what_it_was_before_or_after_is_not_reckoned_from_the_article(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "A study by Aker University and the Oslo School of Trade found that the dam leaks.",
            "A study by Aker University and the Oslo School of Trade found that the dam leaks.",
        ),
        (
            "A report by the Bergen Police and by divers said that the dam leaks.",
            "A report by the Bergen Police and by divers said that the dam leaks.",
        ),
        (
            "A study by Aker University found that the dam leaks.",
            "Aker University, in a study, found that the dam leaks.",
        ),
    ],
)
def test_a_document_of_two_makers_is_not_laid_to_the_first(text: str, sentence: str):
    assert told(text) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Aas won. But, according to the survey, 46 percent of men remain undecided, so late votes may help Vik.",
            "According to the survey, 46 percent of men remain undecided, so late votes may help Vik.",
        ),
        (
            "Aas leads. And, in the race to replace Vik, two mayors are poised to advance to the final vote.",
            "In the race to replace Vik, two mayors are poised to advance to the final vote.",
        ),
    ],
)
def test_no_sentence_opens_with_but_and_a_comma(text: str, sentence: str):
    assert sentence in told(text)
