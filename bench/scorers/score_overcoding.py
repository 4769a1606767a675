#!/usr/bin/env python3
"""Count the political events that are found where none is told.

    score_overcoding.py GOLD PRED [--json] [--errors N]

GOLD and PRED are JSON Lines, one sentence a line, PRED as `rashomon read --jsonl` writes readings. No sentence of GOLD
tells of politics, so that every event of PRED is a false one, whatever its type and status. A sentence that PRED lacks is
an error. Less is better.

Exit status: 0 scored, 2 bad input.
"""
import argparse
import collections
import json
import sys


def read(path):
    with open(path, encoding="utf-8") as fh:
        return {row["id"]: row for row in (json.loads(line) for line in fh if line.strip())}


def score(gold, pred):
    """Sentences and readings by id -> counts, the rate, and how many each field has."""
    found = [(row, event) for key, row in gold.items() for event in pred[key].get("events", ())]
    fields = collections.Counter(row.get("field", "") for row, _ in found)
    return {
        "sentences": len(gold),
        "events": len(found),
        "per 50 sentences": 50 * len(found) / len(gold),
        "fields": dict(sorted(fields.items())),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold")
    parser.add_argument("pred")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", type=int, default=0, help="print so many of the false events")
    args = parser.parse_args()
    gold, pred = read(args.gold), read(args.pred)
    if not gold or gold.keys() - pred.keys():
        print(f"score_overcoding: {len(gold.keys() - pred.keys())} sentences of {len(gold)} not read", file=sys.stderr)
        return 2
    result = score(gold, pred)
    if args.json:
        print(json.dumps(result))
        return 0
    print(f"{result['events']} events in {result['sentences']} sentences: {result['per 50 sentences']:.2f} in fifty")
    told = [(row, event) for key, row in gold.items() for event in pred[key].get("events", ())]
    for row, event in told[: args.errors]:
        print(f"{row['id']}\t{event['type']}\t{event['text']}\t{row['text']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
