"""Which clauses the values of an article's times hang on: to date a dated article, no others have to be parsed."""

import datetime as dt
from collections.abc import Iterator
from typing import get_args

from rashomon.linking.dates.calendar import Context
from rashomon.linking.dates.rules import work_out
from rashomon.linking.dates.values import leaned_on
from rashomon.model import Block, Reading, Syntax, TimeExpression
from rashomon.readers.times import Match, Tense, matches_in, may_be_name, may_be_other_word
from rashomon.registry import stage
from rashomon.settings import Settings
from rashomon.text.passages import Passages
from rashomon.text.syntax import parsed, unparsed
from rashomon.text.words import text_of


@stage(needs=[Block], gives=[Syntax])
def read_clauses(reading: Reading, settings: Settings) -> Iterator[Syntax]:
    """Reading with blocks -> the parse of as much of it as it takes to date the article and its times.

    That is all of it, unless the day of publication is given with the article: then it is the passages with a time that
    may be another word, whose value hangs on the tense of its clause, or on which such a time leans.
    """
    doc = unparsed(reading, settings)
    day = reading.article.published
    if day is None:
        yield Syntax(parsed(doc, settings))
        return
    passages = Passages(doc)
    matches = [m for _, inside in matches_in(text_of(doc), reading.of(Block)) for m in inside]
    places = [passages.at(m.span.start) for m in matches]
    named = {place for m, place in zip(matches, places, strict=True) if may_be_name(m.match)}
    yield Syntax(passages.parsed(_asked(matches, places, day), named, settings))


def _asked(matches: list[Match], places: list[int], day: dt.date) -> set[int]:
    """Matches in text order, their passages, and the day of publication -> the passages that have to be parsed."""
    told = [m.expression("", narrates=True) for m in matches]
    leaned = leaned_on(told, places)
    return {
        place
        for at, (match, one, place) in enumerate(zip(matches, told, places, strict=True))
        if at in leaned or may_be_other_word(match.rule, match.match) or _turns(one, day)
    }


def _turns(expression: TimeExpression, day: dt.date) -> bool:
    """Whether the value of an expression on the day of publication, or the reason for it, turns on the tense."""
    return len({work_out(expression, Context(day, tense)) for tense in get_args(Tense)}) > 1
