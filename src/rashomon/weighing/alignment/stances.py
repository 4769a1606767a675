"""Two tellings of one thing: what each says of it, and whether that can both hold."""

from dataclasses import dataclass

from rashomon.model import Difference, Span, Value
from rashomon.weighing.alignment.axes import axis_of
from rashomon.weighing.alignment.tellings import Telling
from rashomon.weighing.alignment.values import value


@dataclass(frozen=True)
class Facing:
    """Two tellings of one thing, how near they are, and in what they part."""

    score: float
    one: Telling
    two: Telling
    differences: tuple[Difference, ...]
    figures: tuple[tuple[str, Span], ...] = ()
    """Where both give one figure."""

    @property
    def has_figures(self) -> bool:
        """Whether both give a figure, one or two."""
        return bool(self.figures) or any(found.slot == "amount" for found in self.differences)


def against(one: Telling, two: Telling) -> Difference | None:
    """Two tellings of one thing -> their words, where one tells another side of it, or denies it."""
    other_side = bool(one.axis) and one.side != two.side
    fits = one.denied or two.denied if other_side else one.denied == two.denied
    fits |= one.wished != two.wished  # who would like to sign may not sign
    if fits:
        return None
    return Difference(stance_slot(one), tuple(sorted(stance(x) for x in (one, two))), conflict=True)


def stance_slot(one: Telling) -> str:
    """A telling -> the slot in which another of the same thing can be against it."""
    return str(axis_of(one.axis)["slot"]) if one.axis else "status"


def stance(one: Telling) -> Value:
    """A telling -> what it tells: the words for its side, else whether it was, is planned, or is denied."""
    if one.axis:
        return value(one, one.stance)
    status = "denied" if one.denied else "planned" if one.time == "ahead" else "happened"
    return Value(one.article, status, one.stance.start, one.stance.end)
