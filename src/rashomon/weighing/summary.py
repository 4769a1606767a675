"""One English sentence for a line, built of its slots and of words of its texts, and of nothing else.

The predicate is taken over from the text word for word, from behind the words for who acts to the end of what is known
of the act, so that "did not", "will" and "may" stand as they stood; only who acts is named anew. Where that makes no
true sentence the text speaks for itself: The text says: “…”. A breach is never told as a fact.
"""

import re
from collections.abc import Callable, Sequence

from rashomon.lexicon.files import load
from rashomon.model import Attribution, DateSlot, EntitySlot, Event, Span, TextSlot, Undertaking, hull
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
from rashomon.weighing.told import Clause, Days, Told

_WORD = re.compile(r"[\w’'-]+")
_APART = 60  # characters between a verb of speech and what is said: room for "on Monday that"
_YEAR = 366
_CONJUNCTION = 9  # characters: "However, "
_LONGEST = 420  # characters of a sentence of ours; a longer one is given as the text's own
_REPORTED = frozenset({"quoted", "cited", "asked", "reported"})
_BREACH = frozenset({"breach-claim", "ACCUSE"})


def summary(matter: Sequence[Told], days: Days | None) -> str:
    """A matter, the claim that tells it best first, and its day -> one sentence."""
    kind = matter[0].claim.kind
    told = [one for one in matter if one.claim.kind == kind]
    tries: tuple[Callable[[Told, Days | None], str], ...] = (_limit, _act, _between, _figure)
    if kind == "statement":
        tries = (_statement,)
        told.sort(key=lambda one: (not one.quoted, -len(one.bag), one.key))
    for attempt in tries:
        for one in told:
            found = attempt(one, days)
            if found and len(found) <= _LONGEST:
                return sentence(found)
    return _as_it_stands(told[0])


def _as_it_stands(one: Told) -> str:
    place = one.sentence if one.sentence.meets(one.evidence) else one.evidence
    speaker = hop_name(one.behind[-1], one.people) if one.behind else ""
    whose = f", on the word of {speaker}" if speaker else ""
    return sentence(f"The text says{whose}: {quoted(place.of(one.text))}")


def _statement(one: Told, days: Days | None) -> str:
    finding = one.finding
    if not one.behind or not isinstance(finding, Attribution):
        return ""
    speaker = hop_name(one.behind[-1], one.people)
    relay = on_word_of(one.behind[:-1], one.people)
    relayed = f", {relay}" if relay else ""
    if finding.kind == "direct" and finding.content and not finding.denied:
        to = _addressee(one)
        verb = "wrote" if one.behind[-1].kind in {"newspaper", "document"} else "said"
        return f"{speaker} {verb}{to}{_when(days)}{relayed}: {_utterance(one, finding)}"
    predicate = _said(one, finding)
    if predicate:
        return _dated(f"{speaker} {predicate}", one, days) + relayed
    content = _clause_before(one, finding)
    return f"{content}, {on_word_of(one.behind, one.people)}" if content else ""


def _clause_before(one: Told, finding: Attribution) -> str:
    """Attribution whose content is a sentence of its own ("…, the paper wrote") -> that content."""
    if len(finding.content) != 1 or not finding.cue or finding.denied or one.quoted:
        return ""
    cue, content = hull(finding.cue), finding.content[0]
    before = content.end <= cue.start and content.start - one.sentence.start <= _CONJUNCTION
    if not before and cue.of(one.text).lower() != "according to":
        return ""
    text = _carried(one, content)
    return re.sub(r"^(?:But|And|Yet|However,|Meanwhile,|So) ", "", text)


def _utterance(one: Told, finding: Attribution) -> str:
    """Direct quotation -> its words; what the text sets between two pieces of it becomes "…"."""
    return quoted(" … ".join(piece.of(one.text).strip(' ,“”"') for piece in finding.content))


def _said(one: Told, finding: Attribution) -> str:
    """Attribution whose verb and content follow one another -> verb and content as they stand."""
    if len(finding.source) != 1 or not finding.cue or not finding.content:
        return ""
    source, cue, content = finding.source[0], hull(finding.cue), hull(finding.content)
    verb = cue.of(one.text).split()[0].lower()
    if content.start < cue.end or content.start - cue.end > _APART or verb in _REPORTED or finding.denied:
        return ""
    told = load("summary.yaml")["participles"].get(verb)
    if told:
        rest = _carried(one, Span(cue.start + len(verb), content.end))
        return f"{told} {rest}" if rest else ""
    clause = one.clause
    if clause is None or not clause.span.covers(finding.cue[0]) or not _is_subject(source, clause):
        return ""
    return _carried(one, Span(clause.span.start, content.end))


def _is_subject(doers: Span, clause: Clause) -> bool:
    """Whether the words for who acts hold a subject of the clause."""
    return any(doers.start <= at < doers.end for at in clause.subjects)


def _limit(one: Told, days: Days | None) -> str:
    """Limit with an amount -> who limited what, for whom, to how much."""
    name, what, amount = _doers(one), one.term("what"), one.amount
    if one.term("type", "kind") != "limit" or one.term("status") != "happened" or not (name and what and amount):
        return ""
    whom = _people(one, "recipient")
    toward = f" for {whom}" if whom else ""
    word = on_word_of(one.behind, one.people)
    told = f"{name} limited {' '.join(what.split())}{toward} to {' '.join(amount.text.split())}"
    return _dated(told, one, days) + (f", {word}" if word else "")


def _figure(one: Told, days: Days | None) -> str:  # noqa: ARG001 - one of three attempts of one shape
    """Figure -> the amount with its unit and period, and the sentence that gives it."""
    amount = one.amount
    if amount is None:
        return ""
    of = f" ({' '.join(amount.of.split())})" if amount.of else ""
    word = on_word_of(one.behind, one.people)
    return f"{' '.join(amount.text.split())}{of}{', ' + word if word else ''}: {quoted(one.sentence.of(one.text))}"


def _act(one: Told, days: Days | None) -> str:
    """Event or undertaking whose doer stands right before the act -> the doer's name and the rest as it stands."""
    finding = one.finding
    if not isinstance(finding, Event | Undertaking) or one.term("type", "kind") in _BREACH:
        return ""
    doers = finding.actor if isinstance(finding, Event) else finding.parties
    name = _doers(one)
    if not doers or not name or one.clause is None or one.quoted or not _is_subject(hull(doers), one.clause):
        return ""
    predicate = _carried(one, one.clause.span)
    if not predicate:
        return ""
    word = on_word_of(one.behind, one.people, name)
    return _dated(f"{name} {predicate}", one, days) + (f", {word}" if word else "")


def _between(one: Told, days: Days | None) -> str:
    """Event told by a noun ("a meeting") -> its two parties with the noun's verb between them."""
    finding = one.finding
    if not isinstance(finding, Event) or finding.status != "happened":
        return ""
    noun = finding.trigger.of(one.text).split()[-1].lower()
    who, whom = (_people(one, slot) for slot in ("actor", "recipient"))
    verb = load("summary.yaml")["nouns" if whom else "joint"].get(noun)
    if not verb or not who or not (whom or len(one.who("actor")) > 1):
        return ""
    place = one.claim.slots.get("where")
    where = f" in {with_article(place.text)}" if isinstance(place, TextSlot | EntitySlot) and place.text else ""
    word = on_word_of(one.behind, one.people)
    return f"{f'{who} {verb} {whom}'.strip()}{where}{_when(days)}{', ' + word if word else ''}"


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


def _carried(one: Told, span: Span) -> str:
    """Stretch of a text -> the same for a sentence of ours; "" where it would not be true or whole there."""
    text = " ".join(span.of(one.text).split()).strip(" ,;:")
    if "\n" in span.of(one.text).strip() or any(w.lower() in words("own") for w in _WORD.findall(_unquoted(text))):
        return ""
    if text.count("“") != text.count("”") or text.count('"') % 2 or text.count("(") != text.count(")"):
        return ""
    return re.sub(r"(?<![A-Z])\.$", "", text)


def _unquoted(text: str) -> str:
    return re.sub(r"“[^”]*”|\"[^\"]*\"", " ", text)


def _dated(told: str, one: Told, days: Days | None) -> str:
    """Sentence and its days -> the same with the days: behind the text's own words for them, else in front."""
    if days is None or (days[1] - days[0]).days > _YEAR or str(days[0].year) in told:
        return told
    slot = one.claim.slots.get("when")
    said = " ".join(slot.text.split()) if isinstance(slot, DateSlot) else ""
    if said and re.search(rf"\b{re.escape(said)}\b(?![’'])", told):
        return re.sub(rf"\b{re.escape(said)}\b", lambda m: f"{m[0]} ({interval(days)})", told, count=1)
    return f"{_when(days).strip()}, {told}"


def _when(days: Days | None) -> str:
    """Days -> " on 8 August 2018", " in August 2018", " between … and …"; "" where they are not known closely."""
    if days is None or (days[1] - days[0]).days > _YEAR:
        return ""
    shown = interval(days)
    if shown.startswith("between"):
        return f" {shown}"
    return f" on {shown}" if days[0] == days[1] else f" in {shown}"
