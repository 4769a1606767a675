"""To be built."""

from collections.abc import Iterator

from rashomon.model import Entity, Reading
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(gives=[Entity])
def link_entities(reading: Reading, settings: Settings) -> Iterator[Entity]:  # noqa: ARG001 - a stage's shape
    """Reading -> nothing yet."""
    return iter(())
