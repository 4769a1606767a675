"""What one account tells of one, and another of several of the kind: nobody agrees."""

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings

_ELSE = "A blast tore through the clinic in Vardø on Monday. The nurses there had been held by gunmen for a week."


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The nurse, Liv Aas, died in captivity, an elder told the Post.",
            "Two nurses died in captivity, elders said.",
        ),
        (
            "The nurse, Liv Aas, died in captivity, an elder told the Post.",
            "Two nurses died while they were being held, according to the clinic's director, Bo Ek.",
        ),
        ("A guard was shot dead in the raid.", "Three guards were shot dead in the raid, the clinic said."),
    ],
)
def test_one_is_not_several(one: str, two: str) -> None:
    texts = (one, two, "Elders said the gunmen had fled.")
    articles = [make_article(f"{_ELSE} {t}", outlet=f"Post {n}", id=str(n)) for n, t in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    mixed = [
        line.summary
        for line in record.lines
        if line.kind != "figure" and len(line.told_in) > 1 and ("died" in line.summary or "dead" in line.summary)
    ]
    assert mixed == []
