"""Public events with known days that a text tells of -> what they say of the day of publication."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Any

from rashomon.linking.dates_rules import arguments
from rashomon.linking.dating.almanac import Almanac, by_place, elections_told
from rashomon.linking.dating.by_anniversary import returns_in
from rashomon.linking.dating.dated_event import DatedEvent, Told
from rashomon.linking.dating.distance import Distance, distance_of, vague_distance
from rashomon.linking.dating.elections import is_when_held, may_point
from rashomon.linking.dating.kinds import lemmas
from rashomon.linking.dating.pointing import POINTING, pointing, reach
from rashomon.linking.dating.resolutions import adoption
from rashomon.linking.dating.solver import NEWS_WEEK, Constraint, Option, any_day_of_a_week, bounded
from rashomon.linking.dating.undated import LOOKS_BACK, Sent, Undated, days_written
from rashomon.linking.dating.whose_death import own
from rashomon.model import Span, TimeExpression
from rashomon.text.grammar import auxiliaries, status_of, tokens_in

_CLAUSE_END = re.compile(r"[,;\n](?=\s|$)")
_SIGNAL = re.compile(r"(?: to the day| or so| and more)?[ \n](?:after|since|following)\b")
_VAGUE = re.compile(
    r"\b(?:(hours|days|weeks|just days|just weeks|shortly|soon|just hours|right|immediately) )(after|following)\b",
    re.IGNORECASE,
)
_HOURS_AFTER = re.compile(r"\b(?:hours?|minutes?|moments|shortly|soon|right|immediately|just) after\b")
_BEFORE = 20
_NEWS_NOUN = re.compile(
    r"\b(?:whose|the|his|her|their|its|this) (?:\w+ )?"
    r"(?:visit|trip|meeting|talks|summit|arrival|announcement|statement|move|decision|call|tour|remarks|vote|election|"
    r"attack|strike|handover|signing|agreement|accord|deal|ruling|verdict|sentence|release|resignation|appointment|launch|"
    r"test|protest|protests|rally|march|ceremony|blast|explosion|bombing|crash|shooting|raid|arrest|report|warning|"
    r"comments|speech)"
    r" (?:also )?(?:came|comes|took place|takes place|happened|followed|was held|were held)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:if|unless|would|could|(?-i:may)|might|will|threat\w*|plan\w*|propos\w*|upcoming|ahead of|before|expected|"
    r"possible|potential|call\w* (?:on|for)|vow\w*|pledg\w*|urg\w*|wants?|wanted|warn\w*|should|next)\b",
    re.IGNORECASE,
)
_STILL_AHEAD = re.compile(
    r"\b(?:if|unless|planned|proposed|expected|scheduled|due|possible|likely|would|could|(?-i:may)|might|will)\b",
    re.IGNORECASE,
)
"""Words after those for a happening that say that it is to come."""
_BACK = 2
"""Sentences before that of a happening in which the rest of a dated event's words may stand."""
_NEW_CLAUSE = re.compile(r"[;:\u2014]\s|\s[-\u2013]{1,2}\s|, (?:and|but|while|although|though|whereas)\b")
_WHEN = re.compile(r",?[ \n](?P<when>when)\b")
_PERHAPS = frozenset({"will", "would", "can", "could", "may", "might", "should", "must", "'ll", "'d"})
_SAME_IN_PAST = frozenset({"put", "cut", "hit", "set", "let", "shut", "quit", "split", "burst", "cast", "beat", "read"})
_FINDS = frozenset({"find", "declare", "judge", "hold", "rule"})  # guilty: the parse may hang it on either
_SAID_OF = frozenset({"oprd", "acomp", "amod", "ccomp"})
_BY_THE_WAY = frozenset({"relcl", "advcl"})
_TO_VERB = 6
"""Steps up the parse within which a time belongs to a happening."""


def constraints(text: Undated, almanac: Almanac) -> Iterator[Constraint]:
    """Article and the dated events -> the bounds that the events it tells of set."""
    events = _Events(text, almanac)
    yield from events.pointed_to()
    yield from events.counted_from()
    yield from events.told_as_past()


class _Events:
    """The dated events that an article tells of, and how it places itself in time to them."""

    def __init__(self, text: Undated, almanac: Almanac) -> None:
        self._text = text
        self._almanac = almanac
        self._told = [(s, by_place(own(text, s, self._told_near(s), self._since(s)))) for s in text.sentences]

    def pointed_to(self) -> Iterator[Constraint]:
        """Words such as "last week's forum", "reimposed sanctions on Tuesday": the words' day on the event's days."""
        for sent, places in self._told:
            for e in self._text.within(sent.span):
                if e.rule not in POINTING or self._is_time_of_day(e, sent):
                    continue
                for told in places:
                    if e.rule == "month" and not all(t.by_name for t in told):
                        continue  # every year has that month, and many a state such a deed
                    ahead = e.tense == "future" or not told[0].done
                    if ahead or not self._not_yet(sent, told[0]):
                        if self._belongs(e, told[0]):
                            yield self._on_its_day(e, told)
                        elif same := self._of_its_weekday(e, sent, told):
                            yield self._on_its_weekday(e, same)
        yield from self._told_again()

    def _is_time_of_day(self, e: TimeExpression, sent: Sent) -> bool:
        """Whether an expression is a time by the clock beside the day that it is of: "at 10:35 a.m. Friday"."""
        return e.rule == "clock" and any(
            other.rule in {"weekday", "month-day"} for other in self._text.within(sent.span)
        )

    def _told_again(self) -> Iterator[Constraint]:
        """A happening that a text has told, told again by its word alone, with the weekday on which it was."""
        known: dict[str, DatedEvent] = {}
        for sent, places in self._told:
            for e in (e for e in self._text.within(sent.span) if e.rule == "weekday"):
                for event in (k for k in known.values() if arguments(e).get("weekday") in k.weekdays):
                    for start, end in self._almanac.told_by_word(event, self._text.text, sent.span):
                        again = [Told(event, start, end, whole=False)]
                        if not self._not_yet(sent, again[0]) and self._of_its_weekday(e, sent, again, hung=True):
                            yield self._on_its_weekday(e, again)
            if not LOOKS_BACK.search(self._text.text, sent.span.start, sent.span.end):
                known |= {t.event.id: t.event for told in places for t in told if t.done}

    def _on_its_weekday(self, e: TimeExpression, told: list[Told]) -> Constraint:
        days = [(t.event.first, t.event.last) for t in told]
        options = [Option(*reach(e, *on), t.named) for on, t in zip(days, told, strict=True)]
        why = f"{self._text.quoted(e.span)} beside it is the weekday of"
        return pointing(e, days, why, options, sure=False)

    def counted_from(self) -> Iterator[Constraint]:
        """Words such as "one day after the U.S. reimposed sanctions", "shortly after", told of the news."""
        for sent in self._text.sentences:
            for e in self._text.within(sent.span):
                signal = _SIGNAL.match(self._text.text, e.span.end) if e.rule == "duration" else None
                if signal and (distance := distance_of(e)):
                    yield from self._after(sent, e.span, signal.end(), distance)
            for match in _VAGUE.finditer(self._text.text, sent.span.start, sent.span.end):
                yield from self._after(sent, Span(match.start(), match.end()), match.end(), vague_distance(match[1]))

    def told_as_past(self) -> Iterator[Constraint]:
        """A dated event told as past, each once: the article came out on its day or later."""
        seen: set[str] = set()
        for sent, places in self._told:
            for told in places:
                event = told[0].event
                past = event.numbered or (told[0].done and not self._not_yet(sent, told[0]))
                if past and event.id not in seen:
                    seen.add(event.id)
                    shown = self._text.quoted(Span(self._word_before(sent, told[0].start), told[0].end))
                    options = tuple(Option(t.event.first, dt.date.max, t.named) for t in told)
                    first = min(t.event.first for t in told)
                    sure = all(t.whole for t in told)
                    how = "is named" if event.numbered else "is told as past"
                    yield bounded(f"{shown} {how}:", [(first, dt.date.max)], options=options, sure=sure)

    def _on_its_day(self, e: TimeExpression, told: list[Told]) -> Constraint:
        days = [(t.event.first, t.event.last) for t in told]
        ahead, done = e.tense == "future", all(t.done for t in told)
        either = (not done and not self._is_past(e, told[0])) or (ahead and self._may_be_past(told[0]))
        options = [Option(*reach(e, *days, either=either), t.named) for days, t in zip(days, told, strict=True)]
        why = f"{self._text.quoted(e.span)} points {'ahead ' if ahead else ''}to"
        sure = not ahead and done and all(t.whole for t in told)
        return pointing(e, days, why, options, sure=sure, either=either)

    def _of_its_weekday(self, e: TimeExpression, sent: Sent, told: list[Told], *, hung: bool = False) -> list[Told]:
        """A weekday told in the past, and dated events told done in its sentence -> those that fell on that weekday.

        What is told with the happening in one breath was on the same day, or hours after it: "was seized and flown home
        on Tuesday", "the looting began on Thursday, hours after a crowd had stormed the palace".
        """
        weekday = arguments(e).get("weekday")
        if e.rule != "weekday" or e.tense != "past" or weekday is None or not all(t.done for t in told):
            return []
        if self._text.in_another_year(sent) or told[0].event.numbered or self._text.is_set_for(e):
            return []
        doc = self._text.reading.doc
        verb = _telling(tokens_in(doc, e.span).root)
        word = tokens_in(doc, Span(told[0].start, told[0].end)).root
        told_with = hung and self._belongs(e, told[0])
        if verb is None or not (told_with or word in (verb, *verb.conjuncts) or self._is_hours_after(verb, word)):
            return []
        return [t for t in told if weekday in t.event.weekdays]

    def _is_hours_after(self, verb: Any, word: Any) -> bool:
        """Whether a verb tells what was done hours after that in whose clause a word stands."""
        clause = next((t for t in (word, *word.ancestors) if t.dep_ == "advcl" and t.head == verb), None)
        if clause is None:
            return False
        start = min(t.idx for t in clause.subtree)
        return _HOURS_AFTER.search(self._text.text, max(verb.idx, start - _BEFORE), start + _BEFORE) is not None

    def _may_be_past(self, told: Told) -> bool:
        """Whether the words for a happening begin with a verb whose past is no other word: "put their names to"."""
        return tokens_in(self._text.reading.doc, Span(told.start, told.end))[0].lower_ in _SAME_IN_PAST

    def _is_past(self, e: TimeExpression, told: Told) -> bool:
        """Whether an expression says when something was done at a gathering or in a vote, and not when that is."""
        after = self._text.text[e.span.end : e.span.end + 2]
        happened = told.event.gathered or told.event.elected
        return happened and e.tense == "past" and not after.startswith(("'", "\u2019"))

    def _after(self, sent: Sent, words: Span, start: int, distance: Distance) -> Iterator[Constraint]:
        """Sentence, words up to "after" in it and the start of the clause that follows -> what it says of the news."""
        if not self._is_news(sent, words):
            return
        text = self._text.text
        end = _CLAUSE_END.search(text, start, sent.span.end)
        stop = end.start() if end else sent.span.start + len(text[sent.span.start : sent.span.end].rstrip(' .\n"'))
        found, sure = self._days_told(Span(start, stop), sent)
        if not found:
            return
        spans = [distance.after(first, last) for first, last, _ in found]
        within = tuple((low, high + dt.timedelta(NEWS_WEEK)) for low, high in spans)
        named = self._text.news_weekday
        other = named is not None and not sent.span.covers(named.span) and distance.in_days  # told of other news
        yield Constraint(
            f"the news came {self._text.quoted(Span(words.start, stop))}:",
            lambda day, news: any(
                low <= on <= high for on in (any_day_of_a_week(day) if other else (news,)) for low, high in spans
            ),
            within,
            tuple(Option(*days, name) for days, (_, _, name) in zip(within, found, strict=True)),
            of_news=True,
            sure=sure,
        )

    def _days_told(self, clause: Span, sent: Sent) -> tuple[list[tuple[dt.date, dt.date, str]], bool]:
        """A clause of a sentence -> the days that it can tell of, each first, last, and what it is; whether it must."""
        returns = returns_in(self._text, self._almanac, sent, clause)
        if returns is not None:
            return returns, True
        dates = ((days_written(e), e) for e in self._text.within(clause) if e.rule in {"date", "iso"})
        written = [(*days, self._text.quoted(e.span)) for days, e in dates if days]
        if written:
            return written[:1], True
        places = by_place(self._told_in(clause, Span(self._since(sent), clause.end)))
        told = next((t for t in places if not self._is_nested(t[0], clause)), [])
        return [(t.event.first, t.event.last, t.named) for t in told], not any(t.event.elected for t in told)

    def _is_nested(self, told: Told, clause: Span) -> bool:
        """Whether a clause tells a happening by the way: "(a day after) they let go whom they held since the coup"."""
        word = tokens_in(self._text.reading.doc, Span(told.start, told.end)).root
        above = takewhile(lambda t: t.head != t and clause.start <= t.head.idx < clause.end, (word, *word.ancestors))
        return any(t.dep_ in _BY_THE_WAY for t in above)

    def _is_news(self, sent: Sent, words: Span) -> bool:
        """Whether what is told to come after something is the article's news: its lead, or "the visit came ..."."""
        before = self._text.text[sent.span.start : words.start]
        return sent in self._text.head or bool(_NEWS_NOUN.search(before[-60:]))

    def _word_before(self, sent: Sent, place: int) -> int:
        """A sentence and a place in it -> where a word begins, some thirty characters before."""
        start = max(sent.span.start, place - 30)
        return start if start == sent.span.start else self._text.text.find(" ", start, place) + 1 or place

    def _since(self, sent: Sent) -> int:
        """A sentence -> where the words begin that a dated event told in it may have before it.

        At the head of an article they may stand in its title and dateline as well.
        """
        return self._text.sentences[sent.number - _BACK].span.start if sent.number > _BACK else 0

    def _told_near(self, sent: Sent) -> list[Told]:
        """A sentence -> the dated events whose happening it tells, though some of their words stand just around it."""
        around = Span(self._since(sent), self._text.told_further(sent))
        if sent not in self._text.lead[:1]:
            return self._told_in(sent.span, around)
        return self._with_elections(
            self._almanac.told_in_lead(
                self._text.text, sent.span, self._text.lower, around, self._text.weekday_of_news
            ),
            sent.span,
        )

    def _told_in(self, span: Span, around: Span) -> list[Told]:
        told = self._almanac.told_in(self._text.text, span.start, span.end, self._text.lower, around)
        return self._with_elections(told, span)

    def _with_elections(self, told: list[Told], span: Span) -> list[Told]:
        """Dated events told in a stretch -> those that date by more than anniversaries, and elections named there."""
        told = [t for t in told if not t.event.recalled]
        elections = elections_told(self._text.text, span.start, span.end, self._text.lower)
        return [*told, *(e for e in elections if not any(t.start < e.end and e.start < t.end for t in told))]

    def _belongs(self, e: TimeExpression, told: Told) -> bool:
        """Whether the parse hangs an expression on the words for a happening, or on the verb that says it happened.

        The date in a name ("the Sept. 11 attacks") says nothing of when: it is a part of the words.
        """
        if told.start <= e.span.start < told.end:
            return False
        if told.event.numbered:
            return self._is_when_adopted(e, told)
        if told.event.elected and not may_point(e):
            return False
        if self._is_told_of(e, told):
            return True
        token = tokens_in(self._text.reading.doc, e.span).root
        for _ in range(_TO_VERB):
            if told.start <= token.idx < told.end:
                return True
            if token.head == token:
                return False
            token = token.head
            if token.pos_ in {"VERB", "AUX"}:
                word = tokens_in(self._text.reading.doc, Span(told.start, told.end)).root
                within = told.start <= token.idx < told.end
                return bool(within) or self._tells_of(token, told) or _is_singled_out(token, word)
        return False

    def _is_told_of(self, e: TimeExpression, told: Told) -> bool:
        """Whether a clause says of the time of an expression what happened then: "since Tuesday, when he resigned"."""
        doc = self._text.reading.doc
        match = _WHEN.match(self._text.text, e.span.end)
        verb = tokens_in(doc, Span(match.start("when"), match.end())).root.head if match else None
        if verb is None or verb.pos_ not in {"VERB", "AUX"}:
            return False
        word = tokens_in(doc, Span(told.start, told.end)).root
        return word.idx > e.span.end and any(v == word or self._tells_of(v, told) for v in (verb, *verb.conjuncts))

    def _is_when_adopted(self, e: TimeExpression, told: Told) -> bool:
        """Whether an expression hangs on the words that say that a resolution was adopted.

        One that stands with the name may tell when something was done under it: "violated Resolution 1701 on Friday".
        """
        doc = self._text.reading.doc
        word, token = tokens_in(doc, Span(told.start, told.end)).root, tokens_in(doc, e.span).root
        if token.dep_ in {"poss", "compound", "nmod"} and token.head == word:
            return True
        telling = adoption(word, told.end)
        above = islice(token.ancestors, _TO_VERB) if telling else ()
        return next((t in telling or t == word for t in above if t in telling or t == word or t.pos_ == "VERB"), False)

    def _tells_of(self, verb: Any, told: Told) -> bool:
        """Whether a verb says of a noun for a happening that it happened ("struck Kobe"), or who did it ("held")."""
        word = tokens_in(self._text.reading.doc, Span(told.start, told.end)).root
        if told.event.elected and is_when_held(word, verb):
            return True
        if told.event.gathered and _is_done_at(word, verb):
            return True
        if verb.lemma_.lower() in lemmas("makes known"):
            return bool(self._is_announced(told) and word.dep_ == "ccomp" and word.head == verb)
        if verb.lemma_.lower() in lemmas("strikes"):
            struck = word.dep_ in {"nsubj", "nsubjpass"} and word.head == verb
            return bool(struck or (verb.dep_ == "relcl" and verb.head == word))
        if verb.lemma_ in _FINDS and word.dep_ in _SAID_OF and verb in islice(word.ancestors, 3):
            return True
        while word.dep_ in {"compound", "pobj"}:  # "filed for bankruptcy protection"
            word = word.head
        return bool(word.dep_ in {"dobj", "prep"} and word.head == verb and verb.lemma_.lower() in lemmas("performs"))

    def _is_announced(self, told: Told) -> bool:
        """Whether the words are those with which somebody makes known what is to come: "would not fight on"."""
        words = ("would ", "was ", "were ", "could ")
        return bool(self._text.lower.startswith(words, told.start))

    def _not_yet(self, sent: Sent, told: Told) -> bool:
        """Whether a clause tells a happening as planned, possible or denied, or in words that need not be past.

        The words for the happening themselves may hold such a word: "would not fight on".
        """
        text, span = self._text.text, sent.span
        start = max((m.end() for m in _NEW_CLAUSE.finditer(text, span.start, told.start)), default=span.start)
        end = next((m.start() for m in _NEW_CLAUSE.finditer(text, told.end, span.end)), span.end)
        token = tokens_in(self._text.reading.doc, Span(told.start, told.end)).root
        if self._is_announced(told) or _is_fact(token):
            return False
        if _NOT_YET.search(text, start, told.start) or _STILL_AHEAD.search(text, told.end, end):
            return True
        return bool(token.tag_ in {"VB", "VBP", "VBZ"} or any(c.dep_ == "neg" for c in token.children))


def _telling(token: Any) -> Any:
    """A token -> the verb that it hangs on, or that which the participles tell on that it hangs on; None for none."""
    verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    while verb is not None and (verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ in {"VBN", "VBG"})):
        if any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
            break
        verb = verb.head
    return verb


def _is_fact(verb: Any) -> bool:
    """Whether a verb tells something past that its clause does not make depend on something to come.

    "The court held that clubs may not ask for a fee"; not "would resign after parliament approved the budget".
    """
    depends = verb.dep_ == "advcl" and not _PERHAPS.isdisjoint(auxiliaries(verb.head))
    return verb.tag_ == "VBD" and not depends and status_of(verb) == "happened"


def _is_singled_out(verb: Any, word: Any) -> bool:
    """A form of "be", and the word for a happening -> whether they are "it was (on Friday) that they seized it"."""
    if verb.lemma_ != "be" or not any(c.lower_ == "it" and c.dep_ == "nsubj" for c in verb.children):
        return False
    clauses = (t for t in verb.subtree if t.dep_ in {"relcl", "ccomp", "advcl", "acl"} and t.i > verb.i)
    return any(t in (word, word.head) and any(c.lower_ == "that" for c in t.children) for t in clauses)


def _is_done_at(word: Any, verb: Any) -> bool:
    """The word for a gathering, and a verb -> whether the verb tells what is done there.

    "Said at the summit", "the summit agreed", "delegates at the summit agreed".
    """
    there = word.head if word.dep_ == "pobj" and word.head.lower_ in {"at", "during"} else word
    if there != word and there.head.dep_ in {"nsubj", "nsubjpass"}:
        there = there.head
    return bool((there != word or there.dep_ in {"nsubj", "nsubjpass"}) and there.head == verb)
