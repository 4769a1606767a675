"""Blocks -> quoted stretches."""

from collections.abc import Iterator

from rashomon.model import Block, Quotation, Reading
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(needs=[Block], gives=[Quotation])
def read_quotes(reading: Reading, settings: Settings) -> Iterator[Quotation]:  # noqa: ARG001 - a stage's shape
    """Reading with blocks -> its quoted stretches in text order."""
    return iter(())
