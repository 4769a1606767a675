#!/usr/bin/env python3
"""Score the records of `rashomon compare --json` on quotations that several accounts of one story have.

    score_quotations.py --gold documents.jsonl --pred records.jsonl --judged judged.json [--json] [--pairs]

Gold: documents, each with its text and the story it belongs to (`subtopic`). A quotation is what stands between double
quotation marks in one paragraph, five words or more. Two quotations of two documents of one story recur by a rule on
words alone (case, punctuation and marks aside): the same, one a part of the other, or near: two fifths of the shorter's
runs of three words. The rule takes two remarks that share a phrase for one; `judged` lists, as offsets, what a person
found on reading: `apart`, pairs that recur by the rule and are two utterances, and `one`, pairs that are one utterance
though the rule does not see it (two translations).

    joined        pairs that recur and have one line / pairs that recur
    true joins    those, of them and the false joins
    false joins   pairs judged apart that have one line, and pairs of claims in one line of a statement, each with
                  quotations of five words or more, that no chain of recurring pairs links

`--pairs` lists what is not joined and what is joined falsely.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

Place = tuple[str, int, int]
Pair = tuple[Place, Place]

WORDS = 5
NEAR = 0.4  # of the shorter's runs of three words
HALF = 0.5
_QUOTED = re.compile(r"“([^“”\n]+)[”\n]|\"([^\"\n]+)[\"\n]")
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def main() -> None:
    """Command line -> the scores on standard output."""
    options = _options()
    documents = list(_rows(options.gold))
    texts = {row["id"]: row["text"] for row in documents}
    found = score(documents, list(_rows(options.pred)), json.loads(Path(options.judged).read_text(encoding="utf-8")))
    if options.json:
        print(json.dumps({name: value for name, value in found.items() if not isinstance(value, list)}))
        return
    for name, value in found.items():
        if not isinstance(value, list):
            print(f"{name:18} {value if not isinstance(value, float) else format(value, '.3f')}")
        elif options.pairs:
            for one, two in value:
                print(f"\n{name}: {one} {two}")
                print(*(f"    {' '.join(texts[d][s:e].split())}" for d, s, e in (one, two)), sep="\n")


def score(documents: list[dict[str, Any]], records: list[dict[str, Any]], judged: dict[str, Any]) -> dict[str, Any]:
    """Documents, records and what a person judged -> the scores, and the pairs behind them."""
    quotations = {row["id"]: quoted(row["id"], row["text"]) for row in documents}
    texts = {row["id"]: row["text"] for row in documents}
    apart, one = _judged(judged["apart"]), _judged(judged["one"])
    recurring = {pair for pair in _in_one_story(documents, quotations) if recur(*(_of(texts, q) for q in pair))}
    wanted = (recurring - apart) | one
    joined: set[Pair] = set()
    false: set[Pair] = set()
    for line in (line for record in records for line in record["lines"]):
        claims = [held for claim in line["claims"] if (held := _held(claim, quotations))]
        pairs = {_pair(a, b) for x, y in combinations(claims, 2) for a in x for b in y if a != b}
        joined |= pairs & wanted
        false |= pairs & apart
        if line["kind"] == "statement":  # one visit may be told in several utterances
            false |= set(_unlinked(claims, wanted, texts))
    return {
        "quotations": sum(map(len, quotations.values())),
        "recurring": len(wanted),
        "joined": len(joined) / max(len(wanted), 1),
        "true joins": len(joined) / max(len(joined) + len(false), 1),
        "false joins": len(false),
        "not joined": sorted(wanted - joined),
        "joined falsely": sorted(false),
    }


def quoted(document: str, text: str) -> list[Place]:
    """A document's text -> its quotations of five words and more, as places."""
    found = ((m.start(g), m.end(g)) for m in _QUOTED.finditer(text) for g in [1 if m[1] else 2])
    return [(document, start, end) for start, end in found if len(_words(text[start:end])) >= WORDS]


def recur(one: str, two: str) -> bool:
    """Two quotations -> whether they recur by the rule: the same words, one within the other, or near."""
    short, long = sorted((_words(one), _words(two)), key=len)
    if f" {' '.join(short)} " in f" {' '.join(long)} ":
        return True
    runs = [set(zip(words, words[1:], words[2:], strict=False)) for words in (short, long)]
    return len(runs[0] & runs[1]) >= NEAR * min(map(len, runs))


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _in_one_story(documents: list[dict[str, Any]], quotations: dict[str, list[Place]]) -> Iterator[Pair]:
    for one, two in combinations(documents, 2):
        if one["subtopic"] == two["subtopic"]:
            yield from (_pair(a, b) for a in quotations[one["id"]] for b in quotations[two["id"]])


def _held(claim: dict[str, Any], quotations: dict[str, list[Place]]) -> list[Place]:
    """A claim -> the quotations that its evidence has by half, of the shorter of both."""
    spans = [(e["start"], e["end"]) for e in claim["evidence"]]
    return [
        (name, start, end)
        for name, start, end in quotations.get(claim["article"], ())
        if any(min(b, end) - max(a, start) >= HALF * min(b - a, end - start) for a, b in spans)
    ]


def _unlinked(claims: list[list[Place]], wanted: set[Pair], texts: dict[str, str]) -> Iterator[Pair]:
    """The quotations of a line's claims -> for every claim that no chain of recurring pairs links to the first, a pair."""
    linked = [set(held) for held in claims]
    groups: list[set[Place]] = []
    for held in linked:
        touching = [g for g in groups if any(a == b or _linked(a, b, wanted, texts) for a in g for b in held)]
        groups = [g for g in groups if g not in touching] + [held.union(*touching)]
    yield from (_pair(min(groups[0]), min(group)) for group in groups[1:])


def _linked(one: Place, two: Place, wanted: set[Pair], texts: dict[str, str]) -> bool:
    """Whether two quotations are one utterance; what one document gives twice is held to the rule alone."""
    if one[0] == two[0]:
        return recur(_of(texts, one), _of(texts, two))
    return _pair(one, two) in wanted


def _of(texts: dict[str, str], place: Place) -> str:
    return texts[place[0]][place[1] : place[2]]


def _pair(one: Place, two: Place) -> Pair:
    return (one, two) if one <= two else (two, one)


def _judged(rows: Iterable[list[Any]]) -> set[Pair]:
    return {_pair((a, b, c), (d, e, f)) for a, b, c, d, e, f in rows}


def _rows(path: str) -> Iterator[dict[str, Any]]:
    yield from (json.loads(line) for line in Path(path).read_text(encoding="utf-8").split("\n") if line.strip())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score records on quotations that recur in several accounts.")
    parser.add_argument("--gold", required=True)
    parser.add_argument("--pred", required=True)
    parser.add_argument("--judged", required=True)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--pairs", action="store_true", help="list what is not joined and what is joined falsely")
    return parser.parse_args()


if __name__ == "__main__":
    main()
