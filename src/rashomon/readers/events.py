"""Parse, mentions and times -> political events by PLOVER 2 type."""

from collections.abc import Iterator

from rashomon.lexicon.frames import lexicon
from rashomon.model import Event, Mention, Reading, Sentence, Span, Status, Syntax, TimeExpression, hashed
from rashomon.readers.frames import Match, Matcher
from rashomon.readers.parties import party_spans
from rashomon.readers.politics import politics_of
from rashomon.readers.settings_of_deeds import Deeds, is_causing
from rashomon.readers.vouching import awaited, is_condition
from rashomon.registry import stage
from rashomon.settings import Settings
from rashomon.text.grammar import tokens_in

# Deeds of words: what is agreed, asked for or refused is their content, not a second event.
_VERBAL = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "PROTEST"})
_FACTIVE = frozenset({"ACCUSE", "SUPPORT"})
_WARM = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_GIVING = frozenset({"RETREAT", "CONCEDE"})
_HARSH = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})


@stage(needs=[Syntax, Sentence, Mention, TimeExpression], gives=[Event])
def read_events(reading: Reading, settings: Settings) -> Iterator[Event]:  # noqa: ARG001 - a stage's shape
    """Reading with parse, mentions and times -> its political events, sentence by sentence in text order."""
    deeds = Deeds(reading)
    matcher = Matcher(lexicon("events"), politics_of(reading))
    for sentence in reading.of(Sentence):
        found = sorted(matcher.matches(tokens_in(reading.doc, sentence.span)), key=lambda m: m.token.i)
        for match in found:
            if not any(_holds(outer, match) for outer in found if outer is not match):
                yield _event(reading, sentence.span, match, deeds)


def coded_type(event: Event) -> str | None:
    """Event -> the type PLOVER 2 codes it by: planned help is AGREE, planned harm THREATEN; None if it is not coded.

    PLOVER has no status in its data sets: what is denied or supposed is not in them.
    """
    if event.status in {"denied", "hypothetical"}:
        return None
    if event.status == "planned":
        if event.type in _WARM:
            return "AGREE"
        if event.type in _GIVING and event.mode != "resign":  # who announces that he will go concedes nothing by it
            return "CONCEDE"
        if event.type in _HARSH:
            return "THREATEN"
    return event.type


def _holds(outer: Match, inner: Match) -> bool:
    """Whether the inner deed is what the outer one's words are about."""
    to_come = bool(is_condition(inner.token) or awaited(inner.token))
    if inner.token.dep_ == "advcl" and inner.token.head == outer.token and to_come:
        return True  # "will attack if they leave", "will stay until they leave"
    if inner.token.dep_ == "xcomp" and inner.token.head == outer.token and is_causing(outer.token):
        return True  # "forced him to resign" is one deed
    if outer.frame.label not in _VERBAL or (outer.frame.label in _FACTIVE and inner.nominal):
        return False
    token = inner.token
    while token != token.head:
        if token.dep_ in {"relcl", "parataxis"} or (token.dep_ == "conj" and token.head == outer.token):
            return False
        if token.dep_ in {"nsubj", "nsubjpass"} and token.head == outer.token:
            return False
        if token.dep_ == "advcl" and token.head == outer.token and token.tag_ != "VB" and not is_condition(token):
            return False
        if token.head == outer.token and token.dep_ == "prep" and token.i < outer.token.i:
            return False  # "In a summit with X, Y promised ...": a setting, not what was promised
        token = token.head
        if token == outer.token:
            return True
    return False


def _event(reading: Reading, sentence: Span, match: Match, deeds: Deeds) -> Event:
    frame, trigger = match.frame, match.trigger
    recipients = [t for t in match.recipients if t not in match.actors]
    status: Status = deeds.status(match)
    when = deeds.time(match)
    return Event(
        id=hashed(reading.article.id, "event", trigger.start, trigger.end, frame.label),
        trigger=trigger,
        sentence=sentence,
        type=frame.label,
        mode=frame.mode,
        actor=party_spans(match.actors),
        recipient=party_spans(recipients),
        time=when,
        place=deeds.place(match),
        status=status,
        background=status == "happened" and deeds.is_background(match, when),
    )
