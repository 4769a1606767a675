"""Whole reading against the bare spaCy pipeline on the same texts in the same run, one thread each.

Machines are noisy: what counts is the ratio. Each side runs in a process of its own, three times in turn; the best
counts. CPU seconds are those after loading and two articles of warming up.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

TEXTS = 40
ROUNDS = 3

_SIDE = """
import gzip, json, resource, sys, time
side, path, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with gzip.open(path, "rt", encoding="utf-8") as lines:
    rows = [json.loads(line) for line in lines][:count]
from rashomon.model import make_article
from rashomon.settings import Settings
from rashomon.text.syntax import load_pipeline
if side == "bare":
    nlp = load_pipeline("")
    work = lambda row: nlp(row["text"])
else:
    from rashomon.pipeline import read_article
    work = lambda row: read_article(make_article(row["text"], id=row["id"]), Settings())
for row in rows[:2]:
    work(row)
start = time.process_time()
for row in rows:
    work(row)
spent = time.process_time() - start
print(json.dumps({"cpu": spent, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def speed_figures(corpus: Path) -> dict[str, float]:
    """PolNeAR's dev file -> articles per CPU second of both sides, their ratio of CPU time, peak memory in MB.

    The ratio is given upside down (bare / whole), so that higher is better, as for every figure with a floor.
    """
    if not corpus.exists():
        return {}
    runs: dict[str, list[dict[str, float]]] = {"bare": [], "whole": []}
    for _ in range(ROUNDS):
        for side, results in runs.items():
            results.append(_run(side, corpus))
    cpu = {side: min(r["cpu"] for r in results) for side, results in runs.items()}
    memory = {side: max(r["mb"] for r in results) for side, results in runs.items()}
    for side in runs:
        print(f"speed: {side:6} {TEXTS / cpu[side]:6.2f} articles per CPU second, peak {memory[side]:.0f} MB")
    return {
        "bare / whole CPU time": cpu["bare"] / cpu["whole"],
        "bare / whole peak memory": memory["bare"] / memory["whole"],
    }


def _run(side: str, corpus: Path) -> dict[str, float]:
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
    done = subprocess.run(
        [sys.executable, "-c", _SIDE, side, str(corpus), str(TEXTS)],
        capture_output=True, text=True, check=True, env=os.environ | threads,
    )  # fmt: skip
    result: dict[str, float] = json.loads(done.stdout)
    return result
