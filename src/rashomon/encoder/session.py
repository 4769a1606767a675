"""Shipped weights, of the encoder or another model, verified, as something that can be run."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from rashomon.errors import BrokenPromise

WEIGHTS = Path(__file__).parent / "weights"

_SLOWER = ["SkipLayerNormFusion"]
"""Optimizers that cost time: a sum and a normalization in one step take thrice as long as in two (onnxruntime 1.32)."""


@cache
def session(folder: Path = WEIGHTS) -> Any:
    """Folder of weights -> an onnxruntime session over them; ``BrokenPromise`` where they are not the ones we shipped.

    One thread: a session of several is slower on int8 weights, and an engine runs one process a core.
    """
    import onnxruntime  # noqa: PLC0415 - only what reads needs it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # windows differ in length: an arena only grows
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(verified("model.onnx", folder)), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
    )


def verified(name: str, folder: Path = WEIGHTS) -> Path:
    """Name of a file among the weights of a folder -> its path, if the file's sum is the one that was written down."""
    path = folder / name
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != sums(folder).get(name):
        raise BrokenPromise(
            f"{name} among the {folder.parent.name}'s weights is not the file that was shipped; install Rashomon anew"
        )
    return path


@cache
def sums(folder: Path = WEIGHTS) -> dict[str, str]:
    """Folder of weights -> SHA-256 of each of its files, by name."""
    lines = (folder / "sums.txt").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines)}
