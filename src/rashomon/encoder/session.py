"""The encoder's weights, verified, as something that can be run."""

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from rashomon.errors import BrokenPromise

WEIGHTS = files("rashomon.encoder") / "weights"


@cache
def session() -> Any:
    """-> an onnxruntime session over the shipped weights; ``BrokenPromise`` where they are not the ones we shipped.

    One thread: a session of several is slower on int8 weights, and an engine runs one process a core.
    """
    import onnxruntime  # noqa: PLC0415 - only what reads needs it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(verified("model.onnx"), options, providers=["CPUExecutionProvider"])


def verified(name: str) -> bytes:
    """Name of a file among the weights -> its bytes, if their sum is the one that was written down."""
    data = (WEIGHTS / name).read_bytes()
    if hashlib.sha256(data).hexdigest() != sums().get(name):
        raise BrokenPromise(
            f"{name} among the encoder's weights is not the file that was shipped; install Rashomon anew"
        )
    return data


@cache
def sums() -> dict[str, str]:
    """-> SHA-256 of each of the weights' files, by name."""
    lines = (WEIGHTS / "sums.txt").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines)}
