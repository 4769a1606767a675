"""To be built."""

from collections.abc import Iterator

from rashomon.model import Event, Reading
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(gives=[Event])
def read_events(reading: Reading, settings: Settings) -> Iterator[Event]:  # noqa: ARG001 - a stage's shape
    """Reading -> nothing yet."""
    return iter(())
