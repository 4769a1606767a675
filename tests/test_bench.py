"""What the measures of dating are given, and which measures run unasked."""

import json

from tests.conftest import BENCH

ROW = {
    "id": "mt_1",
    "text": "Ferry sails\nMarch 01, 2008\nA ferry sailed today.\nMarch 01, 2008\nIt is red.",
    "date": "2008-03-01",
    "outlet": "Wikinews",
    "url": "https://example.org/2008/03/01/ferry",
}


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
    dates = ["dates-heldout", "dates-plain-heldout", "dates-background-heldout", "dates-wire-heldout"]
    dates += ["dates-press4-heldout", "dates-press5-heldout", "dates-press6-heldout"]
    stories = ["comparison-story-heldout", "comparison-delegates-heldout", "comparison-claims-heldout"]
    assert [m.name for m in measures if m.reserved] == [
        *stories,
        "comparison-invented-heldout",
        "comparison-wires-heldout",
        "joins-heldout",
        *dates,
        "overcoding-heldout",
    ]
    open_corpora = {corpus for m in measures if not m.reserved for corpus in m.corpora}
    assert not [m.name for m in measures if m.reserved and not m.documents and open_corpora & set(m.corpora)]
    told = {document for m in measures if not m.reserved for document in m.documents}
    assert not [m.name for m in measures if m.reserved and told & m.documents]


def test_our_own_texts_are_dated_to_days_that_hold_theirs():
    rows = [json.loads(line) for line in (BENCH / "undated" / "dev.jsonl").read_text("utf-8").split("\n") if line]
    assert len(rows) == 15
    for row in rows:
        assert (row["earliest"] is None) == (row["latest"] is None), row["id"]
        assert row["earliest"] is None or row["earliest"] <= row["day"] <= row["latest"], row["id"]


def test_our_own_stories_have_their_facts_where_they_say():
    rows = [json.loads(line) for line in (BENCH / "contrasts" / "dev.jsonl").read_text("utf-8").split("\n") if line]
    assert len(rows) == 24
    for row in rows:
        texts = {article["id"]: article["text"] for article in row["articles"]}
        assert set(row["documents"].values()) == texts.keys()
        for fact in row["facts"]:
            told = [cell for cell in fact["outlets"].values() if cell["stance"] != "silent"]
            assert (fact["verdict"] == "single") == (len(told) == 1), fact["id"]
            assert (fact["verdict"] == "differ") == any(c["stance"] == "contradicted" for c in told), fact["id"]
            for outlet, cell in fact["outlets"].items():
                text = texts[row["documents"][outlet]]
                assert all(text[e["start"] : e["end"]].strip() for e in cell.get("evidence", ())), fact["id"]


def test_a_convention_says_what_a_corpus_annotates(bench):
    conventions = bench("conventions")
    state = {"id": "s", "kind": "state", "code": "PER", "mentions": [{"article": "a", "start": 20, "end": 28}]}
    house = {"id": "h", "kind": "organization", "code": "PERLEG", "mentions": []}
    rows = [
        {
            "id": "a",
            "mentions": [
                {"start": 0, "end": 2, "kind": "entity", "cluster": "s", "form": "pronoun"},
                {"start": 3, "end": 9, "kind": "entity", "cluster": "h", "form": "name", "head": [3, 9]},
                {"start": 10, "end": 14, "kind": "entity", "cluster": "s", "form": "name", "qualifies": True},
            ],
        }
    ]
    records = [{"entities": [state, house]}]
    [told] = conventions.newswcl50(rows, records)
    assert [(m["start"], m["cluster"]) for m in told["mentions"]] == [(3, "s")]
    [told] = conventions.meantime(rows, records)
    assert [m["start"] for m in told["mentions"]] == [0, 3, 10, 20]


def test_meantime_has_a_description_beside_a_name_and_both_together(bench):
    name = {"start": 13, "end": 20, "kind": "entity", "cluster": "s", "form": "name", "head": [16, 20]}
    rows = [{"id": "a", "mentions": [name | {"introduced": [0, 12], "whole": [0, 20]}]}]
    [told] = bench("conventions").meantime(rows, [])
    found = {(m["start"], m["end"]): (m["cluster"], m["head"]) for m in told["mentions"]}
    assert found == {(13, 20): ("s", [16, 20]), (0, 20): ("s", [16, 20]), (0, 12): ("s", [0, 12])}


def test_of_the_gold_only_places_are_read(bench, tmp_path):
    gold = tmp_path / "gold.jsonl"
    mention = {"start": 0, "end": 4, "kind": "entity", "cluster": "x", "head": [0, 4], "instance": "Peru"}
    gold.write_text(json.dumps({"id": "a", "mentions": [mention, mention | {"kind": "event"}]}) + "\n")
    places = bench("given_entities").given_places(gold, {"entity"})
    assert places == {"a": [{"start": 0, "end": 4, "kind": "entity", "head": [0, 4]}]}


def test_mentions_of_sentences_that_were_not_read_in_full_are_left_out(bench):
    mentions = [{"start": 0, "end": 3}, {"start": 12, "end": 15}]
    row = {"id": "a", "sentences": [[0, 10], [11, 20]], "eval_sentences": [0], "mentions": mentions}
    assert bench("articles").of_sentences_read(row)["mentions"] == mentions[:1]
