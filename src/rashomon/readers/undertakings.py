"""To be built."""

from collections.abc import Iterator

from rashomon.model import Reading, Undertaking
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(gives=[Undertaking])
def read_undertakings(reading: Reading, settings: Settings) -> Iterator[Undertaking]:  # noqa: ARG001 - a stage's shape
    """Reading -> nothing yet."""
    return iter(())
