"""Blocks of a street: accounts that place one thing in two of them are in conflict."""

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings

SHOT = "A deputy was shot on Monday in the 12000 block of East 223rd Street in Larvik."


def _places(*texts):
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    lines = [line for line in record.lines if "block" in line.summary and line.standing == "differ"]
    return [(line.kind, d.slot, {v.value for v in d.values}) for line in lines for d in line.differences if d.conflict]


def test_two_blocks_of_one_street_are_a_line_that_differs():
    places = {"12000 block of East 223rd Street", "12,500 block of 223rd St"}
    other = "The deputy died on Monday at a house in the 12,500 block of 223rd St. A man fled."
    assert _places(SHOT, other) == [("background", "where", places)]
    assert _places(other, SHOT) == [("background", "where", places)]


@pytest.mark.parametrize(
    "two",
    [
        "A deputy died on Monday in the 12000 block of E. 223rd St.",  # the same
        "A deputy died on Monday in the 12500 block of East 224th Street.",  # another street
        "A deputy died on Monday in the 12500 block of West 223rd Street.",  # its other side
        "A deputy died on Monday in the 12500 block of East 223rd Street in Stavern.",  # another town's
        "He died in the 12500 block of 223rd Street. He was shot on Monday in the 12000 block of 223rd Street.",
        "Officers fanned out around the 12500 block of East 223rd Street on Monday.",  # near by
    ],
)
def test_one_block_or_blocks_of_two_streets_are_none(two):
    assert not _places(SHOT, two)
