"""Train the attribution tagger: texts with attributions marked in, the weights that Rashomon reads with out.

    python training/attribution.py --data train.jsonl.gz --check dev.jsonl.gz --base minilm --out weights

``--data`` and ``--check`` are gzipped JSON Lines, one article a line: {"id", "text", "attributions": [{"source",
"cue", "content"}]}, each role a list of [start, end] in code points of the text. ``--base`` is a folder with the
encoder to start from (config.json, model.safetensors, vocab.txt). ``--out`` receives ``model.onnx`` (int8),
``vocab.txt`` and ``sums.txt``, which belong into ``rashomon/encoder/weights``; a run that was stopped goes on from
``checkpoint.pt`` there. What to install, and how long it takes, stands in README.md beside this file.
"""

import argparse
import gzip
import hashlib
import json
import math
import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import BertModel

from rashomon.encoder.roles import LABELS, ROLES
from rashomon.encoder.windows import BUDGET, Unit, Window, units, windows
from rashomon.model import Reading, make_article
from rashomon.registry import STAGES, find
from rashomon.settings import Settings

IGNORED = -100
LINK_WIDTH = 96
LINK_SHARE = 0.3
"""Weight of the links' loss beside that of the labels."""
BUDGETS = (110, 150, BUDGET, 250)
"""Window sizes drawn from while training, so that the tagger does not learn where windows are cut."""


@dataclass(frozen=True)
class Text:
    """An article for training: its units, and by token number the label and the token that it is linked to."""

    units: list[Unit]
    labels: dict[int, int]
    links: dict[int, int]


class Tagger(nn.Module):
    """Encoder with two heads: the label of every wordpiece, and which wordpiece it belongs to.

    A word of a content is linked to the first word of its cue, a word of a cue to the first word of its source, and
    to the window's first mark where that is not in the window.
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        # Without attention dropout: with it, torch's attention on a CPU takes a path twice as slow.
        self.encoder = BertModel.from_pretrained(str(base), add_pooling_layer=False, attention_probs_dropout_prob=0.0)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        width = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.label = nn.Linear(width, len(LABELS))
        self.asks = nn.Linear(width, LINK_WIDTH)
        self.answers = nn.Linear(width, LINK_WIDTH)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor | None = None) -> tuple[torch.Tensor, torch.Tensor]:
        """Wordpieces and mask [batch, length] -> scores of labels [.., labels] and of links [.., length] at each."""
        hidden = self.drop(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        links = self.asks(hidden) @ self.answers(hidden).transpose(1, 2) / math.sqrt(LINK_WIDTH)
        return self.label(hidden), links


def read_texts(path: Path) -> Iterator[Text]:
    """Path of marked articles -> texts for training, read and cut by the stages that will read with the weights."""
    settings = Settings()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            reading = Reading(make_article(row["text"], id=row["id"]))
            for name in ("blocks", "syntax"):
                run = find(STAGES, name)
                reading = reading.adding(run.promise.gives, run(reading, settings))
            yield marked(reading, row["attributions"])


def marked(reading: Reading, attributions: list[dict[str, Any]]) -> Text:
    """Reading and its gold attributions -> a text for training."""
    starts = np.array([t.idx for t in reading.doc] or [0])

    def tokens(spans: list[list[int]]) -> list[list[int]]:
        return [
            list(range(max(0, int(np.searchsorted(starts, s, "right")) - 1), int(np.searchsorted(starts, e, "left"))))
            for s, e in spans
        ]

    labels: dict[int, int] = {}
    links: dict[int, int] = {}
    for attribution in attributions:
        pieces = {role: tokens(attribution[role]) for role in ROLES}
        first = {role: min((p[0] for p in pieces[role] if p), default=-1) for role in ROLES}
        for role in ROLES:
            for piece in pieces[role]:
                for place, token in enumerate(piece):
                    labels[token] = LABELS.index(("I-" if place else "B-") + role)
        links |= {t: first["source"] for p in pieces["cue"] for t in p}
        links |= {t: first["cue"] for p in pieces["content"] for t in p}
    return Text(units(reading), labels, links)


@dataclass(frozen=True)
class Example:
    """A window with its gold labels and links, by wordpiece; what is not learned from is ``IGNORED``."""

    window: Window
    labels: list[int]
    links: list[int]


def examples(text: Text, budget: int) -> Iterator[Example]:
    """Text and a window size -> its windows with gold."""
    for window in windows(text.units, budget):
        labels, links = [IGNORED] * len(window.ids), [IGNORED] * len(window.ids)
        where = dict(zip(window.tokens, window.first, strict=True))
        for token, at in list(where.items())[window.context :]:
            labels[at] = text.labels.get(token, 0)
            if token in text.links:
                links[at] = where.get(text.links[token], 0)
        yield Example(window, labels, links)


def collated(batch: list[Example]) -> tuple[torch.Tensor, ...]:
    """Examples -> ids, mask, labels and links as tensors, padded to the longest."""
    longest = max(len(e.window.ids) for e in batch)

    def padded(rows: list[list[int]], filler: int) -> torch.Tensor:
        return torch.tensor([row + [filler] * (longest - len(row)) for row in rows])

    return (
        padded([list(e.window.ids) for e in batch], 0),
        padded([[1] * len(e.window.ids) for e in batch], 0),
        padded([e.labels for e in batch], IGNORED),
        padded([e.links for e in batch], IGNORED),
    )


def losses(model: Tagger, batch: list[Example]) -> torch.Tensor:
    """Model and a batch -> the loss of both heads."""
    ids, mask, labels, links = collated(batch)
    with torch.autocast("cpu", torch.bfloat16):
        said, tied = model(ids, mask)
    tied = tied.float().masked_fill(mask[:, None, :] == 0, -1e4)
    loss = nn.functional.cross_entropy(said.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
    known = links.flatten()
    if (known == IGNORED).all():
        return loss
    return loss + LINK_SHARE * nn.functional.cross_entropy(tied.flatten(0, 1), known, ignore_index=IGNORED)


def epoch(texts: list[Text], rng: random.Random, size: int) -> list[list[Example]]:
    """Texts -> an epoch's batches: windows cut anew, batches of like length in random order."""
    cut = [e for text in texts for e in examples(text, rng.choice(BUDGETS))]
    rng.shuffle(cut)
    pool = size * 16
    ordered = [e for k in range(0, len(cut), pool) for e in sorted(cut[k : k + pool], key=lambda e: len(e.window.ids))]
    batches = [ordered[k : k + size] for k in range(0, len(ordered), size)]
    rng.shuffle(batches)
    return batches


def checked(model: Tagger, texts: list[Text]) -> dict[str, float]:
    """Model and marked texts -> per role the F1 of words in percent, and the share of links that are right."""
    hits, found, gold = (dict.fromkeys(ROLES, 0) for _ in range(3))
    right = linked = 0
    model.eval()
    for text in texts:
        for example in examples(text, BUDGET):
            ids, mask, labels, links = collated([example])
            with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
                said, tied = model(ids, mask)
            for true, guess in zip(labels[0].tolist(), said[0].argmax(-1).tolist(), strict=True):
                for role in ROLES if true != IGNORED else ():
                    is_true, is_guess = LABELS[true].endswith(role), LABELS[guess].endswith(role)
                    hits[role] += is_true and is_guess
                    found[role] += is_guess
                    gold[role] += is_true
            known = links[0] != IGNORED
            right += int((tied[0].argmax(-1)[known] == links[0][known]).sum())
            linked += int(known.sum())
    model.train()
    figures = {role: round(200 * hits[role] / max(1, found[role] + gold[role]), 2) for role in ROLES}
    return figures | {"links": round(100 * right / max(1, linked), 2)}


def train(model: Tagger, texts: list[Text], check: list[Text], options: argparse.Namespace) -> None:
    """Model, texts and options -> the model trained in place; ``SystemExit`` when its time is up, with a checkpoint."""
    live = [p for p in model.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in live if p.ndim > 1], "weight_decay": 0.01},
        {"params": [p for p in live if p.ndim == 1], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=options.rate)
    rounds = (epoch(texts, random.Random(f"{options.seed}/{n}"), options.batch) for n in range(options.epochs))
    plan = [batch for batches in rounds for batch in batches]
    warm = max(1, len(plan) // 16)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (len(plan) - s) / (len(plan) - warm)))
    )
    state = {"model": model, "optimizer": optimizer, "schedule": schedule}
    began, done = time.monotonic(), resumed(state, options.out)
    model.train()
    for step, batch in enumerate(plan[done:], done + 1):
        loss = losses(model, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(live, 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        spent = time.monotonic() - began
        if step % options.report == 0 or step == len(plan):
            line = {"step": step, "of": len(plan), "loss": round(loss.item(), 4), "s": round(spent)}
            print(json.dumps(line | checked(model, check)), flush=True)
        if spent > options.minutes * 60 and step < len(plan):
            torch.save({name: part.state_dict() for name, part in state.items()} | {"step": step}, kept(options.out))
            raise SystemExit(f"stopped at step {step} of {len(plan)}; run again to go on")
    kept(options.out).unlink(missing_ok=True)


def kept(out: Path) -> Path:
    """Folder of the weights -> the path of the checkpoint in it."""
    return out / "checkpoint.pt"


def resumed(state: dict[str, Any], out: Path) -> int:
    """Parts of a run, and its folder -> the steps that were done before; the parts stand as they stood then."""
    if not kept(out).exists():
        return 0
    saved = torch.load(kept(out), weights_only=True)
    for name, part in state.items():
        part.load_state_dict(saved[name])
    return int(saved["step"])


def export(model: Tagger, base: Path, out: Path) -> None:
    """Trained model -> ``model.onnx`` in int8, ``vocab.txt`` and the sums of both in ``out``."""
    model.eval()
    ids = torch.randint(1000, 2000, (1, 32))
    whole, small = out / "float.onnx", out / "model.onnx"
    lengths = {0: "batch", 1: "length"}
    torch.onnx.export(
        model, (ids,), str(whole), input_names=["ids"], output_names=["labels", "links"],
        dynamic_axes={"ids": lengths, "labels": lengths, "links": lengths | {2: "length"}},
        opset_version=17, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(
        str(whole),
        str(small),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )
    whole.unlink()
    shutil.copyfile(base / "vocab.txt", out / "vocab.txt")
    sums = "".join(f"{hashlib.sha256((out / n).read_bytes()).hexdigest()}  {n}\n" for n in ("model.onnx", "vocab.txt"))
    (out / "sums.txt").write_text(sums, encoding="utf-8")


def main() -> None:
    """Command line -> weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--check", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=600.0)
    parser.add_argument("--report", type=int, default=500)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    model = Tagger(options.base)
    texts, check = list(read_texts(options.data)), list(read_texts(options.check))
    train(model, texts, check, options)
    torch.save(model.state_dict(), options.out / "float.pt")
    export(model, options.base, options.out)


if __name__ == "__main__":
    main()
