"""The encoder's weights, verified, as something that can be run."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from rashomon.errors import BrokenPromise

WEIGHTS = Path(__file__).parent / "weights"

_SLOWER = ["SkipLayerNormFusion"]
"""Optimizers that cost time: a sum and a normalization in one step take thrice as long as in two (onnxruntime 1.32)."""


@cache
def session() -> Any:
    """-> an onnxruntime session over the shipped weights; ``BrokenPromise`` where they are not the ones we shipped.

    One thread: a session of several is slower on int8 weights, and an engine runs one process a core.
    """
    import onnxruntime  # noqa: PLC0415 - only what reads needs it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # windows differ in length: an arena only grows
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(verified("model.onnx")), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
    )


def verified(name: str) -> Path:
    """Name of a file among the weights -> its path, if the file's sum is the one that was written down."""
    path = WEIGHTS / name
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != sums().get(name):
        raise BrokenPromise(
            f"{name} among the encoder's weights is not the file that was shipped; install Rashomon anew"
        )
    return path


@cache
def sums() -> dict[str, str]:
    """-> SHA-256 of each of the weights' files, by name."""
    lines = (WEIGHTS / "sums.txt").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines)}
