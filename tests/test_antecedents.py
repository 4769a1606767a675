"""Whom a sentence is about that a line gives as it stands."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings

LEDE = "Bo Aas ran the harbour of Larvik, a town in Norway, for years. "


def _quoting(*texts: str) -> list[str]:
    """Texts of accounts -> the lines that give a sentence as it stands."""
    articles = [
        make_article(text, id=str(n), outlet=f"Paper {n}", published=dt.date(2024, 5, 20))
        for n, text in enumerate(texts)
    ]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return [line.summary for line in record.lines if "“" in line.summary]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("He was sentenced to 12 years in prison.", "“He [Bo Aas] was sentenced to 12 years in prison.”"),
        ("But he was sentenced to 12 years.", "“But he [Bo Aas] was sentenced to 12 years.”"),
        ("That brought him another three-year sentence.", "“That brought him [Bo Aas] another three-year sentence.”"),
        ("His only sentence was 60 days.", "“His [Bo Aas’s] only sentence was 60 days.”"),
        ("He'll spend 12 years in prison.", "“He'll [Bo Aas] spend 12 years in prison.”"),
    ],
)
def test_a_sentence_given_as_it_stands_tells_whom_it_is_about(text, shown):
    assert any(shown in line for line in _quoting(LEDE + text))


@pytest.mark.parametrize(
    "text",
    [
        "He was sentenced to 12 years, and Aas hid it from the council for 30 days.",  # it names him
        "In his 12 years as a captain, Leo Marsh was fined for 30 days.",  # another's
        "After 12 years in which he was fined for 30 days, the young captain was jailed.",
        "Leo Marsh tried him. He was sentenced to 12 years in prison.",
        "Nobody was to lose his or her three-year sentence.",
        "A clinic was built by a plan of Aas to amend Leo Marsh's law. His only sentence was 60 days.",
    ],
)
def test_nor_is_a_name_put_where_it_is_there_or_may_be_another(text):
    lines = _quoting(LEDE + text)
    assert any(text.rsplit(". ", 1)[-1].rstrip(".") in line for line in lines)
    assert not any("[" in line for line in lines)
