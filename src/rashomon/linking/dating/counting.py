"""The news of an article, told to have come some time after another happening ("two days after the vote")."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rashomon.linking.dates.rules import arguments
from rashomon.linking.dating.dated_event import Told, witness
from rashomon.linking.dating.distance import Distance, distance_of, vague_distance
from rashomon.linking.dating.solver import NEWS_WEEK, Constraint, Option, any_day_of_a_week
from rashomon.linking.dating.undated import Sent, Undated
from rashomon.model import Span, TimeExpression
from rashomon.text.grammar import tokens_in

_BY_THE_WAY = frozenset({"relcl", "advcl"})
_NESTED = frozenset({"relcl", "advcl", "acl"})

_CLAUSE_END = re.compile(r"[,;\n](?=\s|$)")
_SIGNAL = re.compile(r"(?: to the day| or so| and more)?[ \n](?:after|since|following)\b")
_VAGUE = re.compile(
    r"\b(?:(hours|days|weeks|just days|just weeks|shortly|soon|just hours|right|immediately) )(after|following)\b",
    re.IGNORECASE,
)
_NEWS_NOUN = re.compile(
    r"\b(?:whose|the|his|her|their|its|this) (?:\w+ )?"
    r"(?:visit|trip|meeting|talks|summit|arrival|announcement|statement|move|decision|call|tour|remarks|vote|election|"
    r"attack|strike|handover|signing|agreement|accord|deal|ruling|verdict|sentence|release|resignation|appointment|launch|"
    r"test|protest|protests|rally|march|ceremony|blast|explosion|bombing|crash|shooting|raid|arrest|report|warning|"
    r"comments|speech)"
    r" (?:also )?(?:came|comes|took place|takes place|happened|followed|was held|were held)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Count:
    """How long after a happening the news came: the sentence, the words for the distance, the clause that follows."""

    sent: Sent
    words: Span
    clause: Span
    distance: Distance


def counts(text: Undated) -> Iterator[Count]:
    """Article -> the distances after something that are told of its news."""
    return (count for count in _counts(text) if _is_of_main_clause(text, count))


def _counts(text: Undated) -> Iterator[Count]:
    for sent in text.sentences:
        for e in text.within(sent.span):
            signal = _SIGNAL.match(text.text, e.span.end) if e.rule == "duration" else None
            if signal and (distance := distance_of(e)) and _is_news(text, sent, e.span):
                yield Count(sent, e.span, _clause(text, sent, signal.end()), distance)
        for match in _VAGUE.finditer(text.text, sent.span.start, sent.span.end):
            words = Span(match.start(), match.end())
            if _is_news(text, sent, words):
                yield Count(sent, words, _clause(text, sent, match.end()), vague_distance(match[1]))


def earlier(text: Undated) -> Iterator[tuple[Count, TimeExpression]]:
    """Article -> the distances before its news at its head ("gunned down six days earlier"), and their words."""
    for sent in text.head:
        for e in text.within(sent.span):
            back = e.rule == "shift" and arguments(e).get("side") in {"earlier", "before"}
            if back and (distance := distance_of(e)):
                yield Count(sent, e.span, Span(sent.span.start, e.span.end), distance), e


def counted(
    text: Undated, count: Count, found: Sequence[tuple[dt.date, dt.date, str]], *, sure: bool, told: list[Told]
) -> Constraint:
    """A distance, and the days that its clause can tell of, each first, last, and what it is -> what that leaves."""
    spans = [count.distance.after(first, last) for first, last, _ in found]
    within = tuple((low, high + dt.timedelta(NEWS_WEEK)) for low, high in spans)
    named = text.news_weekday
    other = named is not None and not count.sent.span.covers(named.span) and count.distance.in_days  # of other news
    words = Span(min(count.words.start, count.clause.start), count.clause.end)
    return Constraint(
        f"the news came {text.quoted(words)}:"
        if words.start == count.words.start
        else f"{text.quoted(words)} tells of",
        lambda day, news: any(
            low <= on <= high for on in (any_day_of_a_week(day) if other else (news,)) for low, high in spans
        ),
        within,
        tuple(Option(*days, name) for days, (_, _, name) in zip(within, found, strict=True)),
        of_news=True,
        sure=sure,
        witness=witness(told, counted=True) if told else None,
    )


def _is_of_main_clause(text: Undated, count: Count) -> bool:
    """Whether a distance is told of what the main clause tells: not "fired him, as tests showed drugs a day after"."""
    if text.text.endswith(", ", 0, count.words.start):
        return True
    token = tokens_in(text.reading.doc, count.words).root
    above = [t for t in token.ancestors if not count.clause.start <= t.idx < count.clause.end]
    return not any(t.dep_ in _NESTED for t in above)


def is_nested(text: Undated, told: Told, clause: Span) -> bool:
    """Whether a clause tells a happening by the way: "(a day after) they let go whom they held since the coup"."""
    word = tokens_in(text.reading.doc, Span(told.start, told.end)).root
    above = takewhile(lambda t: t.head != t and clause.start <= t.head.idx < clause.end, (word, *word.ancestors))
    return any(t.dep_ in _BY_THE_WAY for t in above)


def agrees(text: Undated, count: Count, told: Told) -> bool:
    """Whether the weekday that the lead names is that on which the news came by a distance in days."""
    day, _ = count.distance.after(told.event.first, told.event.last)
    return count.distance.in_days and text.weekday_of_news == str(day.isoweekday())


def _clause(text: Undated, sent: Sent, start: int) -> Span:
    """A sentence and where a clause begins in it -> the clause."""
    end = _CLAUSE_END.search(text.text, start, sent.span.end)
    stop = end.start() if end else sent.span.start + len(sent.span.of(text.text).rstrip(' .\n"'))
    return Span(start, max(start, stop))


def _is_news(text: Undated, sent: Sent, words: Span) -> bool:
    """Whether what is told to come after something is the article's news: its lead, or "the visit came ..."."""
    before = text.text[sent.span.start : words.start]
    return sent in text.head or bool(_NEWS_NOUN.search(before[-60:]))
