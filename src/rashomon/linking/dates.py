"""To be built."""

from collections.abc import Iterator

from rashomon.model import Reading, Time
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(gives=[Time])
def link_dates(reading: Reading, settings: Settings) -> Iterator[Time]:  # noqa: ARG001 - a stage's shape
    """Reading -> nothing yet."""
    return iter(())
