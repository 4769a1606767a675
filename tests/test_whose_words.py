"""One text, read: who says what in it, and what stands in marks or beside a verb of speech and is nobody's word."""

import pytest

from rashomon.model import Attribution
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
