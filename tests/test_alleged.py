"""What somebody alleges never stands in the brief as a fact."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import Article, Record, make_article
from rashomon.settings import Settings

DEED = "Omar Said met Vladimir Putin in Moscow on 7 May 2018."


def _article(text: str, n: int = 0) -> Article:
    return make_article(f"{text} The weather was mild all week.", published=dt.date(2018, 5, 9), outlet=f"Post {n}")


def _record(*texts: str) -> Record:
    [record] = rashomon.compare(*(_article(t, n) for n, t in enumerate(texts)), settings=Settings(one_story=True))
    return record


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Omar Said allegedly met Russian President Vladimir Putin in Moscow on Monday.", "allegedly"),
        ("Omar Said reportedly met Russian President Vladimir Putin in Moscow on Monday.", "reportedly"),
        ("Omar Said is accused of meeting Russian President Vladimir Putin in Moscow on Monday.", "accused"),
        ("The alleged meeting of Omar Said and Vladimir Putin in Moscow on Monday angered many.", "alleged"),
        ("Omar Said apparently met Russian President Vladimir Putin in Moscow on Monday.", "apparently"),
        ("Omar Said is said to have met Russian President Vladimir Putin in Moscow on Monday.", "is said"),
        ("Prosecutors accuse Omar Said of meeting Russian President Vladimir Putin in Moscow on Monday.", "accuse"),
        ("The opposition alleges that Omar Said met Russian President Vladimir Putin in Moscow on Monday.", "alleges"),
        ("According to rumours, Omar Said met Russian President Vladimir Putin in Moscow on Monday.", "rumours"),
        ("The lawsuit, which claims that Omar Said met Vladimir Putin on Monday, was filed.", "claims"),
        ("Russia allegedly attacked Ukraine on Monday.", "allegedly"),
        ("Allegations that Russia attacked Ukraine on Monday were rejected by Moscow.", "Allegations"),
    ],
)
def test_a_sentence_of_the_record_keeps_the_texts_doubt(text, word):
    record = _record(text)
    lines = [line.summary for line in record.lines if line.summary != "The lawsuit was filed."]
    brief = [sentence.text for sentence in record.brief if not sentence.text.startswith("The lawsuit was filed.")]
    assert lines
    assert all(word in told for told in (*lines, *brief))


def test_what_a_text_vouches_for_is_told_plainly():
    record = _record("Omar Said met Russian President Vladimir Putin in Moscow on Monday.")
    assert [s.text for s in record.brief] == [DEED]


def test_an_account_that_does_not_vouch_for_what_another_tells_is_named():
    told = "Omar Said met Russian President Vladimir Putin in Moscow on Monday."
    record = _record(told.replace("met", "allegedly met"), told)
    label = next(a.label for a in record.accounts if a.name == "Post 0")
    [line] = [line for line in record.lines if line.kind == "event"]
    assert line.standing == "compatible"
    assert [(d.slot, d.conflict) for d in line.differences] == [("status", False)]
    assert record.brief[0].text == f"{DEED} Account {label} does not vouch for it."


def test_what_one_alleges_and_another_has_on_somebodys_word_stays_on_that_word():
    record = _record(
        "Omar Said allegedly met Russian President Vladimir Putin in Moscow on Monday.",
        "Prosecutors said that Omar Said met Russian President Vladimir Putin in Moscow on Monday.",
    )
    [line] = [line for line in record.lines if line.kind == "event"]
    assert "according to prosecutors" in line.summary
