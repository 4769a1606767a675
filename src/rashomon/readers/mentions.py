"""To be built."""

from collections.abc import Iterator

from rashomon.model import Mention, Reading
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(gives=[Mention])
def read_mentions(reading: Reading, settings: Settings) -> Iterator[Mention]:  # noqa: ARG001 - a stage's shape
    """Reading -> nothing yet."""
    return iter(())
