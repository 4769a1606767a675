"""The lexicon's data files, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """Path of a YAML file below the lexicon ("cues.yaml") -> what stands in it, read once."""
    return read(name)


def read(name: str) -> Any:
    """Path of a YAML file below the lexicon -> what stands in it, kept by nobody: for a large one."""
    text = (files("rashomon.lexicon") / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders


@cache
def names(folder: str) -> tuple[str, ...]:
    """Folder of the lexicon ("events") -> the paths of its YAML files, sorted."""
    return tuple(
        sorted(f"{folder}/{f.name}" for f in (files("rashomon.lexicon") / folder).iterdir() if f.name.endswith(".yaml"))
    )
