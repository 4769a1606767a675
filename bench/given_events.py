"""Articles with gold event mentions -> the same mentions, clustered as the reader clusters its own.

python bench/given_events.py INPUT OUTPUT

INPUT: JSON Lines, an article a line as `rashomon compare` takes it, with "given": the [start, end] of its mentions.
OUTPUT: {"id", "mentions": [{"start", "end", "kind", "cluster"}]} a line. Articles fall into stories as they always do.
"""

import json
import sys
from pathlib import Path
from typing import Any

from rashomon.model import Reading, Span
from rashomon.pipeline import find_stories, read_all
from rashomon.settings import Settings
from rashomon.sources import load
from rashomon.stories.happenings import happening_at
from rashomon.stories.joining import joined
from rashomon.stories.weave import weave


def main(source: Path, target: Path) -> None:
    """Paths of articles with spans and of what is written -> nothing."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    settings = Settings()
    readings = {r.article.id: r for r in read_all(load([source]), settings) if isinstance(r, Reading)}
    spans = {row["id"]: [Span(*pair) for pair in row["given"]] for row in rows}
    found: list[dict[str, Any]] = []
    for story in find_stories([reading.article for reading in readings.values()], settings):
        members = [readings[name] for name in story.articles]
        given = {r.article.id: [happening_at(r, span) for span in spans[r.article.id]] for r in members}
        names = joined(members, given, weave(members).entities)
        for name, ones in given.items():
            clusters = [f"{story.id}/{names[name, one.span]}" for one in ones]
            spots = [{"start": one.span.start, "end": one.span.end, "kind": "event"} for one in ones]
            found.append({"id": name, "mentions": [s | {"cluster": c} for s, c in zip(spots, clusters, strict=True)]})
    target.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
