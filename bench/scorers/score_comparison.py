#!/usr/bin/env python3
"""Score the records of `rashomon compare --json` against comparison tables made by hand.

    score_comparison.py --gold comparison_gold_7.json --pred records.json [--json] [--facts]

Gold: one story's facts, each with its kind, a verdict (agree, differ, single) and for every outlet a stance (reported,
contradicted, silent) with the evidence as offsets; or several stories, JSON Lines, whose facts are pooled. Prediction:
records, JSON Lines or one; of each story the record that holds most of its documents is scored, and how many of them it
lacks is told.

A line matches a fact when kinds go together and the evidence overlaps by half of the shorter in one outlet at least; one
line a fact, one fact a line, best overlaps first. Then:

    recall            facts that have a line / facts
    stance accuracy   outlets of matched facts with the right stance / outlets of matched facts
    stances right     outlets of matched facts with the right stance / outlets of all facts: what finding more facts adds
    stance macro-F1   mean over the three stances that occur in gold or prediction, on matched facts
    verdict accuracy  matched facts whose line agrees (agree or compatible), differs or is single, as the fact is
    conflicts found   facts on which the accounts differ whose line differs / all facts on which they do
    false conflicts   lines told by two accounts or more that stand as `differ` without a gold `differ` fact, of all such

Where a line's values stand one against one, it does not say which of them is the fact, and the better fit is counted.
"Silent" throughout scores about half: look at macro-F1. The table holds chosen facts, so precision is not asked.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

Spans = dict[str, list[tuple[int, int]]]

GOES_WITH = {
    "statement": {"statement", "undertaking"},
    "measure": {"undertaking", "event", "statement", "background"},
    "pledge": {"undertaking", "event", "statement"},
    "event": {"event", "background", "undertaking", "statement"},
    "figure": {"figure", "undertaking", "statement"},
    "background": {"background", "event", "undertaking", "statement", "figure"},
}
STANCES = ("reported", "contradicted", "silent")
HALF = 0.5


def main() -> None:
    """Command line -> the scores on standard output."""
    options = _options()
    golds, records = (rows(Path(path).read_text(encoding="utf-8")) for path in (options.gold, options.pred))
    found = score([(gold, _record_of(gold, records)) for gold in golds])
    if options.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        if name != "facts" or options.facts:
            print(f"{name:18} {value if not isinstance(value, float) else format(value, '.3f')}")


def rows(text: str) -> list[dict[str, Any]]:
    """One JSON object, or JSON Lines -> the objects."""
    try:
        return [json.loads(text)]
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]


def _record_of(gold: dict[str, Any], records: list[dict[str, Any]]) -> dict[str, Any]:
    """A story's table and the records -> the one that holds most of its documents."""
    wanted = set(gold["documents"].values())
    return max(records, key=lambda r: len(wanted & {_name(a) for a in r["articles"]}))


def score(stories: list[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, Any]:
    """Tables made by hand, each with a record of the same story -> the scores of all facts, and each fact's line."""
    pairs: list[tuple[str, str]] = []
    count: Counter[str] = Counter()
    told: dict[str, str] = {}
    for gold, record in stories:
        facts, lines = gold["facts"], record["lines"]
        names = {article["id"]: _name(article) for article in record["articles"]}
        matched = match(facts, lines, gold["documents"], names)
        pairs += [pair for f, n in matched.items() for pair in _cells(facts[f], lines[n], gold["documents"], names)]
        false, shared = _false_conflicts(facts, lines, matched)
        differing = {f for f, fact in enumerate(facts) if fact["verdict"] == "differ"}
        count += Counter({
            "missing": len(set(gold["documents"].values()) - set(names.values())),
            "facts": len(facts),
            "cells": sum(len(fact["outlets"]) for fact in facts),
            "matched": len(matched),
            "verdicts": sum(facts[f]["verdict"] == _verdict(lines[n]) for f, n in matched.items()),
            "differing": len(differing),
            "found": sum(f in differing and lines[n]["standing"] == "differ" for f, n in matched.items()),
            "false": false,
            "shared": shared,
        })  # fmt: skip
        told |= {facts[f]["id"]: f"{_verdict(lines[n])}: {lines[n]['summary']}" for f, n in sorted(matched.items())}
    false_conflicts = count["false"] / max(count["shared"], 1)
    return {
        "missing documents": count["missing"],
        "recall": count["matched"] / max(count["facts"], 1),
        "stance accuracy": sum(a == b for a, b in pairs) / max(len(pairs), 1),
        "stances right": sum(a == b for a, b in pairs) / max(count["cells"], 1),
        "stance macro-F1": _macro_f1(pairs),
        "verdict accuracy": count["verdicts"] / max(count["matched"], 1),
        "conflicts found": count["found"] / max(count["differing"], 1),
        "false conflicts": false_conflicts,
        "shared lines without false conflict": 1 - false_conflicts,
        "facts": told,
    }


def _cells(
    fact: dict[str, Any], line: dict[str, Any], documents: dict[str, str], names: dict[str, str]
) -> list[tuple[str, str]]:
    """A fact and its line -> for every document the fact's stance and the line's."""
    cells = {documents[outlet]: cell["stance"] for outlet, cell in fact["outlets"].items()}
    told = max(stances(line, names), key=lambda told: sum(told.get(d) == cell for d, cell in cells.items()))
    return [(cell, told.get(document, "silent")) for document, cell in cells.items()]


def match(
    facts: list[dict[str, Any]], lines: list[dict[str, Any]], documents: dict[str, str], names: dict[str, str]
) -> dict[int, int]:
    """Facts and lines -> which line each fact has, one to one, the best overlaps first."""
    gold = [_gold_spans(fact, documents) for fact in facts]
    told = [_line_spans(line, names) for line in lines]
    near = [
        (overlap(gold[f], told[n]), f, n)
        for f, fact in enumerate(facts)
        for n, line in enumerate(lines)
        if line["kind"] in GOES_WITH[fact["kind"]]
    ]
    chosen: dict[int, int] = {}
    for value, f, n in sorted(near, key=lambda found: (-found[0], found[1:])):
        if value > 0 and f not in chosen and n not in chosen.values():
            chosen[f] = n
    return chosen


def overlap(one: Spans, two: Spans) -> float:
    """Evidence of a fact and of a line -> over the outlets, the shares of the shorter that lie in the other, from half."""
    total = 0.0
    for document in one.keys() & two.keys():
        shares = [(min(b, d) - max(a, c)) / min(b - a, d - c) for a, b in one[document] for c, d in two[document]]
        total += best if (best := max(shares, default=0.0)) >= HALF else 0.0
    return total


def stances(line: dict[str, Any], names: dict[str, str]) -> list[dict[str, str]]:
    """Line -> document to reported or contradicted: in a conflict the value that most give is what is reported.

    Where two values are given equally often the line does not say which of them the fact is: either may be.
    """
    told = {names[claim["article"]]: "reported" for claim in line["claims"]}
    versions = [told]
    for difference in line["differences"]:
        if difference.get("conflict"):
            votes = Counter(value["value"] for value in difference["values"])
            most = max(votes.values())
            versions = [
                version | {names[v["article"]]: "contradicted" for v in difference["values"] if v["value"] != usual}
                for version in versions
                for usual in (value for value in votes if votes[value] == most)
            ]
    return versions


def _false_conflicts(
    facts: list[dict[str, Any]], lines: list[dict[str, Any]], matched: dict[int, int]
) -> tuple[int, int]:
    """How many lines told by two accounts or more differ without a fact that does, and how many such lines there are."""
    true = {n for f, n in matched.items() if facts[f]["verdict"] == "differ"}
    shared = [n for n, line in enumerate(lines) if len({claim["article"] for claim in line["claims"]}) > 1]
    return sum(lines[n]["standing"] == "differ" and n not in true for n in shared), len(shared)


def _macro_f1(pairs: list[tuple[str, str]]) -> float:
    scores = []
    for stance in STANCES:
        hits = sum(a == b == stance for a, b in pairs)
        given = sum(a == stance for a, _ in pairs) + sum(b == stance for _, b in pairs)
        if given:
            scores.append(2 * hits / given)
    return sum(scores) / max(len(scores), 1)


def _verdict(line: dict[str, Any]) -> str:
    return "agree" if line["standing"] == "compatible" else str(line["standing"])


def _gold_spans(fact: dict[str, Any], documents: dict[str, str]) -> Spans:
    return {
        documents[outlet]: [(e["start"], e["end"]) for e in cell["evidence"]]
        for outlet, cell in fact["outlets"].items()
        if cell.get("evidence")
    }


def _line_spans(line: dict[str, Any], names: dict[str, str]) -> Spans:
    found: Spans = {}
    for claim in line["claims"]:
        found.setdefault(names[claim["article"]], []).extend((e["start"], e["end"]) for e in claim["evidence"])
    return found


def _name(article: dict[str, Any]) -> str:
    """Article of a record -> its id, which is the gold's document where the input gave it."""
    return str(article["id"])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score records against comparison tables made by hand.")
    parser.add_argument("--gold", required=True)
    parser.add_argument("--pred", required=True)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--facts", action="store_true", help="show the line of each matched fact")
    return parser.parse_args()


if __name__ == "__main__":
    main()
