"""Every stretch of a text is typed; page furniture is told from news, and news is never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lexicon.files import load
from rashomon.lexicon.lines import compiled, credited, furniture
from rashomon.model import Block, Span, make_article
from rashomon.text.blocks import typed
from tests.conftest import reading_of

ENTRIES = [(kind, entry) for kind, entries in load("blocks.yaml").items() for entry in entries]


@pytest.mark.parametrize(("kind", "entry"), ENTRIES, ids=lambda x: x if isinstance(x, str) else x["examples"][0])
def test_the_patterns_take_their_examples_and_leave_the_others(kind, entry):
    for number, line in enumerate(entry["examples"]):
        assert compiled(entry["pattern"]).fullmatch(line), line
        assert furniture(line) == kind, line
        if "credits" in entry:
            assert credited(line) == entry["credits"][number]
    for line in entry.get("not", []):
        assert furniture(line) is None, line


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("WASHINGTON (AP) —", "AP"),
        ("LONDON, Aug. 8 (Reuters) -", "Reuters"),
        ("BEIJING, Aug. 8 (Xinhua) -", "Xinhua"),
        ("MOSCOW, August 8. /TASS/.", "TASS"),
        ("Delhi, Aug 8 (PTI)", "PTI"),
        ("Tehran, IRNA –", "IRNA"),
        ("By Jane Doe, Xinhua", "Xinhua"),
        ("By Jane Doe", None),
        ("He left.", None),
    ],
)
def test_a_credit_names_its_origin(line, name):
    assert credited(line) == name


def kinds(text: str, **known: object) -> list[tuple[str, str]]:
    return [(c.kind or "paragraph", c.line) for c in typed(make_article(text, **known))]


BODY = "Three ships left the bay on Monday.\nThe mayor said that the town had waited.\nNobody was hurt."

TABLE = [
    ("Ships Leave The Bay\nBy Jane Doe, Reuters\nThree ships left the bay on Monday.", "title credit paragraph"),
    ("Ships leave the bay\nMarch 3, 2018\nThree ships left the bay on Monday.", "title dateline paragraph"),
    (f"{BODY}\nA Long Wait\nThey had waited for days.", "paragraph paragraph paragraph heading paragraph"),
    (f"{BODY}\nHow long?\nThey had waited for days.", "paragraph paragraph paragraph heading paragraph"),
    ("OSLO, May 3 (Reuters) - Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("OSLO, May 3 (Fjord Daily News) - Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("LIMA (Bank of Peru and Chile) -- Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("Oslo (Fjord Daily News) -- Three ships left.\nThe mayor was glad.", "paragraph paragraph"),
    ("LIMA, May 3. /TASS/. Three ships left, none was stopped.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("LIMA. May 3 (Interfax) - Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("Lima, May 3, IRNA – Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("April 29 (UPI) — Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("LIMA, Peru (AP)_ Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("LIMA, Peru (AP) _ Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("Tehran, IRNA - Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("Baghdad / INA - Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("MOSCOW, May 16. /TASS/. Three ships left the bay of Lima on Monday.\nIt rained.", "dateline paragraph paragraph"),
    ("DAMASCUS, (SANA)- Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("Havana, Oct 2 (Prensa Latina) Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("Kathmandu, March 3: Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("CAIRO – 4 March 2024: Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("Geneva/New York, 4 March 2024 – Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("ISLAMABAD: Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("CLINTON: Three ships left.\nThe mayor was glad.", "paragraph paragraph"),
    ("OSLO — Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("Oslo (AFP) – Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("OSLO, May 3. /TASS/. Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("Oslo, 3 May (PTI) Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("Oslo, IRNA – Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("DHAKA: Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("LAHORE/KARACHI: Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("SANDERS: Three ships left.\nThe mayor was glad.", "paragraph paragraph"),
    ("US-Norway talks went on.\nThe mayor was glad.", "paragraph paragraph"),
    ("BREAKING — Three ships left.\nThe mayor was glad.", "paragraph paragraph"),
    ("NEW DELHI - Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("NEW ORLEANS — Three ships left.\nThe mayor was glad.", "dateline paragraph paragraph"),
    ("NEW VIDEO — Three ships left.\nThe mayor was glad.", "paragraph paragraph"),
    ("THREE SHIPS LEFT THE BAY — ALL OF THEM.\nTHE MAYOR WAS GLAD.", "paragraph paragraph"),
    (f"{BODY}\nThe mayor added:\nWe are glad of it.\nThe town sleeps.",
     "paragraph paragraph paragraph paragraph quote paragraph"),
    (f"{BODY}\nThe ministry wrote:\nWe wait.\nWe watch.\nWe go.”\nThe town sleeps.",
     "paragraph paragraph paragraph paragraph quote quote quote paragraph"),
    (f"{BODY}\nShe tweeted:\n“We wait.”\nThe town sleeps.",
     "paragraph paragraph paragraph paragraph quote paragraph"),
    (f"{BODY}\nHe had one aim:\nThe ships left on Tuesday, too.", "paragraph paragraph paragraph paragraph paragraph"),
    (f"{BODY}\n“We wait,” he said.\nQ: Why?\nA: Because.",
     "paragraph paragraph paragraph paragraph paragraph paragraph"),
    (f"{BODY}\n- open harbour\n- low fees", "paragraph paragraph paragraph list list"),
    (f"{BODY}\nVia Harbour Wire\nMeet New Friends\nPrize Of The Bay\nCall us today!",
     "paragraph paragraph paragraph credit promotion promotion promotion"),
    (f"{BODY}\nRead more: Ships leave\nThe town sleeps.", "paragraph paragraph paragraph promotion paragraph"),
    (f"{BODY}\nFILE PHOTO: The harbour at dawn.\nThe town sleeps.",
     "paragraph paragraph paragraph caption paragraph"),
    (f"{BODY}\n* * *\nThe town sleeps.", "paragraph paragraph paragraph heading paragraph"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_lines_get_their_kinds(text, expected):
    found = kinds(text)
    assert " ".join(kind for kind, _ in found) == expected, found


def test_a_hard_wrapped_paragraph_is_one_block():
    text = (
        "Ships Leave The Bay\n\nThree ships left the bay on Monday, one day\nafter the ministers had met in the town,"
        "\nand nobody was hurt, the mayor said.\n\nThe town had waited for a week and was\nglad that it was over.\n"
    )
    found = kinds(text)
    assert [kind for kind, _ in found] == ["title", "paragraph", "paragraph"]
    assert found[1][1].endswith("the mayor said.")


LONG = "The mayor of the town said that he had been on the third floor when the sound of the shots"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (f"{LONG}\nwas heard in the street. {LONG} rang out, and nobody was hurt.", 1),
        (f"{LONG} rang out.\nhe was not hurt, he said. {LONG} rang out, and nobody was hurt.", 2),
        (f"{LONG}\n\nwas heard in the street. {LONG} rang out, and nobody was hurt.", 2),
        (f"Ships leave the bay\nnobody was hurt, he said. {LONG} rang out, and nobody was hurt.", 2),
    ],
)
def test_a_break_within_a_sentence_of_a_paragraph_ends_no_block(text, paragraphs):
    assert len(kinds(text)) == paragraphs


def test_a_title_that_the_source_knows_is_the_title():
    assert kinds("Ships left the bay.\nThree ships left.", title="Ships left the bay")[0][0] == "title"


def test_blocks_of_the_source_are_kept_and_furniture_in_them_is_seen():
    text = "Ships leave\n\nThree ships left.\n\nWe wait.\n\nRead more: Ships"
    given_blocks = (
        Block(Span(0, 11), "title"),
        Block(Span(13, 30), "paragraph"),
        Block(Span(32, 40), "quote"),
        Block(Span(42, 58), "paragraph"),
    )
    assert [kind for kind, _ in kinds(text, blocks=given_blocks)] == ["title", "paragraph", "quote", "promotion"]


def test_the_demo_articles_are_typed_line_by_line(tehran):
    first, second = ([(c.kind or "paragraph", c.line) for c in typed(a)] for a in tehran)
    assert [line for kind, line in first if kind == "heading"] == [
        "US Not Trustworthy", "US-N. Korea Talks", "Bilateral Ties", "Important Messages", "Oil Imports",
        "Diplomatic Freedom",
    ]  # fmt: skip
    assert {kind for kind, _ in first} == {"heading", "paragraph"}
    assert [kind for kind, _ in second if kind != "paragraph"] == (
        ["title", "quote", "heading", "quote", "quote", "quote", "quote", "quote", "credit"] + ["promotion"] * 6
    )


@given(st.text(alphabet=st.sampled_from(list("Ab .,:“”\"'’‘«»—-()\n\r\u2028\u00a01é!?[")), max_size=200) | st.text())
def test_blocks_are_in_order_apart_and_cover_every_character(text):
    blocks = reading_of(text, upto="blocks").of(Block)
    at = 0
    for block in blocks:
        assert at <= block.span.start < block.span.end <= len(text)
        assert not text[at : block.span.start].strip()
        assert not text[block.span.start].isspace()
        assert not text[block.span.end - 1].isspace()
        at = block.span.end
    assert not text[at:].strip()
