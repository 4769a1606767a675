"""Give the encoder its output ``words``: what a word means where it stands, in 96 numbers.

    python training/vectors.py --data ecbplus/train.jsonl.gz --weights src/rashomon/encoder/weights

After `training/attribution.py`, whose heads stay as they are: the output reads the encoder's second layer, where words
used alike are still near one another (later layers know little but attribution). Verbs and nouns of the texts in
``--data`` ({"id", "text"} a line, gzipped) give its 96 directions: those in which they differ most, half whitened, so
that no single one outweighs the others. ``model.onnx`` and ``sums.txt`` in ``--weights`` are written anew; afterwards
`training/happenings.py` must be run again.
"""

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from rashomon.encoder.encode import WIDTH
from rashomon.encoder.windows import units, windows
from rashomon.model import Reading, make_article
from rashomon.registry import STAGES, find
from rashomon.settings import Settings

LAYER = "/encoder/encoder/layer.1/output/LayerNorm/LayerNormalization_output_0"
NAME = "words"
_OURS = frozenset({NAME, f"{NAME}.centred", f"{NAME}.mean", f"{NAME}.basis"})


def without_words(model: Any) -> Any:
    """ONNX model -> the same without the output, if it has it."""
    for field in (model.graph.output, model.graph.initializer):
        for item in [item for item in field if item.name in _OURS]:
            field.remove(item)
    for node in [node for node in model.graph.node if set(node.output) & _OURS]:
        model.graph.node.remove(node)
    return model


def with_words(model: Any, mean: Any, basis: Any, layer: str = LAYER) -> Any:
    """ONNX model, mean and directions [width, 96] -> the model with the output."""
    for name, values in (("mean", mean), ("basis", basis)):
        model.graph.initializer.append(numpy_helper.from_array(values.astype(np.float32), f"{NAME}.{name}"))
    model.graph.node.append(helper.make_node("Sub", [layer, f"{NAME}.mean"], [f"{NAME}.centred"]))
    model.graph.node.append(helper.make_node("MatMul", [f"{NAME}.centred", f"{NAME}.basis"], [NAME]))
    model.graph.output.append(helper.make_tensor_value_info(NAME, TensorProto.FLOAT, [1, "length", basis.shape[1]]))
    return model


def states(model: Any, texts: Iterator[str], layer: str = LAYER) -> Iterator[Any]:
    """ONNX model and texts -> the layer's state at the first piece of each verb and noun."""
    deep = onnx.ModelProto()
    deep.CopyFrom(model)
    deep.graph.output.append(helper.make_tensor_value_info(layer, TensorProto.FLOAT, None))
    session = onnxruntime.InferenceSession(deep.SerializeToString(), providers=["CPUExecutionProvider"])
    settings = Settings()
    for number, text in enumerate(texts):
        reading = Reading(make_article(text, id=str(number)))
        for name in ("blocks", "syntax"):
            run = find(STAGES, name)
            reading = reading.adding(run.promise.gives, run(reading, settings))
        for window in windows(units(reading)):
            found = session.run([layer], {"ids": np.array([window.ids], dtype=np.int64)})[0][0]
            kept = [
                f for f, t in zip(window.first, window.tokens, strict=True) if reading.doc[t].pos_ in {"VERB", "NOUN"}
            ]
            yield found[kept]


def directions(seen: Any, width: int) -> tuple[Any, Any]:
    """States [words, width of the layer] -> their mean, and the half whitened directions in which they differ most."""
    mean = seen.mean(axis=0)
    spread, axes = np.linalg.eigh(np.cov((seen - mean).T))
    most = np.argsort(-spread)[:width]
    return mean, axes[:, most] / spread[most] ** 0.25


def main() -> None:
    """Command line -> weights with the output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    options = parser.parse_args()
    path = options.weights / "model.onnx"
    model = without_words(onnx.load(str(path)))
    texts = (json.loads(line)["text"] for line in gzip.decompress(options.data.read_bytes()).splitlines())
    mean, basis = directions(np.concatenate(list(states(model, texts))), WIDTH)
    onnx.save(with_words(model, mean, basis), str(path))
    names = ("model.onnx", "vocab.txt")
    sums = "".join(f"{hashlib.sha256((options.weights / n).read_bytes()).hexdigest()}  {n}\n" for n in names)
    (options.weights / "sums.txt").write_text(sums, encoding="utf-8")


if __name__ == "__main__":
    main()
