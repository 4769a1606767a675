"""Measure Rashomon on the dev sets, in one table, against the floors that only rise.

    make bench                               every measure, dev sets found in RASHOMON_BENCH_DATA
    python bench/run.py --data DIR           the same, dev sets in DIR
    python bench/run.py --only time,speed    some of them; those kept for a release run only when named here
    python bench/run.py --pin                write what was reached to floors.json where it is higher

Every figure but speed comes from the output of `rashomon read`, `group` or `compare` as a user gets it, scored by the
scripts in bench/scorers/. The corpora are not in the repository: their licences forbid it (see bench/README.md). With
none named, only the measures on our own texts run.
Exit codes: 0 no figure under its floor, 1 some are, 2 nothing to measure or bad usage.
"""

import argparse
import gzip
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measures import CORPORA, MEASURES, RECORD, Measure
from speed import speed_figures

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
SLACK = 0.0005  # figures are printed with one decimal of a percent; less than half of one is no fall


def main() -> int:
    """Command line -> the table on standard output, and an exit code."""
    options = _options()
    data = Path(options.data)
    if not options.data:
        print(
            "bench: only our own texts: name the folder of dev sets with --data or RASHOMON_BENCH_DATA",
            file=sys.stderr,
        )
    elif not data.is_dir():
        print(f"bench: no folder {data}: name that of the dev sets with --data or RASHOMON_BENCH_DATA", file=sys.stderr)
        return 2
    wanted = set(options.only.split(",")) if options.only else {m.name for m in MEASURES if not m.reserved} | {"speed"}
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    reached: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for measure in (m for m in MEASURES if m.name in wanted):
            needed = [*(CORPORA[c] for c in measure.corpora), *measure.files]
            missing = [path for path in needed if not (data / path).exists()]
            if missing:
                print(f"{measure.name:12} absent: {', '.join(missing)} not in {data.name or 'any folder named'}")
                continue
            _tell_other_corpora(measure, data, floors)
            figures = _measure(measure, data, Path(folder))
            reached |= _report(measure.name, figures, floors["figures"], falling=measure.falling)
    if "speed" in wanted:
        reached |= _report(
            "speed", speed_figures(data / CORPORA["polnear"], data / CORPORA["timebank"]), floors["figures"]
        )
    if options.pin:
        _pin(floors, reached, data)
    if not reached:
        return 2
    return int(any(_is_worse(name, value, floors["figures"].get(name)) for name, value in reached.items()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure Rashomon on the dev sets.")
    parser.add_argument("--data", default=os.environ.get("RASHOMON_BENCH_DATA", ""), help="folder of the dev sets")
    parser.add_argument("--only", default="", help="names of measures, comma separated")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was reached")
    return parser.parse_args()


def _measure(measure: Measure, data: Path, folder: Path) -> dict[str, float]:
    """Measure, folder of the corpora and a scratch folder -> its figures by name."""
    gold, plain = folder / f"{measure.name}.gold", folder / f"{measure.name}.in.jsonl"
    rows = [row for corpus in measure.corpora for row in read_rows(data / CORPORA[corpus])][:: measure.every]
    rows = [row for row in rows if not measure.documents or row["id"] in measure.documents]
    gold.write_text("".join(json.dumps(measure.gold(row)) + "\n" for row in rows), encoding="utf-8")
    plain.write_text("".join(json.dumps(measure.article(row)) + "\n" for row in rows), encoding="utf-8")
    predicted = folder / f"{measure.name}.out.jsonl"
    command = [part.format(input=plain, gold=gold, output=predicted) for part in measure.command]
    script = command[0].endswith(".py")
    program = [str(HERE / command[0]), *command[1:]] if script else ["-m", "rashomon.cli", *command]
    ran = subprocess.run([sys.executable, *program], capture_output=True, text=True, check=False)
    if ran.returncode == 2 or (script and ran.returncode):
        raise SystemExit(f"bench: {' '.join(command)}: {ran.stderr}")
    if measure.stated:
        _keep_stated(predicted)
    if measure.convention is not None:
        found = measure.convention(list(read_rows(predicted)), list(read_rows(Path(RECORD.format(output=predicted)))))
        rows = measure.reach(found, rows) if measure.reach is not None else found
        predicted.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    scorer, *arguments = [part.format(gold=gold, output=predicted, data=data) for part in measure.scorer]
    scored = subprocess.run(
        [sys.executable, str(HERE / "scorers" / scorer), *arguments], capture_output=True, text=True, check=True
    )
    result = json.loads(scored.stdout)
    return {name: _at(result, path) for name, path in measure.figures.items()}


def _keep_stated(predicted: Path) -> None:
    """Path of readings -> nothing; their attributions that are not stated are gone from the file."""
    rows = list(read_rows(predicted))
    for row in rows:
        row["attributions"] = [a for a in row.get("attributions", ()) if a["stated"]]
    predicted.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Path of JSON Lines, gzipped or not -> its rows."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    yield from (json.loads(line) for line in text.split("\n") if line.strip())


def _at(result: Any, path: str) -> float:
    """Scores and a dotted path -> the number there; a digit indexes a list."""
    for key in path.split("."):
        result = result[int(key)] if isinstance(result, list) else result[key]
    return float(result)


def _report(
    name: str, figures: dict[str, float], floors: dict[str, float], *, falling: bool = False
) -> dict[str, float]:
    """A measure's figures -> the same under full names, printed beside their floors, or ceilings if less is better."""
    full = {f"{name}: {figure}": value for figure, value in figures.items()}
    bound, beyond = ("ceiling", "ABOVE THE CEILING") if falling else ("floor", "BELOW THE FLOOR")
    for key, value in full.items():
        floor = floors.get(key)
        mark = f"  {beyond}" if _is_worse(key, value, floor) else ""
        print(f"{key:58} {value:9.3f}   {bound} {'-' if floor is None else format(floor, '.3f')}{mark}", flush=True)
    return full


def _is_worse(name: str, value: float, floor: float | None) -> bool:
    """Full name of a figure, its value and its floor, or ceiling where less is better -> whether it has fallen."""
    if floor is None:
        return False
    return value > floor + SLACK if _is_falling(name) else value < floor - SLACK


def _is_falling(name: str) -> bool:
    return any(name.startswith(f"{m.name}: ") for m in MEASURES if m.falling)


def _tell_other_corpora(measure: Measure, data: Path, floors: dict[str, Any]) -> None:
    for corpus in measure.corpora:
        known = floors["corpora"].get(corpus)
        if known and known != fingerprint(data / CORPORA[corpus]):
            print(f"{measure.name:12} warning: {CORPORA[corpus]} is not the corpus that the floors were set on")


def fingerprint(path: Path) -> str:
    """Path -> the first 16 digits of its SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def _pin(floors: dict[str, Any], reached: dict[str, float], data: Path) -> None:
    """Floors and what was reached -> floors.json, in which no figure is lower than before.

    Machines are noisy: the floors of speed are set by hand, with room below what was seen.
    """
    for name, value in ((name, value) for name, value in reached.items() if not name.startswith("speed")):
        better = min if _is_falling(name) else max
        floors["figures"][name] = round(better(value, floors["figures"].get(name, value)), 4)
    for corpus, path in CORPORA.items():
        if (data / path).exists():
            floors["corpora"][corpus] = fingerprint(data / path)
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
