"""Whole reading, and dating alone, against the bare spaCy pipeline on the same texts in the same run, one thread each.

Machines are noisy: what counts is the ratio. Each side runs in a process of its own, three times in turn; the best
counts. CPU seconds are those after loading and two articles of warming up.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROUNDS = 3
TEXTS = {"whole": 40, "dates": 200}

_SIDE = """
import datetime, gzip, json, resource, sys, time
side, path, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with gzip.open(path, "rt", encoding="utf-8") as lines:
    rows = [json.loads(line) for line in lines][:count]
from rashomon.model import make_article
from rashomon.pipeline import for_dates, read_article
from rashomon.renderers.readings import date_lines
from rashomon.settings import Settings
from rashomon.text.syntax import load_pipeline
if side == "bare":
    nlp = load_pipeline("")
    work = lambda row: nlp(row["text"])
elif side == "dates":
    day = lambda row: datetime.date.fromisoformat(row["dct"][:10])
    given = lambda row: make_article(row["text"], id=row["id"], published=day(row))
    work = lambda row: list(date_lines([read_article(given(row), for_dates(Settings()))]))
else:
    work = lambda row: read_article(make_article(row["text"], id=row["id"]), Settings())
for row in rows[:2]:
    work(row)
start = time.process_time()
for row in rows:
    work(row)
spent = time.process_time() - start
print(json.dumps({"cpu": spent, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def speed_figures(articles: Path, dated: Path) -> dict[str, float]:
    """PolNeAR's dev file and TimeBank's, whose days are given -> ratios of CPU time and peak memory.

    Printed are articles per CPU second and peak memory in MB of each side. The ratios are given upside down
    (bare / whole), so that higher is better, as for every figure with a floor.
    """
    figures: dict[str, float] = {}
    if articles.exists():
        bare, whole = _best("bare", "whole", articles)
        figures["bare / whole CPU time"] = bare["cpu"] / whole["cpu"]
        figures["bare / whole peak memory"] = bare["mb"] / whole["mb"]
    if dated.exists():
        bare, dates = _best("bare", "dates", dated)
        figures["bare / dates CPU time"] = bare["cpu"] / dates["cpu"]
    return figures


def _best(bare: str, walk: str, corpus: Path) -> tuple[dict[str, float], ...]:
    """Two sides and a corpus -> of each its least CPU time and most memory, both in turn."""
    count = TEXTS[walk]
    rounds = [[_run(side, corpus, count) for side in (bare, walk)] for _ in range(ROUNDS)]
    best = tuple(
        {"cpu": min(r["cpu"] for r in runs), "mb": max(r["mb"] for r in runs)} for runs in zip(*rounds, strict=True)
    )
    for side, run in zip((bare, walk), best, strict=True):
        print(f"speed: {side:6} {count / run['cpu']:6.2f} articles per CPU second, peak {run['mb']:.0f} MB")
    return best


def _run(side: str, corpus: Path, count: int) -> dict[str, float]:
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
    done = subprocess.run(
        [sys.executable, "-c", _SIDE, side, str(corpus), str(count)],
        capture_output=True, text=True, check=True, env=os.environ | threads,
    )  # fmt: skip
    result: dict[str, float] = json.loads(done.stdout)
    return result
