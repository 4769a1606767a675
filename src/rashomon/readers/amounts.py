"""To be built."""

from collections.abc import Iterator

from rashomon.model import Amount, Reading
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(gives=[Amount])
def read_amounts(reading: Reading, settings: Settings) -> Iterator[Amount]:  # noqa: ARG001 - a stage's shape
    """Reading -> nothing yet."""
    return iter(())
