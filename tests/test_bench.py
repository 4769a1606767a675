"""What the measures of dating are given, and which measures run unasked."""

import importlib
import json
from pathlib import Path

import pytest

BENCH = Path(__file__).parent.parent / "bench"
ROW = {
    "id": "mt_1",
    "text": "Ferry sails\nMarch 01, 2008\nA ferry sailed today.\nMarch 01, 2008\nIt is red.",
    "date": "2008-03-01",
    "outlet": "Wikinews",
    "url": "https://example.org/2008/03/01/ferry",
}


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))
    return importlib.import_module


def test_an_article_comes_with_its_day(bench):
    article = bench("articles").article_of(ROW)
    assert article == {key: ROW[key] for key in ("id", "text", "outlet", "url")} | {"published": "2008-03-01"}
    assert (
        bench("articles").article_of({"id": "a", "text": "b", "dct": "1998-02-13T14:26"})["published"] == "1998-02-13"
    )


def test_an_undated_article_gives_its_day_away_nowhere(bench):
    article = bench("articles").undated(ROW)
    assert article.keys() == {"id", "text", "outlet"}
    assert article["text"] == "Ferry sails\nA ferry sailed today.\nMarch 01, 2008\nIt is red."


def test_a_day_within_a_sentence_stays(bench):
    text = "Ferry sails\nOn March 1, 2008 a ferry sailed.\nMarch 1, 2008 was a Saturday."
    assert bench("articles").undated({"id": "a", "text": text, "dct": "2008-03-02"})["text"] == text


def test_measures_kept_for_a_release_are_few_and_measure_what_no_other_does(bench):
    measures = bench("measures").MEASURES
    assert [m.name for m in measures if m.reserved] == ["dates-heldout", "overcoding-heldout"]
    open_corpora = {corpus for m in measures if not m.reserved for corpus in m.corpora}
    assert not [m.name for m in measures if m.reserved and open_corpora & set(m.corpora)]


def test_our_own_texts_are_dated_to_days_that_hold_theirs():
    rows = [json.loads(line) for line in (BENCH / "undated" / "dev.jsonl").read_text("utf-8").split("\n") if line]
    assert len(rows) == 15
    for row in rows:
        assert (row["earliest"] is None) == (row["latest"] is None), row["id"]
        assert row["earliest"] is None or row["earliest"] <= row["day"] <= row["latest"], row["id"]
