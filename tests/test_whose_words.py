"""One text, read: who says what in it, and what stands in marks or beside a verb of speech and is nobody's word."""

import pytest

from rashomon.model import Attribution, Span
from rashomon.readers.attributions.draft import Draft
from rashomon.readers.attributions.quoted import join_quotations
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
