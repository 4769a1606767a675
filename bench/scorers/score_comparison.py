#!/usr/bin/env python3
"""Score the records of `rashomon compare --json` against a comparison table made by hand.

    score_comparison.py --gold comparison_gold_7.json --pred records.json [--json] [--facts]

Gold: one story's facts, each with its kind, a verdict (agree, differ, single) and for every outlet a stance (reported,
contradicted, silent) with the evidence as offsets. Prediction: records, JSON Lines or one; the record that holds most of
the gold's documents is scored, and how many of them it lacks is told.

A line matches a fact when kinds go together and the evidence overlaps by half of the shorter in one outlet at least; one
line a fact, one fact a line, best overlaps first. Then:

    recall            facts that have a line / facts
    stance accuracy   outlets of matched facts with the right stance / outlets of matched facts
    stance macro-F1   mean over the three stances that occur in gold or prediction, on matched facts
    verdict accuracy  matched facts whose line agrees (agree or compatible), differs or is single, as the fact is
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
    gold = json.loads(Path(options.gold).read_text(encoding="utf-8"))
    text = Path(options.pred).read_text(encoding="utf-8")
    records = [json.loads(line) for line in text.splitlines()] if "\n{" in text else [json.loads(text)]
    wanted = set(gold["documents"].values())
    record = max(records, key=lambda r: len(wanted & {_name(a) for a in r["articles"]}))
    found = score(gold, record)
    if options.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        if name != "facts" or options.facts:
            print(f"{name:18} {value if not isinstance(value, float) else format(value, '.3f')}")


def score(gold: dict[str, Any], record: dict[str, Any]) -> dict[str, Any]:
    """A table made by hand and a record of the same story -> the scores, and each fact's line."""
    facts, lines = gold["facts"], record["lines"]
    names = {article["id"]: _name(article) for article in record["articles"]}
    matched = match(facts, lines, gold["documents"], names)
    pairs: list[tuple[str, str]] = []
    for fact, line in ((facts[f], lines[n]) for f, n in matched.items()):
        cells = {gold["documents"][o]: cell["stance"] for o, cell in fact["outlets"].items()}
        told = max(stances(line, names), key=lambda told: sum(told.get(d) == cell for d, cell in cells.items()))
        pairs += [(cell, told.get(document, "silent")) for document, cell in cells.items()]
    false = _false_conflicts(facts, lines, matched)
    verdicts = [facts[f]["verdict"] == _verdict(lines[n]) for f, n in matched.items()]
    return {
        "missing documents": len(set(gold["documents"].values()) - set(names.values())),
        "recall": len(matched) / len(facts),
        "stance accuracy": sum(a == b for a, b in pairs) / max(len(pairs), 1),
        "stance macro-F1": _macro_f1(pairs),
        "verdict accuracy": sum(verdicts) / max(len(verdicts), 1),
        "false conflicts": false,
        "shared lines without false conflict": 1 - false,
        "facts": {facts[f]["id"]: f"{_verdict(lines[n])}: {lines[n]['summary']}" for f, n in sorted(matched.items())},
    }


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


def _false_conflicts(facts: list[dict[str, Any]], lines: list[dict[str, Any]], matched: dict[int, int]) -> float:
    true = {n for f, n in matched.items() if facts[f]["verdict"] == "differ"}
    shared = [n for n, line in enumerate(lines) if len({claim["article"] for claim in line["claims"]}) > 1]
    false = [n for n in shared if lines[n]["standing"] == "differ" and n not in true]
    return len(false) / max(len(shared), 1)


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
    parser = argparse.ArgumentParser(description="Score records against a comparison table made by hand.")
    parser.add_argument("--gold", required=True)
    parser.add_argument("--pred", required=True)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--facts", action="store_true", help="show the line of each matched fact")
    return parser.parse_args()


if __name__ == "__main__":
    main()
