"""Rashomon reads several outlets' reports of one event and writes the verifiable record of it.

>>> import rashomon
>>> [record] = rashomon.compare("examples/tehran")
>>> for line in record.lines:
...     print(line.standing, line.summary)
"""

from collections.abc import Iterator
from pathlib import Path

from rashomon import pipeline
from rashomon.errors import InputError
from rashomon.model import Article, Failure, Reading, Record
from rashomon.settings import Settings
from rashomon.sources import load

__all__ = ["compare", "read"]


def read(*inputs: str | Path | Article, settings: Settings | None = None) -> list[Reading]:
    """Articles, or paths of files and folders -> their readings; ``InputError`` at the first that cannot be read."""
    chosen = settings or Settings()
    readings = []
    for item in pipeline.read_all(_articles(inputs), chosen):
        if isinstance(item, Failure):
            raise InputError(f"{item.article}: {item.reason}")
        readings.append(item)
    return readings


def compare(*inputs: str | Path | Article, settings: Settings | None = None) -> list[Record]:
    """Articles, or paths of files and folders -> one record a story; what could not be read stands in ``failures``."""
    chosen = settings or Settings()
    return list(pipeline.compare(pipeline.read_all(_articles(inputs), chosen), chosen))


def _articles(inputs: tuple[str | Path | Article, ...]) -> Iterator[Article | Failure]:
    for item in inputs:
        if not isinstance(item, str | Path | Article):
            raise InputError(f"neither an article nor a path: {type(item).__name__}; give each one as an argument")
    yield from (item for item in inputs if isinstance(item, Article))
    yield from load([item for item in inputs if not isinstance(item, Article)])
