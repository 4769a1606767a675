"""To be built."""

from collections.abc import Iterator

from rashomon.model import Attribution, Reading
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(gives=[Attribution])
def read_attributions(reading: Reading, settings: Settings) -> Iterator[Attribution]:  # noqa: ARG001 - a stage's shape
    """Reading -> nothing yet."""
    return iter(())
