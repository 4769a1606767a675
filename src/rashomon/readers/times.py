"""To be built."""

from collections.abc import Iterator

from rashomon.model import Reading, TimeExpression
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(gives=[TimeExpression])
def read_times(reading: Reading, settings: Settings) -> Iterator[TimeExpression]:  # noqa: ARG001 - a stage's shape
    """Reading -> nothing yet."""
    return iter(())
