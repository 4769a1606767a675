"""What claims come to before they are lines: matters, and what the accounts of one tell against one another."""

from rashomon.model import Difference
from rashomon.weighing.claims.told import Told

Matter = list[Told]
"""The claims of one matter, the one that tells it best first."""
Weighed = list[tuple[Matter, tuple[Difference, ...]]]
"""Matters, each with what its accounts tell against one another."""
