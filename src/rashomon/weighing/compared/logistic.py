"""The judges that are logistic regressions: traits and weights -> how sure."""

import math
from collections.abc import Sequence


def how_sure(traits: Sequence[float], weights: Sequence[float], bias: float) -> float:
    """Traits, and the weights and bias of a logistic regression -> how sure its judge is, 0 to 1."""
    return 1 / (1 + math.exp(-bias - math.fsum(w * t for w, t in zip(weights, traits, strict=True))))
