"""Blocks -> quoted stretches."""

import re
from collections.abc import Iterator
from functools import cache

from rashomon.model import READ_KINDS, Block, Quotation, Reading, Span
from rashomon.registry import stage
from rashomon.settings import Settings
from rashomon.text.quotemarks import Stretch, announcing, stretches

_SENTENCE_START = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘A-Z\[])")
_WHOLE_SENTENCE = re.compile(r"(?<=[a-z\d]{3})[.!?]\s+(?=[\"“‘A-Z\[])")
"""The end of a sentence, and of no "Mr." or "U.S." before a name."""
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Uu]s|[Oo]urs?|[Mm]y|me|mine)\b")
_OF_OTHERS = re.compile(r"\s*(He|She|They)\b")
_GOES_ON = re.compile(r"\s*[\"“„«‘'`]")
_OPENS_A_CLAUSE = re.compile(r"(?:If|When|Unless|Until|As|Once) .*,$")
"""What nobody marks for its own sake: "“If they come,” a captain of the guard known as Tor warned, “we …”"."""
_SCARE_WORDS = 3
_PARAGRAPH = 600  # characters that somebody may have said whose first mark is lost


@stage(needs=[Block], gives=[Quotation])
def read_quotes(reading: Reading, settings: Settings) -> Iterator[Quotation]:  # noqa: ARG001 - a stage's shape
    """Reading with blocks -> its quoted stretches in text order, an outer one before what it holds."""
    for block in reading.of(Block):
        if block.kind in READ_KINDS:
            yield from sorted(quotations(reading.text, block), key=lambda q: (q.span.start, -q.span.end))


def quotations(text: str, block: Block) -> list[Quotation]:
    """Text and one of its blocks -> the quoted stretches of that block; marks without a partner are no error."""
    start, end = block.span.start, block.span.end
    found = _Found(text, block.span)
    headless = block.kind == "quote"  # a block quote opens where it starts, mark or no mark
    for stretch in stretches(text, start, end):
        if stretch.opening is not None:
            stop = stretch.closing.end if stretch.closing else stretch.cut
            stop = stop if stop >= 0 else _missing_closing(text, stretch.opening.end, end)
            found.add(stretch, stretch.opening.at, stop)
        elif stretch.closing is not None:
            begin = start if headless else _missing_opening(text, found.reached, stretch.closing.at, start)
            found.add(stretch, begin, stretch.closing.end)
            headless = False
    if block.kind == "quote" and not any(q.span.start == start for q in found.quotations):
        found.quotations.append(Quotation(block.span, block.span, complete=False))
    return _nested(found.quotations)


class _Found:
    """The quotations of one block as they are built."""

    def __init__(self, text: str, block: Span) -> None:
        self.text, self.block = text, block
        self.quotations: list[Quotation] = []
        self.reached = block.start

    def add(self, stretch: Stretch, start: int, end: int) -> None:
        """Take a stretch and its bounds, unless there is nothing in it."""
        self.reached = max(self.reached, end)
        first = stretch.opening.end if stretch.opening else start
        last = max(first, stretch.closing.at if stretch.closing else end)
        inner = Span(first, last).stripped(self.text)
        if not inner:
            return
        complete = stretch.opening is not None and stretch.closing is not None
        span = Span(start, end)
        scare = complete and is_scare(self.text, span, inner, self.block)
        self.quotations.append(Quotation(span, inner, stretch.level, complete, scare))


def _missing_opening(text: str, reached: int, closing: int, start: int) -> int:
    """Where a quotation begins whose closing mark alone is there: after "said," or at the start of its sentence."""
    announced = list(_announcement().finditer(text, max(reached, closing - 2000), closing))
    if announced:
        return announced[-1].end()
    if reached == start and closing - start <= _PARAGRAPH:
        return start
    if reached == start:  # nobody speaks a whole column: the sentence that it ends
        return max((m.end() for m in _SENTENCE_START.finditer(text, start, closing)), default=start)
    sentence = _SENTENCE_START.search(text, max(start, reached - 3), closing)
    begin = sentence.end() if sentence and sentence.end() > reached else reached
    while begin < closing and (text[begin].isspace() or text[begin] in ".,;:"):
        begin += 1
    return begin


def _nested(found: list[Quotation]) -> list[Quotation]:
    """Quotations -> the same, each at the depth at which it stands in the others."""
    around: list[int] = []
    levelled = []
    for quotation in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        around = [end for end in around if end > quotation.span.start]
        inside = sum(end >= quotation.span.end for end in around)
        around.append(quotation.span.end)
        levelled.append(
            Quotation(quotation.span, quotation.inner, inside + 1, quotation.complete, quotation.scare),
        )
    return levelled


def _missing_closing(text: str, opening: int, end: int) -> int:
    """Where a quotation ends whose opening mark alone is there: with its block, where the next one goes on quoting.

    Else the mark was forgotten: before who said it, or with its first sentence, and those up to the last in which the
    speaker tells of himself, or goes on with the same "he" as he began: "“He is proud. He knows it all.".
    """
    if _GOES_ON.match(text, end):
        return end
    if said := _tag().search(text, opening, end):
        return said.start() + 1
    ends = [m.start() + 1 for m in _WHOLE_SENTENCE.finditer(text, opening, end)]
    own = max((m.end() for m in _FIRST_PERSON.finditer(text, opening, end)), default=opening)
    if (first := _OF_OTHERS.match(text, opening)) is not None:
        again = re.compile(rf"(?<=[.!?] ){first[1]}\b")
        own = max((own, *(m.end() for m in again.finditer(text, opening, end) if m.start() - 1 in ends)))
    return next((stop for stop in ends if stop >= own), end)


@cache
def _announcement() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{announcing()})[,:]\s+(?=[A-Z\[])")


@cache
def _tag() -> re.Pattern[str]:
    """Who spoke, behind his words: "…, the minister said on Friday", "…, said Aas."."""
    said = rf"(?:{announcing()})"
    return re.compile(rf"[,?!](?= (?:(?:[\w.’'-]+ ){{1,4}}{said}(?:[.,]| (?:on|in|at|to)\b)|{said} (?:the )?[A-Z]))")


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = re.compile(rf"(?:\b(?:{announcing()})[,:]?|:)\s*$", re.IGNORECASE)
    after = re.compile(rf"\s*,?\s*(?:(?:[\w.’'-]+\s+){{1,5}})?(?:{announcing()})\b", re.IGNORECASE)
    return before, after


def is_scare(text: str, span: Span, inner: Span, block: Span) -> bool:
    """Quotation in its block -> whether it is a word or two in marks and no utterance beside its cue."""
    words = inner.of(text)
    if len(words) > 60 or len(words.split()) > _SCARE_WORDS:
        return False
    before, after = _beside()
    if before.search(text[max(block.start, span.start - 40) : span.start]):
        return False
    said = words.endswith((",", "?", "!", "."))
    if said and after.match(text[span.end : min(block.end, span.end + 60)]):
        return False
    if _OPENS_A_CLAUSE.match(words):
        return False
    alone = words.endswith((".", "!", "?")) and words[0].isupper()
    lead = (
        text[block.start : span.start].rstrip()[-2:]
        if span.start - block.start < 400
        else text[span.start - 3 : span.start].rstrip()
    )
    return not (alone and (not lead or lead.endswith((".", "!", "?", "”", '"'))))
