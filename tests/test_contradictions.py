"""The passages written and judged for a judge of contradiction are as their README says, and hold no corpus's text."""

import json
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent / "training" / "contradictions"


def rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def test_every_sentence_has_what_was_written_for_it():
    for row in rows("written.jsonl"):
        assert row.keys() == {"corpus", "document", "start", "end", "contradictory", "same", "other"}
        assert [len(row[name]) for name in ("contradictory", "same", "other")] == [2, 1, 2]
        assert row["start"] < row["end"]


def test_judged_pairs_are_places_of_two_documents():
    for row in rows("judged.jsonl"):
        assert row["one"]["document"] != row["two"]["document"]
        assert all(start < end for side in ("one", "two") for start, end in row[side]["spans"])
        assert row.keys() - {"soft"} == {"corpus", "story", "one", "two", "label"}


def test_found_pairs_are_two_places_each_once():
    seen = set()
    for row in rows("found.jsonl"):
        assert row.keys() - {"soft"} == {"corpus", "one", "two", "label"}
        assert all(start < end for side in ("one", "two") for start, end in row[side]["spans"])
        seen.add(frozenset(json.dumps(row[side]) for side in ("one", "two")))
    assert len(seen) == len(rows("found.jsonl"))
    assert {len(pair) for pair in seen} == {2}


@pytest.mark.parametrize("name", ["judged.jsonl", "found.jsonl"])
def test_the_readme_counts_pairs(name):
    told = " ".join((HERE / "README.md").read_text(encoding="utf-8").split())
    pairs = rows(name)
    labels = Counter(row["label"] for row in pairs)
    counted = ", ".join(f"{labels[label]:,} `{label}`" for label in ("other", "same", "contradictory"))
    soft = sum("soft" in row for row in pairs)
    assert f"`{name}`: {len(pairs):,} pairs" in told
    assert f"{counted}; {soft:,} are `soft`" in told


def test_the_readme_counts_sentences():
    told = (HERE / "README.md").read_text(encoding="utf-8")
    assert f"`written.jsonl`: {len(rows('written.jsonl')):,} sentences" in told
