"""To be built."""

from collections.abc import Iterator

from rashomon.model import Claim, Reading
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(gives=[Claim])
def fold_claims(reading: Reading, settings: Settings) -> Iterator[Claim]:  # noqa: ARG001 - a stage's shape
    """Reading -> nothing yet."""
    return iter(())
