"""A record's lines -> what the report shows of each: tellings, differences, and a cell for every account."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rashomon.model import Account, Claim, Difference, Line, Record, Span, TextSlot
from rashomon.renderers.wording import in_words, line_labels
from rashomon.renderers.words import (
    STANDING_SHAPES,
    STANDING_WORDS,
    Words,
    counted,
    hop_words,
    one_line,
    shown,
    wordings,
)
from rashomon.weighing.compared.sentences import days_in_words, listed

SLOT_WORDS = {
    "type": "type",
    "actor": "who",
    "recipient": "toward",
    "addressee": "to",
    "what": "what",
    "amount": "amount",
    "condition": "condition",
    "when": "when",
    "said": "said",
    "where": "where",
    "mode": "mode",
    "status": "status",
    "modality": "whether",
    "act": "act",
}
"""Slots in the order in which the report shows them, under the names that it gives them."""
_PARTINGS = {
    "wording": "other words",
    "sense": "turned round or denied",
    "strength": "put more or less strongly",
    "status": "told at another stage, or with less certainty",
}
_GAP = 60  # characters, about ten words, that may be read along between two pieces of evidence


@dataclass(frozen=True)
class Telling:
    """One claim as an account tells it."""

    label: str
    claim: Claim
    chain: tuple[str, ...]
    quotes: tuple[str, ...]
    slots: tuple[tuple[str, str], ...]
    voice: str
    is_likely: bool = False

    @property
    def relays(self) -> str:
        """The chain inside the account: who brought it to the outlet, ending in the source."""
        return " ← ".join(self.chain)


@dataclass(frozen=True)
class Cell:
    """What the matrix shows for one account: a shape, a word, and the value or the reason for silence."""

    label: str
    shape: str
    word: str
    note: str


@dataclass(frozen=True)
class DifferenceView:
    """A slot in which the tellings part: each account's value, its words marked where no other has them."""

    slot: str
    conflict: bool
    values: tuple[tuple[str, Words], ...]
    note: str = ""

    @property
    def word(self) -> str:
        """How the accounts part here."""
        if self.note:
            return self.note
        if len({label for label, _ in self.values}) == 1:
            return "one account gives both"
        if self.conflict:
            return "the accounts conflict"
        return _PARTINGS.get(self.slot, "told more or less closely")

    def repeats(self, label: str, quote: str) -> bool:
        """Whether the value that it shows for an account is most of the quote, which need then not stand twice."""
        told = [" ".join(run for run, _ in words) for name, words in self.values if name == label]
        return any(len(value) > 0.6 * len(quote) and value in quote for value in told)


@dataclass(frozen=True)
class LineView:
    """A line with its number in the record, which is its key in the page.

    ``called`` is what each account calls the deed, ``circular`` the accounts that have it from one another.
    """

    number: int
    line: Line
    tellings: tuple[Telling, ...]
    differences: tuple["DifferenceView", ...]
    cells: tuple[Cell, ...]
    contained: tuple[Telling, ...] = ()
    called: tuple[tuple[str, str], ...] = ()
    circular: str = ""

    @property
    def key(self) -> str:
        """What the marks in the texts and the buttons of the page call it."""
        return str(self.number)

    @property
    def shape(self) -> str:
        """The shape of its standing."""
        return STANDING_SHAPES[self.line.standing]

    @property
    def word(self) -> str:
        """The word of its standing."""
        return STANDING_WORDS[self.line.standing]

    @property
    def when(self) -> str:
        """Its days in words, "said" before those of a saying, "planned for" before those of a plan; or ""."""
        days = days_in_words(self.line.earliest, self.line.latest)
        if self.line.dating == "saying":
            return f"said {days}" if days else ""
        return f"planned for {days}" if days and self.status == "planned" else days

    @property
    def status(self) -> str:
        """Its status where that is not the plain one: denied, planned, hypothetical."""
        words = {slot_text(t.claim, "status") for t in self.tellings} - {"", "happened"}
        return listed(sorted(words)) if words else ""

    @property
    def witnesses(self) -> str:
        """How many accounts surely have it, how many of them are independent, and how many more likely have it."""
        sure = len(self.line.told_in)
        likely = len({telling.label for telling in self.tellings}) - sure
        told = f"{counted(sure, 'account')}, {self.line.independent} independent"
        return f"{told}, {likely} more likely" if likely else told

    @property
    def shown(self) -> list[Telling]:
        """Its tellings, without those that say the same again on the same word."""
        return _distinct(self.tellings)

    @property
    def ledger(self) -> list[Telling]:
        """Its tellings of undertakings and figures, and the undertakings named within what is said in it."""
        told = (t for t in self.tellings if t.claim.kind in {"undertaking", "figure"})
        return [*_distinct(told), *_distinct(self.contained)]

    @cached_property
    def said(self) -> list[Telling]:
        """Its tellings of somebody's words, whatever the line's own kind: a pledge was said as well as made."""
        return _distinct(t for t in self.tellings if t.claim.kind == "statement")

    @property
    def compared(self) -> bool:
        """Whether words of one telling only are marked in its wordings."""
        return any(not shared for _, words in self.wordings for _, shared in words)

    def quotes(self, telling: Telling) -> list[str]:
        """The telling's evidence that the differences do not show already."""
        return [q for q in telling.quotes if not any(d.repeats(telling.label, q) for d in self.differences)]

    @cached_property
    def wordings(self) -> list[tuple[Telling, Words]]:
        """Each telling of what was said with its words, and which of them stand in the other telling too."""
        return list(zip(self.said, wordings([(t.label, uttered(t)) for t in self.said]), strict=True))


def line_views(record: Record) -> list[LineView]:
    """Record -> its lines as the report shows them, numbered in the record's order."""
    accounts = {account.article.id: account for account in record.accounts}
    return [_view(number, line, accounts) for number, line in enumerate(record.lines, 1)]


def slot_text(claim: Claim, name: str) -> str:
    """Claim and name of a slot -> what it holds, in words; "" if it has none."""
    slot = claim.slots.get(name)
    return shown(slot) if slot is not None else ""


def uttered(telling: Telling) -> str:
    """Telling -> the words that were said where they are the speaker's own; else how the account puts it."""
    slot = telling.claim.slots.get("what")
    own = telling.voice == "own words" and isinstance(slot, TextSlot) and slot.text
    return one_line(own) if own else " … ".join(telling.quotes)


def _view(number: int, line: Line, accounts: Mapping[str, Account]) -> LineView:
    told = (_telling(claim, accounts[claim.article], is_likely=claim.id in line.likely) for claim in line.claims)
    tellings = tuple(sorted(told, key=lambda telling: telling.is_likely))
    differences = tuple(_difference(d, accounts) for d in line.differences)
    cells = tuple(_cell(line, account) for account in accounts.values())
    contained = tuple(_telling(claim, accounts[claim.article]) for claim in line.contained)
    circular = listed([account.label for name, account in accounts.items() if name in line.circular])
    return LineView(number, line, tellings, differences, cells, contained, _called(line, accounts), circular)


def _called(line: Line, accounts: Mapping[str, Account]) -> tuple[tuple[str, str], ...]:
    """Line -> what each account calls the deed, where two of them have different words for it; else nothing."""
    labels = line_labels(line, accounts)
    called = {account.label: in_words([x for x in labels if x.article == name]) for name, account in accounts.items()}
    told = {label: text for label, text in called.items() if text}
    return tuple(told.items()) if len({text.lower() for text in told.values()}) > 1 else ()


def _telling(claim: Claim, account: Account, *, is_likely: bool = False) -> Telling:
    hops = claim.chain[1:] if claim.chain and claim.chain[0].kind == "outlet" else claim.chain
    text = account.article.text
    return Telling(
        label=account.label,
        claim=claim,
        chain=(f"account {account.label}", *map(hop_words, hops)),
        quotes=tuple(one_line(span.of(text)) for span in stitched(claim.evidence, text)),
        slots=tuple((_slot_word(claim, n), shown(claim.slots[n])) for n in SLOT_WORDS if n in claim.slots),
        voice=_voice(claim, account),
        is_likely=is_likely,
    )


def _slot_word(claim: Claim, name: str) -> str:
    """Claim and a slot's name -> what the report calls it: when a statement was is when it was said."""
    return SLOT_WORDS["said" if name == "when" and claim.kind == "statement" else name]


def _distinct(tellings: Iterable[Telling]) -> list[Telling]:
    """Tellings -> the first of those that give the same words on the same word."""
    first: dict[object, Telling] = {}
    for telling in tellings:
        first.setdefault((telling.chain, telling.quotes, telling.slots), telling)
    return list(first.values())


def stitched(spans: Iterable[Span], text: str) -> list[Span]:
    """Evidence in pieces -> stretches to be read: pieces that only a few words of one paragraph part become one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start - joined[-1].end <= _GAP and "\n" not in text[joined[-1].end : span.start]:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _voice(claim: Claim, account: Account) -> str:
    """Whether a statement stands in the speaker's own words: by how much of it lies between quotation marks."""
    slot = claim.slots.get("what")
    spans = [slot.span] if slot is not None and slot.span is not None else list(claim.evidence)
    share = _share(spans, account.quoted)
    return "own words" if share > 0.9 else "partly own words" if share > 0 else "paraphrase"


def _share(spans: Iterable[Span], quoted: Iterable[Span]) -> float:
    listed_spans = list(spans)
    total = sum(map(len, listed_spans))
    inside = sum(
        min(span.end, other.end) - max(span.start, other.start)
        for span in listed_spans
        for other in quoted
        if span.meets(other)
    )
    return inside / total if total else 0.0


def _difference(difference: Difference, accounts: Mapping[str, Account]) -> DifferenceView:
    slot = SLOT_WORDS.get(difference.slot, difference.slot)
    labels = [accounts[value.article].label for value in difference.values]
    words = wordings([(value.article, value.value) for value in difference.values])
    return DifferenceView(slot, difference.conflict, tuple(zip(labels, words, strict=True)), difference.note)


def _cell(line: Line, account: Account) -> Cell:
    name = account.article.id
    for silence in line.silent:
        if silence.article == name:
            return Cell(account.label, STANDING_SHAPES["silent"], "silent", silence.reason)
    told = [one_line(v.value) for d in line.differences if d.slot != "wording" for v in d.values if v.article == name]
    words = {"agree": "agrees", "compatible": "compatible", "differ": "differs", "single": "alone"}
    word = words[line.standing] if name in line.told_in else "likely"
    return Cell(account.label, STANDING_SHAPES[line.standing], word, "; ".join(filter(None, told)))


def evidence(record: Record, views: Iterable[LineView]) -> dict[str, dict[str, list[Span]]]:
    """Record and its views -> for every article, the spans of each line and entity by their keys in the page."""
    marks: dict[str, dict[str, list[Span]]] = {account.article.id: {} for account in record.accounts}
    for view in views:
        for claim in view.line.claims:
            marks[claim.article].setdefault(view.key, []).extend(claim.evidence)
    for number, entity in enumerate(record.entities, 1):
        for place in entity.mentions:
            marks[place.article].setdefault(f"e{number}", []).append(Span(place.start, place.end))
    return marks
