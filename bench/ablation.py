"""What rules and encoder each contribute to attribution: PolNeAR dev read with either, with both, and as stated only.

python bench/ablation.py /path/to/data     the table of docs/attribution.md, as Markdown
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from measures import CORPORA
from rashomon.model import Attribution, Reading, make_article
from rashomon.readers.attributions import read_attributions, ruled, settled, tagged
from rashomon.registry import STAGES, find
from rashomon.settings import STAGES as ORDER
from rashomon.settings import Settings
from run import HERE, read_rows


def both(reading: Reading) -> Iterable[Attribution]:
    """Reading -> its attributions as the stage gives them."""
    return read_attributions(reading, Settings())


ROWS: dict[str, Callable[[Reading], Iterable[Attribution]]] = {
    "rules only": lambda reading: settled(reading, ruled(reading)),
    "encoder only": lambda reading: settled(reading, list(tagged(reading))),
    "both": both,
    "both, stated": lambda reading: (a for a in both(reading) if a.stated),
}


def main() -> int:
    """Command line -> the table on standard output, and an exit code."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    gold = Path(sys.argv[1]) / CORPORA["polnear"]
    readings = [read(row) for row in read_rows(gold)]
    print(
        "| read with | words of content / source / cue | relaxed | attributed (precision) | quoted | indirect relaxed |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    for name, attribute in ROWS.items():
        scores = scored(gold, [(reading.article.id, attribute(reading)) for reading in readings])
        print(f"| {name} | {' | '.join(cells(scores))} |", flush=True)
    return 0


def read(row: dict[str, Any]) -> Reading:
    """Corpus row -> its reading up to what attributions are read from."""
    reading, settings = Reading(make_article(row["text"], id=row["id"])), Settings()
    for name in ORDER[: ORDER.index("attributions")]:
        run = find(STAGES, name)
        reading = reading.adding(run.promise.gives, run(reading, settings))
    return reading


def scored(gold: Path, found: Iterable[tuple[str, Iterable[Attribution]]]) -> dict[str, Any]:
    """Gold file and attributions by article -> what the scorer says."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predicted:
        for name, attributions in found:
            rows = [{role: getattr(a, role) for role in ("source", "cue", "content")} for a in attributions]
            spans = [{role: [[s.start, s.end] for s in spans] for role, spans in row.items()} for row in rows]
            predicted.write(json.dumps({"id": name, "attributions": spans}) + "\n")
        predicted.flush()
        command = [sys.executable, str(HERE / "scorers" / "score_attribution.py"), str(gold), predicted.name, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def cells(scores: dict[str, Any]) -> list[str]:
    """Scores -> the cells of a row, in percent."""
    words, found = scores["tokens"], scores["attributions"]
    percent = [100 * words[role]["f1"] for role in ("content", "source", "cue")]
    attributed = found["all"]["attributed"]
    return [
        " / ".join(f"{value:.1f}" for value in percent),
        f"{100 * found['all']['relaxed']['f1']:.1f}",
        f"{100 * attributed['f1']:.1f} ({100 * attributed['p']:.1f})",
        f"{100 * found['quoted']['attributed']['f1']:.1f}",
        f"{100 * found['indirect']['relaxed']['f1']:.1f}",
    ]


if __name__ == "__main__":
    sys.exit(main())
