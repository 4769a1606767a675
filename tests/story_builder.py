"""Readings made by hand, so that stories and weighing are tried whatever the readers find."""

import datetime as dt
import re

from rashomon.linking.dates.calendar import days_of
from rashomon.model import (
    AmountSlot,
    Article,
    Attribution,
    Block,
    Claim,
    DateSlot,
    Entity,
    EntitySlot,
    Event,
    Hop,
    MadeBy,
    Published,
    Quotation,
    Reading,
    Record,
    Sentence,
    Span,
    Story,
    TextSlot,
    Undertaking,
    hashed,
)
from rashomon.weighing.weigh import weigh

STATES = {"Norland": "NOR", "Sudland": "SUD", "Oslo": "NOR"}
FINDINGS = (Block, Sentence, Quotation, Attribution, Event, Undertaking, Entity, Published, Claim)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def days(text: str) -> tuple[dt.date | None, dt.date | None]:
    """A TIMEX3 value ("2019-03-04", "2019-03", "2019-W10", "201"), or two with ".." between -> first and last day."""
    first, dots, last = text.partition("..")
    return (days_of(first)[0], days_of(last)[1]) if dots else days_of(first)


class Teller:
    """One article in the making: `say`, `event` and `limit` add a sentence and the claim that stands in it."""

    def __init__(self, name: str, outlet: str | None = None, credit: str = "") -> None:
        self.name, self.outlet, self.credit = name, outlet, credit
        self.text = ""
        self.found: list[object] = []
        self.people: dict[str, list[Span]] = {}

    def _sentence(self, text: str) -> int:
        start = len(self.text) + (1 if self.text else 0)
        self.text += ("\n" if self.text else "") + text
        self.found.append(Sentence(Span(start, start + len(text))))
        return start

    def _who(self, names: list[str], text: str, start: int) -> EntitySlot:
        for name in names:
            at = text.find(name)
            self.people.setdefault(name, []).append(Span(start + max(at, 0), start + max(at, 0) + len(name)))
        return EntitySlot(tuple(f"e:{name}" for name in names), " and ".join(names))

    def _chain(self, hops: list[tuple[str, str]]) -> tuple[Hop, ...]:
        outlet = Hop(self.outlet or "the article", "outlet")
        return (outlet, *(Hop(n, k, f"e:{n}" if k == "person" else None) for n, k in hops))  # type: ignore[arg-type]

    def _claim(self, kind: str, finding: str, span: Span, chain: list[tuple[str, str]], slots: dict) -> None:
        made = hashed(self.name, kind, finding, span.start)
        self.found.append(Claim(made, self.name, kind, finding, (span,), self._chain(chain), slots))  # type: ignore[arg-type]

    def quote(self, words: str) -> "Teller":
        """Words in quotation marks that nobody is named for."""
        start = self._sentence(f"“{words}”")
        self.found.append(Quotation(Span(start, start + len(words) + 2), Span(start + 1, start + 1 + len(words))))
        return self

    def say_both(self, speaker: str, first: str, second: str, apart: str = " ") -> "Teller":
        """Two quotations that are one claim, with ``apart`` between the cue and the second."""
        text = f"“{first}” {speaker} said.{apart}“{second}”"
        start = self._sentence(text)
        parts = tuple(Span(start + text.index(p), start + text.index(p) + len(p)) for p in (first, second))
        self.found += [Quotation(Span(p.start - 1, p.end + 1), p) for p in parts]
        finding = hashed(self.name, "attribution", start)
        source = Span(parts[0].end + 2, parts[0].end + 2 + len(speaker))
        cue = Span(source.end + 1, source.end + 5)
        self.found.append(Attribution(finding, (source,), (cue,), parts, "direct"))
        slots = {"what": TextSlot(f"{first} {second}"), "actor": self._who([speaker], text, start)}
        evidence = (parts[0], source, cue, parts[1])
        chain = self._chain([(speaker, "person")])
        self.found.append(
            Claim(hashed(self.name, finding), self.name, "statement", finding, evidence, chain, slots)  # type: ignore[arg-type]
        )
        return self

    def say(self, speaker: str, content: str, *, relay: str = "", to: str = "", when: str = "") -> "Teller":
        text = f"{speaker} said: “{content}”"
        start = self._sentence(text)
        inner = Span(start + text.index("“") + 1, start + len(text) - 1)
        self.found.append(Quotation(Span(inner.start - 1, inner.end + 1), inner))
        finding = hashed(self.name, "attribution", start)
        source, cue = Span(start, start + len(speaker)), Span(start + len(speaker) + 1, start + len(speaker) + 5)
        self.found.append(Attribution(finding, (source,), (cue,), (inner,), "direct"))
        slots = {"what": TextSlot(content, inner), "actor": self._who([speaker], text, start)}
        if when:
            slots["when"] = DateSlot(*days(when), when, source)
        if to:
            slots["addressee"] = self._who([to], text, start)
        chain = [*([(relay, "agency")] if relay else []), (speaker, "person")]
        self._claim("statement", finding, Span(start, start + len(text)), chain, slots)
        return self

    def event(self, actor: str, verb: str, recipient: str, when: str = "", **more: str) -> "Teller":
        """`more`: type, status, via (a relay), tail (words that end the sentence)."""
        text = f"{actor} {verb} {recipient}{more.get('tail', '')}."
        start = self._sentence(text)
        trigger = Span(start + len(actor) + 1, start + len(actor) + 1 + len(verb))
        finding = hashed(self.name, "event", start)
        kind = more.get("type", "CONSULT")
        who, whom = self._who([actor], text, start), self._who([recipient], text, start)
        span = Span(start, start + len(text))
        self.found.append(
            Event(finding, trigger, span, kind, None, (Span(start, start + len(actor)),), (self.people[recipient][-1],))
        )
        slots = {"type": TextSlot(kind), "status": TextSlot(more.get("status", "happened")), "actor": who}
        slots["recipient"] = whom
        if when:
            slots["when"] = DateSlot(*days(when), when, span)
        via = more.get("via", "")
        self._claim("event", finding, span, [(via, "agency")] if via else [], slots)
        return self

    def act(self, actor: str, verb: str, accord: str, kind: str, when: str = "", **more: str) -> "Teller":
        """An undertaking about an accord; `more`: speaker (who says so), on (the accord is sanctions on him)."""
        speaker, on = more.get("speaker", ""), more.get("on", "")
        start = self._sentence(f"{f'{speaker} said that ' if speaker else ''}{actor} {verb} {accord}.")
        text = self.text[start:]
        at = {word: Span(start + text.index(word), start + text.index(word) + len(word)) for word in (verb, accord)}
        whole, doer = Span(start, start + len(text)), Span(at[verb].start - 1 - len(actor), at[verb].start - 1)
        finding = hashed(self.name, "undertaking", start)
        self.found.append(Undertaking(finding, kind, whole, at[verb], at[accord], (doer,)))  # type: ignore[arg-type]
        slots = {"type": TextSlot(kind, at[verb]), "status": TextSlot("happened"), "what": TextSlot(accord, at[accord])}
        slots["actor"] = self._who([actor], text, start)
        if on:
            sides = {"measure_by": self._who([actor], text, start), "measure_on": self._who([on], text, start)}
            slots |= {"measure": TextSlot("sanctions", at[accord]), **sides}
        else:
            slots["instrument"] = TextSlot(accord.removeprefix("the "), at[accord])
        if when:
            slots["when"] = DateSlot(*days(when), when, whole)
        self._claim("undertaking", finding, whole, [(speaker, "person")] if speaker else [], slots)
        return self

    def limit(self, actor: str, what: str, value: float, unit: str, per: str = "year") -> "Teller":
        text = f"{actor} capped {what} at {value:g} {unit} a {per}."
        start = self._sentence(text)
        span = Span(start, start + len(text))
        at = start + text.index(f"{value:g}")
        finding = hashed(self.name, "undertaking", start)
        cue = Span(start + len(actor) + 1, start + len(actor) + 7)
        what_span = Span(start + text.index(what), start + text.index(what) + len(what))
        self.found.append(Undertaking(finding, "limit", span, cue, what_span, (Span(start, start + len(actor)),)))
        amount = AmountSlot(
            value, value, unit.rstrip("s"), f"{value:g} {unit} a {per}", per, what, span=Span(at, at + 1)
        )
        slots = {"type": TextSlot("limit"), "status": TextSlot("happened"), "what": TextSlot(what, what_span)}
        self._claim(
            "undertaking", finding, span, [], slots | {"amount": amount, "actor": self._who([actor], text, start)}
        )
        return self

    def reading(self, published: str = "") -> Reading:
        found = list(self.found)
        text = self.text
        if self.credit:
            found.append(Block(Span(len(text) + 1, len(text) + 1 + len(self.credit)), "credit"))
            text += "\n" + self.credit
        for name, spans in sorted(self.people.items()):
            kind = "state" if name in STATES else "person"
            code = STATES.get(name)
            found.append(Entity(f"e:{name}", name, kind, tuple(spans), code, code, (), (name,)))  # type: ignore[arg-type]
        if published:
            first, last = days(published)
            assert first is not None
            assert last is not None
            found.append(Published(first, last, ("given",)))
        article = Article(self.name, text or "…", self.outlet)
        return Reading(article).adding(FINDINGS, found)


def record_of(*readings: Reading) -> Record:
    """Readings of one story -> its record."""
    story = Story("s", "a story", tuple(sorted({r.article.id for r in readings})))
    return weigh(story, readings, [], MadeBy("0", {}, {}))


def shape(record: Record) -> list[tuple[object, ...]]:
    """Record -> its lines without what hangs on names: kind, standing, where the claims stand, who is silent."""
    return sorted(
        (
            line.kind,
            line.standing,
            line.independent,
            tuple((c.article, c.evidence) for c in line.claims),
            tuple(sorted(s.article for s in line.silent)),
            tuple((d.slot, d.conflict) for d in line.differences),
        )
        for line in record.lines
    )


def words_of(record: Record) -> str:
    """Record -> everything it says in sentences of its own."""
    told = [line.summary for line in record.lines] + [sentence.text for sentence in record.brief]
    return re.sub(r"\s+", " ", " ".join(told))
