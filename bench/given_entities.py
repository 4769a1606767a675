"""Articles and the places of gold mentions -> for whom or what Rashomon takes each: how well it links what is given.

    python bench/given_entities.py ARTICLES.jsonl GOLD.jsonl KINDS CONVENTION OUT.jsonl

Only the places of the mentions are read from the gold. The library reads and compares the articles as ever, in stories
of its own finding, and is then asked of each place (``given.py``). CONVENTION is newswcl50 or "".
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec

import rashomon
from conventions import states_bodies
from given import Given
from rashomon import pipeline
from rashomon.model import Span
from rashomon.settings import Settings

PARTICIPANTS = {"entity", "time", "loc"}  # what takes part in an event, as the papers on ECB+ have it


def main() -> int:
    """Paths and kinds on the command line -> one row an article with the clusters of its given mentions, and 0."""
    articles, gold, kinds, convention, out = sys.argv[1:]
    places = given_places(Path(gold), PARTICIPANTS if kinds == "participants" else set(kinds.split(",")))
    readings = {reading.article.id: reading for reading in rashomon.read(articles)}
    with Path(out).open("w", encoding="utf-8") as file:
        for record in pipeline.compare(readings.values(), Settings()):
            own = [readings[account.article.id] for account in record.accounts]
            asked = Given(record.story.id, record.entities, own)
            one = states_bodies(msgspec.to_builtins(record.entities)) if convention == "newswcl50" else {}
            for name in (reading.article.id for reading in own):
                found = [(at, asked.cluster(name, Span(at["start"], at["end"]))) for at in places[name]]
                rows = [at | {"cluster": one.get(cluster, cluster)} for at, cluster in found]
                file.write(json.dumps({"id": name, "mentions": rows}) + "\n")
    return 0


def given_places(gold: Path, kinds: set[str]) -> dict[str, list[dict[str, Any]]]:
    """Gold file and kinds -> for each article the mentions' places, heads and kinds, and nothing else of the gold."""
    places: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in gold.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            told = (m for m in row["mentions"] if m["kind"] in kinds)
            places[row["id"]] += [{key: m[key] for key in ("start", "end", "kind", "head") if key in m} for m in told]
    return places


if __name__ == "__main__":
    sys.exit(main())
