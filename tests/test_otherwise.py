"""Clauses that no reader has a finding for, in one line: whether the one tells as much as the other."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings


@pytest.mark.parametrize(
    ("one", "two", "standing"),
    [
        ("Peru and Chile abstained.", "Peru abstained, while Chile voted for it.", "compatible"),
        ("Peru and Chile abstained.", "Peru and Chile abstained, while Bolivia voted for it.", "agree"),
        ("Aas, 47, and Lund, 48, abstained.", "Aas and Lund abstained.", "agree"),
    ],
)
def test_who_names_one_doer_more_tells_more(one, two, standing):
    texts = (f"The council adopted the resolution on Thursday. {text}" for text in (one, two))
    articles = [
        make_article(text, id=str(n), outlet=f"Post {n}", published=dt.date(2021, 7, 2)) for n, text in enumerate(texts)
    ]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    [line] = [line for line in record.lines if "abstained" in line.summary]
    assert (line.standing, len(line.told_in)) == (standing, 2)
