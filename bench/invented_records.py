"""Stories made for the purpose -> a record of each, as `rashomon compare --one-story` writes it.

python bench/invented_records.py INPUT OUTPUT

INPUT: JSON Lines, a story a line with its "articles" as `rashomon compare` takes them. OUTPUT: JSON Lines, records.
"""

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import rashomon
from rashomon.model import Article, make_article
from rashomon.renderers.record_json import record_line
from rashomon.settings import Settings


def main(source: Path, target: Path) -> None:
    """Paths of the stories and of what is written -> nothing."""
    settings = Settings(one_story=True)
    stories = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    records = [rashomon.compare(*map(_article, story["articles"]), settings=settings) for story in stories]
    target.write_text("".join(record_line(record) + "\n" for [record] in records), encoding="utf-8")


def _article(row: dict[str, Any]) -> Article:
    day = dt.date.fromisoformat(row["published"])
    return make_article(row["text"], id=row["id"], outlet=row["outlet"], published=day)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
