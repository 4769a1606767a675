"""One English sentence for a line, built of its slots and of words of its texts, and of nothing else.

The predicate is taken over from the text word for word, from behind the words for who acts to the end of what is known
of the act, so that "did not", "will" and "may" stand as they stood; only who acts is named anew. Where that makes no
true sentence the text speaks for itself: The text says: “…”. A breach is never told as a fact.
"""

import re
from collections.abc import Callable, Sequence

from rashomon.lexicon.files import load
from rashomon.model import Attribution, EntitySlot, Event, Span, TextSlot, Undertaking, hull
from rashomon.weighing.sentences import (
    hop_name,
    interval,
    listed,
    on_word_of,
    quoted,
    sentence,
    with_article,
    words,
)
from rashomon.weighing.told import Days, Told

_WORD = re.compile(r"[\w’'-]+")
_GAP = 5  # words between who acts and the act
_LONGEST = 420  # characters of a sentence of ours; a longer one is given as the text's own
_REPORTED = frozenset({"quoted", "cited", "asked", "reported"})
_BREACH = frozenset({"breach-claim", "ACCUSE"})


def summary(matter: Sequence[Told], days: Days | None) -> str:
    """A matter, the claim that tells it best first, and its day -> one sentence."""
    kind = matter[0].claim.kind
    told = [one for one in matter if one.claim.kind == kind]
    tries: tuple[Callable[[Told, Days | None], str], ...] = (_statement,) if kind == "statement" else (_act, _between)
    for attempt in tries:
        for one in told:
            found = attempt(one, days)
            if found and len(found) <= _LONGEST:
                return sentence(found)
    return _as_it_stands(told[0])


def _as_it_stands(one: Told) -> str:
    place = one.sentence if one.sentence.meets(one.evidence) else one.evidence
    speaker = hop_name(one.claim.chain[-1], one.people) if len(one.claim.chain) > 1 else ""
    whose = f", on the word of {speaker}" if speaker else ""
    return sentence(f"The text says{whose}: {quoted(place.of(one.text))}")


def _statement(one: Told, days: Days | None) -> str:
    finding = one.finding
    if len(one.claim.chain) < 2 or not isinstance(finding, Attribution):
        return ""
    speaker = hop_name(one.claim.chain[-1], one.people)
    relay = on_word_of(one.claim.chain[1:-1], one.people)
    relayed = f", {relay}" if relay else ""
    if finding.kind == "direct" and finding.content and not finding.denied:
        to = _addressee(one)
        verb = "wrote" if one.claim.chain[-1].kind in {"newspaper", "document"} else "said"
        return f"{speaker} {verb}{to}{_when(days, '')}{relayed}: {_utterance(one, finding)}"
    predicate = _said(one, finding)
    if predicate:
        return f"{speaker} {predicate}{_when(days, predicate)}{relayed}"
    if finding.cue and finding.cue[0].of(one.text).lower() == "according to" and len(finding.content) == 1:
        return f"According to {speaker}, {_inner(finding.content[0].of(one.text))}"
    return ""


def _utterance(one: Told, finding: Attribution) -> str:
    """Direct quotation -> its words; what the text sets between two pieces of it becomes "…"."""
    return quoted(" … ".join(piece.of(one.text).strip(' ,“”"') for piece in finding.content))


def _said(one: Told, finding: Attribution) -> str:
    """Attribution whose source, verb and content follow one another -> verb and content as they stand."""
    if len(finding.source) != 1 or not finding.cue or not finding.content:
        return ""
    source, cue, content = finding.source[0], hull(finding.cue), hull(finding.content)
    if not source.end < cue.start or content.start < cue.end:
        return ""
    if cue.of(one.text).split()[0].lower() in _REPORTED or not _only_between(one.text[source.end : cue.start]):
        return ""
    return _carried(one, Span(source.end, content.end))


def _act(one: Told, days: Days | None) -> str:
    """Event or undertaking whose doer stands right before the act -> the doer's name and the rest as it stands."""
    finding = one.finding
    if not isinstance(finding, Event | Undertaking) or one.term("type", "kind") in _BREACH:
        return ""
    if isinstance(finding, Event):
        doers, cue, rest = finding.actor, finding.trigger, (*finding.recipient, finding.time, finding.place)
    else:
        doers, cue, rest = finding.parties, finding.cue, (*finding.toward, finding.what, finding.amount, finding.time)
    name = _doers(one)
    if not doers or not name or hull(doers).end > cue.start or not _only_between(one.text[hull(doers).end : cue.start]):
        return ""
    follows = [span for span in rest if span is not None and span.start >= cue.start and span.end <= one.sentence.end]
    if not follows:
        return ""
    predicate = _carried(one, Span(hull(doers).end, max(span.end for span in follows)))
    if not predicate:
        return ""
    word = on_word_of(one.claim.chain[1:], one.people)
    return f"{name} {predicate}{_when(days, predicate)}{', ' + word if word else ''}"


def _between(one: Told, days: Days | None) -> str:
    """Event told by a noun ("a meeting") -> its two parties with the noun's verb between them."""
    finding = one.finding
    if not isinstance(finding, Event) or finding.status != "happened":
        return ""
    verb = load("summary.yaml")["nouns"].get(finding.trigger.of(one.text).split()[-1].lower())
    who, whom = (_people(one, slot) for slot in ("actor", "recipient"))
    if not verb or not who or not whom:
        return ""
    place = one.claim.slots.get("where")
    where = f" in {with_article(place.text)}" if isinstance(place, TextSlot | EntitySlot) and place.text else ""
    word = on_word_of(one.claim.chain[1:], one.people)
    return f"{who} {verb} {whom}{where}{_when(days, '')}{', ' + word if word else ''}"


def _doers(one: Told) -> str:
    named = _people(one, "actor")
    if named:
        return named
    slot = one.claim.slots.get("actor")
    text = slot.text if isinstance(slot, EntitySlot) else ""
    return "" if not text or text.lower().split()[0] in words("pronouns") else text


def _people(one: Told, slot: str) -> str:
    found = one.claim.slots.get(slot)
    known = [one.people.get(entity) for entity in found.entities] if isinstance(found, EntitySlot) else []
    if not known or any(entity is None or entity.kind in {"unnamed", "group"} for entity in known):
        return ""
    return listed([with_article(entity.name) for entity in known if entity])


def _addressee(one: Told) -> str:
    found = _people(one, "addressee")
    return f" to {found}" if found else ""


def _only_between(gap: str) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between who acts and the act."""
    found = [word.lower() for word in _WORD.findall(gap)]
    plain = all(word in words("between") or word.endswith("ly") for word in found)
    return plain and len(found) <= _GAP and not re.search(r"[^\w\s’'-]", gap)


def _carried(one: Told, span: Span) -> str:
    """Stretch of a text -> the same for a sentence of ours; "" where it would not be true or whole there."""
    text = " ".join(span.of(one.text).split()).strip(" ,;:")
    if "\n" in span.of(one.text).strip() or any(w.lower() in words("own") for w in _WORD.findall(_unquoted(text))):
        return ""
    if text.count("“") != text.count("”") or text.count('"') % 2 or text.count("(") != text.count(")"):
        return ""
    return text.rstrip(".")


def _unquoted(text: str) -> str:
    return re.sub(r"“[^”]*”|\"[^\"]*\"", " ", text)


def _inner(content: str) -> str:
    return " ".join(content.split()).strip(" ,.")


def _when(days: Days | None, predicate: str) -> str:
    """Days, and what the sentence has so far -> the days for its end: in brackets where it already tells a time."""
    if days is None or (days[1] - days[0]).days > 366:
        return ""
    shown = interval(days)
    if str(days[0].year) in predicate:
        return ""
    if re.search(r"(?i)\b(?:\w+day|yesterday|ago|week|month|year|january|february|march|april|may|june|july|august|"
                 r"september|october|november|december)\b", predicate):  # fmt: skip
        return f" ({shown})"
    if shown.startswith("between"):
        return f" {shown}"
    return f" on {shown}" if days[0] == days[1] else f" in {shown}"
