"""The passages written and judged for a judge of contradiction are as their README says, and hold no corpus's text."""

import json
from collections import Counter
from pathlib import Path

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


def test_the_readme_counts_them():
    told = (HERE / "README.md").read_text(encoding="utf-8")
    pairs = rows("judged.jsonl")
    labels = Counter(row["label"] for row in pairs)
    numbers = [len(rows("written.jsonl")), len(pairs), labels["other"], labels["same"]]
    assert [n for n in numbers if f"{n:,}" not in told] == []
    assert f"{labels['contradictory']} `contradictory`; {sum('soft' in row for row in pairs)} are `soft`" in told
