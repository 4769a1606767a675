"""Two tellings of one thing: what each says of it, and whether that can both hold."""

from dataclasses import dataclass
from typing import Any

from rashomon.lexicon.files import load
from rashomon.model import Difference, Span, Value
from rashomon.text.grammar import SUBJECTS, is_passive, is_yet_to_come
from rashomon.weighing.alignment.axes import axis_of
from rashomon.weighing.alignment.tellings import Telling
from rashomon.weighing.alignment.values import Values, value


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
    fits |= any(x.denied and _denies_a_part(x) for x in (one, two)) and not other_side
    fits |= _is_sought(one) != _is_sought(two)  # who would like to sign may not sign
    fits |= any(_is_to_come(a) and _is_not_yet(b) for a, b in ((one, two), (two, one)))
    fits |= _is_over(one) != _is_over(two) or _are_two_rules(one, two)
    if fits:
        return None
    return Difference(stance_slot(one), tuple(sorted(stance(x) for x in (one, two))), conflict=True)


def _denies_a_part(one: Telling) -> bool:
    """Whether much can be so beside what a clause denies: "some were not paid", "had not arrived by Monday"."""
    if one.off:
        return False  # "put off the release of ten prisoners": of all ten
    dated = {t.i for t in one.tokens for time in Values(one).times if time.span.start <= t.idx < time.span.end}
    joined = (c for c in one.verb.children if c.dep_ == "conj" and any(s.dep_ in SUBJECTS for s in c.children))
    besides = {t.i for clause in joined for t in clause.subtree}  # "no talks were held, but they swapped two letters"
    others = [t for t in one.tokens if t.i not in dated | besides]
    in_part = any(t.lower_ in load("contrasts.yaml")["in_part"] or t.tag_ == "CD" for t in others)
    return in_part or any(t.lower_ == "by" and {c.i for c in t.children} & dated for t in one.tokens)


def _is_sought(one: Telling) -> bool:
    """Whether a telling is only of what somebody wants, or is still talked about: "talks on his return to lead"."""
    led = one.verb.tag_ == "VB" and one.verb.dep_ in {"acl", "advcl", "relcl", "xcomp"}
    before = one.verb.doc[one.verb.head.i : one.verb.i] if led else ()
    return one.wished or any(t.lemma_.lower() in load("contrasts.yaml")["unsettled"] for t in before)


def _is_over(one: Telling) -> bool:
    """Whether a telling is of what was so before: "previously, agencies were required to ask"."""
    return any(t.lower_ in load("contrasts.yaml")["over"] for t in one.tokens)


def _are_two_rules(one: Telling, two: Telling) -> bool:
    """Whether two tellings are of what rules bind somebody to, and can be of two rules: an act, and a change to it.

    What two that are known by name require, allow or ban is held against each other as any deed.
    """
    bound = [_binding(x) for x in (one, two)]
    if None in bound or all(x.doer.entities for x in (one, two)):
        return False
    inner = any(verb != x.verb for verb, x in zip(bound, (one, two), strict=True))  # "to consult", of "require"
    return inner or not one.doer.keys & two.doer.keys or _is_new(one) != _is_new(two)


def _binding(one: Telling) -> Any:
    """The verb by which a rule binds somebody to a deed or lets him do it, None where there is none."""
    above = one.verb.head if one.verb.dep_ in {"xcomp", "ccomp"} else one.verb
    return next((v for v in (one.verb, above) if v.lemma_.lower() in load("contrasts.yaml")["ruling"]), None)


def _is_new(one: Telling) -> bool:
    """Whether who acts is told to be new: "the new rules"."""
    return one.subject is not None and "new" in one.subject.of(one.reading.text).lower().split()


def _is_to_come(one: Telling) -> bool:
    return one.time == "ahead" and not one.denied


def _is_not_yet(one: Telling) -> bool:
    """Whether a telling is of what has not come about: who "is not signed", or "has yet to sign", can be signed yet."""
    if one.off:
        return False
    is_state = one.time == "present" and is_passive(one.verb) and one.verb.tag_ == "VBN"
    return one.denied and (is_state or is_yet_to_come(one.verb))


def stance_slot(one: Telling) -> str:
    """A telling -> the slot in which another of the same thing can be against it."""
    return str(axis_of(one.axis)["slot"]) if one.axis else "status"


def stance(one: Telling) -> Value:
    """A telling -> what it tells: the words for its side, else whether it was, is planned, or is denied."""
    if one.axis:
        return value(one, one.stance)
    denied = "called off" if one.off else "denied"
    status = denied if one.denied else "planned" if one.time == "ahead" else "happened"
    return Value(one.article, status, one.stance.start, one.stance.end)
