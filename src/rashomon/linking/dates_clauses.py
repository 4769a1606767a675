"""Which clauses the values of an article's times hang on: to date a dated article, no others have to be parsed."""

import datetime as dt
from collections.abc import Iterator
from typing import get_args

from rashomon.linking.dates_calendar import Context
from rashomon.linking.dates_rules import work_out
from rashomon.linking.dates_values import leaned_on
from rashomon.model import Block, Reading, Syntax, TimeExpression
from rashomon.readers.times import Tense, matches_in, may_be_other_word
from rashomon.registry import stage
from rashomon.settings import Settings
from rashomon.text.passages import parsed_in_part
from rashomon.text.syntax import parsed, unparsed


@stage(needs=[Block], gives=[Syntax])
def read_clauses(reading: Reading, settings: Settings) -> Iterator[Syntax]:
    """Reading with blocks -> the parse of as much of it as it takes to date the article and its times.

    That is all of it, unless the day of publication is given with the article: then it is the passages with a time that
    may be another word, whose value hangs on the tense of its clause, or on which such a time leans.
    """
    doc = unparsed(reading, settings)
    day = reading.article.published
    yield Syntax(parsed(doc, settings) if day is None else parsed_in_part(doc, _asked(reading, doc.text, day), settings))


def _asked(reading: Reading, text: str, day: dt.date) -> list[int]:
    """Reading with blocks, its shadow text and its day -> where the times stand whose clauses have to be parsed."""
    found = [m for b in reading.of(Block) if b.kind != "promotion" for m in matches_in(text, b.span)]
    told = [m.expression("", narrates=True) for m in found]
    leaned = leaned_on(told)
    asked = (
        at in leaned or may_be_other_word(match.rule, match.match) or _turns(one, day)
        for at, (match, one) in enumerate(zip(found, told, strict=True))
    )
    return [m.span.start for m, wanted in zip(found, asked, strict=True) if wanted]


def _turns(expression: TimeExpression, day: dt.date) -> bool:
    """Whether the value of an expression on the day of publication, or the reason for it, turns on the tense."""
    return len({work_out(expression, Context(day, tense)) for tense in get_args(Tense)}) > 1
