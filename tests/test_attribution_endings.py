"""Contents that the encoder ends within a phrase or clause."""

import pytest

import rashomon
from rashomon.model import Attribution, Span, make_article
from rashomon.readers.attributions.endings import breaks_off, with_its_phrase


def parsed(marked: str):
    """Sentence with its content before "|" -> the parse, the span up to there, and that up to "‖" or the end."""
    whole = marked.replace("|", "")
    text = whole.replace("‖", "")
    [reading] = rashomon.read(make_article(text))
    return reading, Span(0, marked.index("|")), Span(0, whole.find("‖") if "‖" in whole else len(text) - 1)


@pytest.mark.parametrize(
    "marked",
    [
        "She will close the Harstad| mill‖ this week.",
        "The mayor asked for| a loan‖, and the bank agreed.",
        "Profit rose in the year ended| June 30‖ as ports opened.",
        "They signed with a| Danish shipping company‖.",
        "They closed the harbor in| Bergen‖.",
    ],
)
def test_a_phrase_is_told_to_its_end(marked: str):
    reading, content, whole = parsed(marked)
    assert [s.of(reading.text) for s in with_its_phrase(reading.doc, [content], [])] == [whole.of(reading.text)]


@pytest.mark.parametrize(
    "marked",
    ["She will close the mill| this week.", "The mayor asked| for a loan.", "The mayor paid| the crew."],
)
def test_what_is_no_part_of_its_last_phrase_stays_outside(marked: str):
    reading, content, _ = parsed(marked)
    assert with_its_phrase(reading.doc, [content], []) == [content]


def test_no_phrase_runs_into_whoever_says_it():
    reading, content, whole = parsed("She will close the Harstad| mill.")
    assert with_its_phrase(reading.doc, [content], [Span(content.end + 1, whole.end)]) == [content]


@pytest.mark.parametrize(
    ("marked", "cut"),
    [
        ("They will buy on May 3| all shares of the mill.", True),
        ("They left because the Harstad| crew did not answer.", True),
        ("They left because the crew| did not answer.", True),
        ("They left| because the crew did not answer.", False),
        ("They will sell the mill| on May 3.", False),
    ],
)
def test_no_content_ends_before_its_object_or_verb(marked: str, cut: bool):  # noqa: FBT001 - a table's column
    reading, content, whole = parsed(marked)
    assert breaks_off(reading.doc, [content], [whole]) is cut


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Vik and Moe have sold the famous old mill for a song, hoping for more ice overall.", "Vik and Moe"),
        ("Vik said that the mill was sold.", "Vik"),
    ],
)
def test_who_speaks_is_told_with_the_last_of_them(text: str, source: str):
    [reading] = rashomon.read(make_article(text))
    assert {s.of(text) for found in reading.of(Attribution) for s in found.source} == {source}
