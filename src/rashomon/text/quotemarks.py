"""Quotation marks of one block: which open, which close, which are apostrophes or inches, and which belong together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from rashomon.lexicon.files import load

_MARK = re.compile(r"``|''|[\"“”„‟«»‘’']")
_DOUBLE = frozenset({"``", "''", '"', "“", "”", "„", "‟"})
_BEFORE_OPENING = frozenset("([{—–-/“\"„«‘'…")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/”\"»’'…“")
_NEVER_FIRST = frozenset(",.;:!?)]")
_LEFT_OUT = re.compile(r"\[?(?:\.\.\.|…)[\]\s]*\w")
"""What follows a mark that opens in the midst of a sentence: `said that"... costs remain high"`."""
_FEET = re.compile(r"\d['’′]\s?\d{1,2}$")

_DEEPEST = 5  # nobody quotes deeper; a page full of opening marks must not cost the square of its length

Family = Literal["double", "single", "guillemet"]


class Mark(NamedTuple):
    """A quotation mark: where it starts and ends, its family, whether it opens, and the glyph."""

    at: int
    end: int
    family: Family
    opens: bool
    glyph: str


@dataclass
class Stretch:
    """Opening and closing mark of one quotation, either of which may be missing, and its depth from 1."""

    opening: Mark | None
    closing: Mark | None
    cut: int = -1
    level: int = 1


@cache
def _elided() -> re.Pattern[str]:
    words = "|".join(load("quotes.yaml")["elided"].split())
    return re.compile(rf"(?:\d\ds?|{words})\b", re.IGNORECASE)


@cache
def announcing() -> str:
    """-> an alternation of the words that announce what somebody said."""
    return "|".join(load("quotes.yaml")["announcing"].split())


@cache
def _announced() -> re.Pattern[str]:
    return re.compile(rf"(?:[\w.’'-]+ ){{0,3}}(?:{announcing()})\b")


def marks(text: str, start: int, end: int) -> list[Mark]:
    """Text and a block's bounds -> its quotation marks in order; apostrophes and inches are left out."""
    found: list[Mark] = []
    depth = {"double": 0, "guillemet": 0}
    for match in _MARK.finditer(text, start, end):
        glyph, at, stop = match[0], match.start(), match.end()
        before = text[at - 1] if at > start else " "
        after = text[stop] if stop < end else " "
        if glyph in _DOUBLE:
            opens = _double_opens(glyph, before, after, depth["double"])
            opens = opens or (glyph == '"' and not depth["double"] and _LEFT_OUT.match(text, stop, end) is not None)
            opens = opens and not (depth["double"] and before == " " and _is_adrift(text, at, stop, start, end))
            if glyph == '"' and not opens and before.isdigit() and _is_inches(text, at, end, depth["double"], start):
                continue
            family: Family = "double"
        elif glyph in "«»":
            opens, family = _guillemet_opens(glyph, before, after, depth["guillemet"]), "guillemet"
        else:
            way = _single_opens(glyph, before, after, bool(_elided().match(text, stop, end)))
            if before == after == " " and glyph == "'" and _is_adrift(text, at, stop + 1, start, end):
                way = False
            if way is not None:
                found.append(Mark(at, stop, "single", way, glyph))
            continue
        depth[family] = max(0, depth[family] + (1 if opens else -1))
        found.append(Mark(at, stop, family, opens, glyph))
    return _without_plural_apostrophes(text, found)


def _double_opens(glyph: str, before: str, after: str, depth: int) -> bool:
    opening = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closing = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if glyph in {"„", "‟", "``"}:
        return True
    if after in _NEVER_FIRST:
        return False
    if glyph == "“":
        return opening or not (closing and depth)
    if glyph in {"”", "''"}:
        return opening and before.isspace() and (after.isalnum() or after == "[") and not depth
    if opening != closing:
        return opening
    return not depth


def _is_adrift(text: str, at: int, stop: int, start: int, end: int) -> bool:
    """Whether a mark after a blank closes what is open: ``We go, "he said.`` has its blank on the wrong side."""
    return text[max(start, at - 2)] in ",.?!" and _announced().match(text, stop, min(end, stop + 60)) is not None


def _is_inches(text: str, at: int, end: int, depth: int, start: int) -> bool:
    if _FEET.search(text, max(start, at - 6), at):
        return True
    return not depth and at + 1 < end


def _guillemet_opens(glyph: str, before: str, after: str, depth: int) -> bool:
    if glyph == "«":
        return not depth or not (not before.isspace() and not after.isalnum())
    return not depth and before.isspace() and not after.isspace()


def _single_opens(glyph: str, before: str, after: str, elided: bool) -> bool | None:  # noqa: FBT001 - a table of cases
    """Single mark and its neighbours -> whether it opens or closes, None for an apostrophe."""
    starts = (before.isspace() or before in _BEFORE_OPENING) and (after.isalnum() or after in '[“"')
    if starts:
        return None if elided else True
    if glyph == "‘":
        return None
    if before.isalnum() and after.isalnum():
        return None
    return None if before.isspace() else False


def _without_plural_apostrophes(text: str, found: list[Mark]) -> list[Mark]:
    """Marks -> the same without "dogs' tails" inside single quotes: a later mark closes them."""
    singles = [m for m in found if m.family == "single"]
    dropped = {
        m.at
        for m, later in pairwise(singles)
        if not m.opens and not later.opens and text[m.at - 1] in "sS" and text[m.end : m.end + 2].strip().islower()
    }
    return [m for m in found if m.at not in dropped] if dropped else found


def stretches(text: str, start: int, end: int) -> list[Stretch]:
    """Text and a block's bounds -> its quotations, outermost before inner; marks without a partner stay alone."""
    found = marks(text, start, end)
    needed = _closers_left(found)
    stack: list[Stretch] = []
    done: list[Stretch] = []
    for index, mark in enumerate(found):
        if mark.opens:
            _close_forgotten(text, start, stack, (found, index), needed[index])
            stack.append(Stretch(mark, None, level=len(stack) + 1))
            done.append(stack[-1])
            continue
        partner = _partner(stack, mark)
        if partner is not None:
            while stack[-1] is not partner:
                stack.pop()
            stack.pop().closing = mark
        elif mark.family != "single" and text[mark.at - 1 : mark.at].strip() and mark.at > start:
            done.append(Stretch(None, mark))
    paired = [s for s in done if s.closing or (s.opening and s.opening.family != "single")]
    return _levelled(paired, end)


def _closers_left(found: list[Mark]) -> list[int]:
    """Marks -> for each, how many more double marks close than open from it on."""
    left, balance = [0] * len(found), 0
    for index in range(len(found) - 1, -1, -1):
        if found[index].family == "double":
            balance += -1 if found[index].opens else 1
        left[index] = balance
    return left


def _close_forgotten(text: str, start: int, stack: list[Stretch], at: tuple[list[Mark], int], left: int) -> None:
    """End an open quotation before a new one that follows a sentence of its own: its closing mark was forgotten.

    Or it was a single one: “We go.’ He went to “Oslo”.
    """
    found, index = at
    mark = found[index]
    if not stack or (left >= len(stack) and len(stack) < _DEEPEST):
        return
    top = stack[-1]
    deep = len(stack) >= _DEEPEST
    if top.opening is None or (top.opening.glyph != mark.glyph and not deep):
        return
    window = max(start, mark.at - 80)
    before = text[window : mark.at].rstrip()
    if deep or before.endswith((".", "!", "?", ",")):
        single = _wrong_closers(text, top.opening, found, index)
        top.cut = single[-1] if single else window + len(before)
        stack.pop()


def _wrong_closers(text: str, opening: Mark, found: list[Mark], index: int) -> list[int]:
    """Double mark that opens, all marks and the number of a later one -> ends of single marks between that close."""
    ends: list[int] = []
    while index and found[index - 1].at > opening.at and opening.family == "double":
        index -= 1
        mark = found[index]
        ends += [mark.end] if mark.family == "single" and not mark.opens and text[mark.at - 1] in ".!?" else []
    return ends


def _partner(stack: list[Stretch], mark: Mark) -> Stretch | None:
    """Open quotations and a closing mark -> what it closes; a double mark, where no double one opens, a single one."""
    for held in reversed(stack):
        assert held.opening is not None
        if held.opening.family == mark.family:
            return held
        if mark.family == "single":
            return None
    last = stack[-1].opening if stack and mark.family == "double" else None
    return stack[-1] if last is not None and last.family == "single" else None


def _levelled(paired: list[Stretch], end: int) -> list[Stretch]:
    """Stretches in order of their opening -> the same with the depth each stands at."""
    around: list[int] = []
    for stretch in paired:
        if stretch.opening is None:
            stretch.level = 1
            continue
        around = [stop for stop in around if stop > stretch.opening.at]
        stretch.level = len(around) + 1
        around.append(stretch.closing.end if stretch.closing else stretch.cut if stretch.cut >= 0 else end)
    return paired


def lone_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Text and a block's bounds -> its double marks and guillemets that have no partner."""
    for stretch in stretches(text, start, end):
        if stretch.opening is None or stretch.closing is None:
            alone = stretch.opening or stretch.closing
            assert alone is not None
            yield alone
