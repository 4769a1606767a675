"""One text, read: who says what in it, and what stands in marks or beside a verb of speech and is nobody's word."""

import pytest

from rashomon.lexicon.cues import verb_cues
from rashomon.model import Attribution, Span
from rashomon.readers.attributions.combine import combined
from rashomon.readers.attributions.draft import Draft
from rashomon.readers.attributions.endings import without_the_authors
from rashomon.readers.attributions.filling import frame_of
from rashomon.readers.attributions.quoted import join_quotations
from rashomon.readers.attributions.settle import settle
from tests.conftest import reading_of


def told(text: str) -> list[tuple[str, str]]:
    """Text -> source and content of its stated attributions, pieces parted by a stroke, marks at the ends left out."""
    return [
        (" / ".join(s.of(text) for s in a.source), " / ".join(s.of(text).strip("\"“”‘’',.") for s in a.content))
        for a in reading_of(text, upto="attributions").of(Attribution)
        if a.stated
    ]


TITLES = [
    (
        "“It was a long winter,” Mr. Harmon wrote in his 1974 book, “An Honest Life: One Man’s Road to Bergen.”",
        [("Mr. Harmon", "It was a long winter")],
    ),
    (
        "Holt wrote in his 2006 memoir, “A Clerk’s Life: The Bank and the Vault,” “The bottom line is that we paid.”",
        [("Holt", "The bottom line is that we paid")],
    ),
    (
        "“I think Dahl would win, but he has no chance,” Moen said on NRK’s “Morning Coffee,” adding, “He is late.”",
        [("Moen", "I think Dahl would win, but he has no chance"), ("Moen", "He is late")],
    ),
    ("In his memoir, “The Fisherman,” Moen wrote that the sea was cruel.", [("Moen", "that the sea was cruel")]),
    (
        "The Gazette said “Comet,” which is to have a larger budget, has been put off until May.",
        [("The Gazette", "Comet,” which is to have a larger budget, has been put off until May")],
    ),
    (
        "The paper reported “Skylark,” the band’s third album, will come out in May.",
        [("The paper", "Skylark,” the band’s third album, will come out in May")],
    ),
]
NO_TITLES = [
    ("Moen wrote in his column, “Nobody wants the bridge.”", [("Moen", "Nobody wants the bridge")]),
    ("Moen said in a speech, “A Bridge Is Not Enough.”", [("Moen", "A Bridge Is Not Enough")]),
    ("“Nobody Wants The Bridge,” Moen said.", [("Moen", "Nobody Wants The Bridge")]),
    (
        "Moen said he had read her novel, “The End of the Quay,” and “liked it.”",
        [("Moen", "he had read her novel, “The End of the Quay,” and “liked it")],
    ),
    ("“Never,” said Moen, who is to run, has been his answer.", [("Moen", "Never")]),
]


@pytest.mark.parametrize(("text", "pairs"), [*TITLES, *NO_TITLES])
def test_the_title_of_a_work_is_nothing_that_somebody_says(text: str, pairs: list):
    assert told(text) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "The Leader said Mr. Ruud had been ‘rocked’ by Mr. Dahl. “Choke!” blared the front page of The Herald.",
            [
                ("The Leader", "Mr. Ruud had been ‘rocked’ by Mr. Dahl"),
                ("the front page of The Herald", "Choke!"),
            ],
        ),
        (
            "“The bridge is shut,” Moen said. “Nobody told us,” complained Vik.",
            [("Moen", "The bridge is shut"), ("Vik", "Nobody told us")],
        ),
        (
            "The tapes caught them. Nilsen asks: “Somebody in the bank?” Haugen: “Yes, sir. If we move, he will go.”",
            [("Nilsen", "Somebody in the bank?"), ("Haugen", "Yes, sir. If we move, he will go")],
        ),
        (
            "“The bridge is shut,” Moen said. He left early. “We will open it in May.”",
            [("Moen", "The bridge is shut / We will open it in May")],
        ),
        (
            "Moen told the council that he had doubts about Mr. Vik: “The guy has serious issues with judgment.”",
            [("Moen", "that he had doubts about Mr. Vik: “The guy has serious issues with judgment")],
        ),
        ("“Who would want that?” Vik asked the mayor.", [("Vik", "Who would want that?")]),
        ("“Is that not what a bank is supposed to do?” His daughter persuaded him to go.", []),
    ],
)
def test_a_quotation_with_a_tag_of_its_own_is_of_nobody_else(text: str, pairs: list):
    assert told(text) == pairs


def test_a_next_quotation_that_is_read_into_a_content_goes_to_whoever_its_tag_names():
    text = "“The bridge is shut,” Moen said. Vik wrote that he was sad. “It is true that I left,” he wrote."
    reading = reading_of(text, upto="attributions")
    said = next(t for t in reading.doc if t.text == "said")
    both = [Span(0, text.index(" Moen")), Span(text.index("“It is"), text.index(" he wrote."))]
    moen = Draft(said, [Span(said.idx, said.idx + 4)], [Span(said.idx - 5, said.idx - 1)], both, head=said.nbor(-1))
    assert [content.of(text) for content in join_quotations(reading, [moen])[0].content] == ["“The bridge is shut,”"]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "The critics were not surprised that the bank refused to lend to the ferry firm, saying it was too late.",
            [("The critics", "it was too late")],
        ),
        (
            "Holm was there when the mayor spoke to the press, saying he was ill.",
            [("the mayor", "he was ill")],
        ),
        (
            "Nine were killed in a blast at a market in Aker, one of them a child, a doctor at the clinic told AFP.",
            [("a doctor at the clinic", "Nine were killed in a blast at a market in Aker, one of them a child")],
        ),
        (
            "Six ships sank near the port of Molde on Friday, two of them ferries, a clerk at the harbour office said.",
            [("a clerk at the harbour office", "Six ships sank near the port of Molde on Friday, two of them ferries")],
        ),
        ("One of them, a doctor, said the ward was full.", [("One of them, a doctor", "the ward was full")]),
        ("The island's main town, also called Aker, was undamaged.", []),
        (
            "The head of the bank, known as the Baron, said it was shut.",
            [("The head of the bank, known as the Baron", "it was shut")],
        ),
        ("Jon Kovac blasted a slow Ola Rahm (45-7-2, 36 KOs) in Bergen on Friday.", []),
        ("Jon Kovac defended his heavyweight crown in Bergen on Friday.", []),
        (
            "Jon Kovac blasted Rep. Ola Rahm (R-Ohio) over the dam.",
            [("Jon Kovac", "Rep. Ola Rahm (R-Ohio) over the dam")],
        ),
        ("Jon Kovac defended the mayor's record.", [("Jon Kovac", "the mayor's record")]),
    ],
)
def test_who_only_stands_beside_a_verb_of_speech_says_nothing(text: str, pairs: list):
    assert told(text) == pairs


def drafted(text: str, source: str, cue: str, content: str) -> list[str]:
    """Text and one draft in it, by its words -> the contents that are left when it is settled."""
    reading = reading_of(text, upto="mentions")
    verb = next(t for t in reading.doc if t.text == cue)
    who, said, what = (Span(text.index(w), text.index(w) + len(w)) for w in (source, cue, content))
    return [c.of(text) for a in settle(reading, [Draft(verb, [said], [who], [what])]) for c in a.content]


def test_words_of_another_clause_are_none_of_whoever_is_named_behind_them():
    text = "Dahl has offended farmers and fishermen while violating the faith on issues Ruud holds dear."
    assert not drafted(text, "Ruud", "holds", "Dahl has offended farmers and fishermen")
    text = "They asked him to sell it for less than the books showed."
    assert not drafted(text, "They", "showed", "asked him to sell it for less than the books")
    assert drafted("The ferry has sailed, Vik holds.", "Vik", "holds", "The ferry has sailed") == [
        "The ferry has sailed"
    ]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Jon Hauge said earlier this week that the Hawks will not sell, and it appears highly unlikely they will.",
            [("Jon Hauge", "that the Hawks will not sell")],
        ),
        (
            "The minister said the road was open, but it remains unclear whether the bridge will hold.",
            [("The minister", "the road was open")],
        ),
        (
            "Sand's claim that he still has a way to claim the post would depend on him winning a huge share of votes.",
            [("Sand", "that he still has a way to claim the post")],
        ),
        (
            "Vik's claim that she wants to show that the toll was unfair was new.",
            [("Vik", "that she wants to show that the toll was unfair")],
        ),
        ("Aides said the plan was dead – which is what Berg had wanted.", [("Aides", "the plan was dead")]),
        (
            "Berg said the mayor was tired, the weather was bad and it was unlikely that she would come.",
            [("Berg", "the mayor was tired, the weather was bad and it was unlikely that she would come")],
        ),
        (
            "The minister said the road was open and it was likely that the bridge would hold.",
            [("The minister", "the road was open and it was likely that the bridge would hold")],
        ),
    ],
)
def test_what_the_author_adds_is_nothing_that_was_said(text: str, pairs: list):
    assert told(text) == pairs


@pytest.mark.parametrize(
    ("text", "cue", "ends"),
    [
        ("Both met, Ruud saying he was glad and Tangen calling it a great day.", "saying", "glad"),
        ("Ruud said the plan – which he wrote – would pass.", "said", "pass"),
        ("Ruud said the plan was his – which it was not.", "said", "his"),
        ("Ruud said that he was very glad, and Tangen was late.", "said", "late"),
    ],
)
def test_a_content_is_cut_where_the_author_or_another_goes_on(text: str, cue: str, ends: str):
    reading = reading_of(text, upto="mentions")
    verb = next(t for t in reading.doc if t.text == cue)
    whole = Span(verb.idx + len(cue) + 1, len(text) - 1)
    [left] = without_the_authors(verb, [whole], text)
    assert left.of(text).endswith(ends)


def test_what_is_no_quotation_ends_with_the_sentence_of_its_cue():
    text = "He was charged with robbing a bank. The king pardoned him in May."
    reading = reading_of(text, upto="mentions")
    charged = next(t for t in reading.doc if t.text == "charged")
    what = [Span(text.index(w), text.index(w) + len(w)) for w in ("robbing a bank", "The king pardoned him")]
    [found] = combined(reading, [], [Draft(charged, [Span(charged.idx, charged.idx + 7)], [Span(0, 2)], what)])
    assert [c.of(text) for c in found.content] == ["robbing a bank"]


@pytest.mark.parametrize(
    ("text", "frame"), [("They speak to the interest of fans.", ""), ("They speak often of fans.", "of")]
)
def test_a_preposition_of_another_noun_opens_no_content(text: str, frame: str):
    reading = reading_of(text, upto="mentions")
    fans = Span(text.index("fans"), len(text) - 1)
    assert frame_of(reading.doc[1], verb_cues()["speak"], [fans]) == frame


@pytest.mark.parametrize(("act", "contents"), [("document", 2), ("speech", 1)])
def test_what_is_quoted_next_of_a_document_is_an_excerpt_of_its_own(act: str, contents: int):
    text = "“The pier was never safe,” a statement said on Friday. “While it was new, nobody looked.”"
    reading = reading_of(text, upto="mentions")
    said = next(t for t in reading.doc if t.text == "said")
    first = Draft(said, [Span(said.idx, said.idx + 4)], [Span(said.idx - 12, said.idx - 1)], [Span(0, 26)], act=act)
    assert len(join_quotations(reading, [first])) == contents
