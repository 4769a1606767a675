"""Texts that are no plain reports: interviews, transcripts, posts, capitals, other languages, quotations of nobody."""

import pytest

from rashomon.lexicon.files import load
from rashomon.linking.voices import voices
from rashomon.model import Attribution, Claim, Event, Reading
from tests.conftest import reading_of

TURNS = [
    (
        """The minister on the dam

Minister Anna Berg spoke to the paper about the dam.

Q: Will it be built?
A: Yes. The money is there.

Q: When?
A: I cannot say.""",
        [("Q", "Will it be built?"), ("A", "Yes. The money is there."), ("Q", "When?"), ("A", "I cannot say.")],
    ),
    (
        """BERG: We will build the dam.

The money is there.

HOLM: You have decided nothing.

(APPLAUSE)

BERG: The council voted in March.

HOLM: It did not.""",
        [
            ("BERG", "We will build the dam. / The money is there."),
            ("HOLM", "You have decided nothing."),
            ("BERG", "The council voted in March."),
            ("HOLM", "It did not."),
        ],
    ),
    (
        'The debate in part:\n\n"WALLIS: Will you sign it?\n\n"PRYCE: I will not.\n\n"WALLIS: Why not?"',
        [("WALLIS", "Will you sign it?"), ("PRYCE", "I will not."), ("WALLIS", "Why not?")],
    ),
]


def told(reading: Reading) -> list[tuple[str, str]]:
    """Reading -> source and content of its stated attributions, pieces parted by a stroke, marks left out."""
    text = reading.text
    return [
        (" / ".join(s.of(text) for s in a.source), " / ".join(s.of(text).strip('"“”') for s in a.content))
        for a in reading.of(Attribution)
        if a.stated
    ]


@pytest.mark.parametrize(("text", "turns"), TURNS)
def test_every_turn_of_a_dialogue_is_of_whom_its_label_names(text: str, turns: list):
    reading = reading_of(text, upto="attributions")
    assert [pair for pair in told(reading) if pair[0] in {name for name, _ in turns}] == turns
    assert {a.kind for a in reading.of(Attribution) if a.source[0].of(text) in {"Q", "A", "BERG", "PRYCE"}} == {
        "direct"
    }


def test_a_label_finds_its_speaker_and_an_initial_finds_none():
    text = "President Anna Berg and Mayor Jon Holm met.\n\nBERG: We will build.\n\nHOLM: No.\n\nBERG: We will."
    speakers = [c.chain[-1].name for c in reading_of(text).of(Claim) if c.kind == "statement"]
    assert speakers == ["Anna Berg", "Jon Holm", "Anna Berg"]
    interview = reading_of(TURNS[0][0])
    answers = [c for c in interview.of(Claim) if c.kind == "statement" and c.chain[-1].name == "A"]
    assert len(answers) == 2
    assert all(c.chain[-1].entity is None for c in answers)


def test_a_line_with_a_colon_makes_no_dialogue():
    assert not told(reading_of("Note: the bridge is closed.\n\nThe river rose by two metres.", upto="attributions"))


SIGNED = [
    ("“It must be closed!” — Jan Okello", [("Jan Okello", "It must be closed!")]),
    ("The court is a disgrace. — Jan Okello (@okello) May 3, 2019", [("Jan Okello", "The court is a disgrace.")]),
    ("The court is old — Jan Okello built it.", []),
    ("The court is a disgrace. — Jan Okello", []),
]


@pytest.mark.parametrize(("words", "signed"), SIGNED)
def test_words_with_a_name_set_under_them_are_of_that_name(words: str, signed: list):
    text = f"The court opened in the morning and closed before noon.\n\n{words}\n\nThe river rose by two metres."
    assert told(reading_of(text, upto="attributions")) == signed


def test_a_wire_in_capitals_has_its_agency_and_its_speakers():
    text = (
        "OSLO, MAY 3 (REUTERS) - FINANCE MINISTER ANNA BERG SAID ON FRIDAY THAT THE BANK WOULD NOT BE RESCUED. "
        '"WE HAVE DONE ENOUGH," SHE TOLD REPORTERS.'
    )
    chains = [[hop.name for hop in c.chain[1:]] for c in reading_of(text).of(Claim) if c.kind == "statement"]
    assert chains == [["Reuters", "ANNA BERG"]] * 2


def test_a_quotation_in_another_language_is_of_whoever_says_it():
    text = "Chancellor Olaf Berg said the plan was dead. “Das ist das Ende, und wir werden nicht weichen,” he added."
    assert told(reading_of(text, upto="attributions"))[-1] == ("he", "Das ist das Ende, und wir werden nicht weichen,")


NOBODYS = [
    "“We have waited for ten years. The minister said that the road would be paved. Nobody came.”",
    "The bridge fell on Monday.\n\n“Israel bombed Lebanon on Sunday and killed forty people.”\n\nThe river rose.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_a_quotation_that_is_given_to_nobody_is_neither_stated_nor_the_authors(text: str):
    reading = reading_of(text)
    [quotation] = reading.of(Attribution)
    assert not quotation.source
    assert not quotation.stated
    assert quotation.id in {v.attribution for v in voices(reading)}


def test_what_is_done_in_a_quotation_of_nobody_stands_on_nobodys_word_and_not_on_the_outlets():
    reading = reading_of(NOBODYS[1])
    done = [c for c in reading.of(Claim) if c.finding in {e.id for e in reading.of(Event)}]
    assert done
    assert {c.chain[-1].name for c in done} == {load("chains.yaml")["nameless_source"]}


def test_a_title_in_quotation_marks_is_nobodys_utterance():
    text = "The senator spoke on “The Long Morning Show with Friends” before noon."
    assert not any(a.kind == "direct" for a in reading_of(text, upto="attributions").of(Attribution))


def test_a_quotation_set_out_large_is_not_laid_to_the_speaker_before_it():
    text = (
        "Jan Okello tweeted that the suit was good news.\n\n“Nobody has ever fallen from it.”\n\n"
        "“Nobody has ever fallen from it,” said Nora Beck, who built the bridge."
    )
    pairs = told(reading_of(text, upto="attributions"))
    assert [who.split()[0] for who, what in pairs if "fallen" in what] == ["Nora"]


def test_he_who_speaks_on_is_whoever_spoke_and_not_whom_he_speaks_of():
    text = (
        "Mayor Jon Aas said that the campaign of Olaf Berg would fight back. The money was spent on a file that hurt "
        "Olaf Berg, he said."
    )
    speakers = [c.chain[-1].name for c in reading_of(text).of(Claim) if c.kind == "statement"]
    assert speakers == ["Jon Aas", "Jon Aas"]


def test_whoever_is_only_told_or_asked_does_not_speak():
    text = "He was told that the room was free. Asked if she would run, Nora Beck laughed."
    assert not [pair for pair in told(reading_of(text, upto="attributions")) if pair[0] != "Nora Beck"]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Ana Duarte issued the following statement on the raid.\n\n", "Ana Duarte"),
        ("Ana Duarte issued the following statement: ", "Ana Duarte"),
        ("The town is sad. ", None),
    ],
)
def test_a_quotation_that_is_a_sentence_is_not_of_who_says_the_next_one(lead: str, speaker: str | None):
    quoted = "“We are aware of the raid. We will wait.”"
    reading = reading_of(f"{lead}{quoted} Bo Aas was driving a van, Officer Ole Holm said.")
    of = [a for a in reading.of(Attribution) if any("aware of the raid" in c.of(reading.text) for c in a.content)]
    assert [s.of(reading.text) for a in of for s in a.source] == ([speaker] if speaker else [])


def test_the_last_noun_of_a_quotation_is_not_its_speaker():
    quoted = "“It is good news that they gave the bank, the Rivera Harbour Lists and Ledgers held by the clerk,”"
    reading = reading_of(f"The court met.\n\n{quoted} Duarte, a lawyer, wrote.\n\nDuarte left.")
    [found] = [a for a in reading.of(Attribution) if a.kind == "direct"]
    assert [s.of(reading.text) for s in found.source] == ["Duarte"]
    assert [c.of(reading.text) for c in found.content] == [quoted]
