"""The cast of an article while it is being put together: drafts of entities, and who was spoken of when."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rashomon.lexicon.actors import state_name
from rashomon.lexicon.roles import telling
from rashomon.model import Attribution, Entity, EntityKind, Mention, Quotation, Reading, Sentence, Span, hashed
from rashomon.text.grammar import head_of, tokens_in

_LETTER = 8
"""Sentences of a letter that a signature is looked for behind."""
_BREAK = re.compile(r"(?m)^[ \t]*(?:_{2,}|-{3,}|={3,}|\*(?: ?\*)+)[ \t.]*$")
"""A line that parts one piece of news from the next, as in an agency's report of a day by the hour."""
_BRACKETS = str.maketrans("", "", "[]")


class Seen(NamedTuple):
    """One mention of a draft: its sentence's number, its head token, and whether it is a clause's subject.

    ``modifier``: it only qualifies another noun, and owns nothing. ``quoted``: it stands in somebody's quotation.
    """

    sentence: int
    token: int
    subject: bool
    modifier: bool
    quoted: bool


@dataclass(eq=False)
class Draft:
    """An entity in the making.

    ``named`` tells a name from a description, of which ``words`` are the noun's. ``offices`` are the words of its
    ``roles``. ``owner`` is whose ``kin`` ("wife") it is, ``pair`` which two it means ("the two men"). ``code``,
    ``state``, ``sector`` and ``trade`` are as in the lexicon, "" where they are not known.
    """

    name: str
    kind: EntityKind
    named: bool
    code: str = ""
    state: str = ""
    sector: str = ""
    gender: str = ""
    trade: str = ""
    plural: bool = False
    offices: dict[str, None] = field(default_factory=dict)
    roles: dict[str, None] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    mentions: list[Span] = field(default_factory=list)
    doubtful: list[Span] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    words: str = ""
    owner: "Draft | None" = None
    kin: str = ""
    pair: "tuple[Draft, Draft] | None" = None

    def absorb(self, other: "Draft") -> None:
        """Another draft of the same one -> nothing; this one has all that the other had."""
        self.offices |= other.offices
        self.roles |= other.roles
        self.names |= other.names
        self.mentions += other.mentions
        self.doubtful += other.doubtful
        self.seen = sorted({*self.seen, *other.seen})
        self.state, self.sector = self.state or other.state, self.sector or other.sector
        self.gender = self.gender or other.gender
        self.owner, self.kin = self.owner or other.owner, self.kin or other.kin

    def is_only_quoted(self) -> bool:
        """Whether it is somebody without a name of whom nobody has told but in a quotation."""
        return not self.named and bool(self.seen) and all(seen.quoted for seen in self.seen)

    def actor_code(self) -> str | None:
        """PLOVER code: what the lexicon says, else the state and the sector of its first office."""
        if self.code:
            return self.code
        if self.state:
            return self.state + self.sector
        return "NGO" if self.sector == "NGO" else None


class Cast:
    """Everybody spoken of in one article so far, and the article's words around a mention."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.doc = reading.doc
        self.text = reading.text
        self.plain: str = self.doc.text  # spaCy joins it anew at every look
        self.drafts: list[Draft] = []
        self.of_mention: dict[Mention, Draft] = {}
        self.state_at: dict[int, str] = {}
        self._lately: dict[int, Draft] = {}
        self._by_start: dict[int, Draft] = {}
        self._starts = [s.span.start for s in reading.of(Sentence)]
        breaks = [found.start() for found in _BREAK.finditer(self.text)]
        self._pieces = [bisect_left(breaks, start) for start in self._starts]
        self._tokens = {token.idx: token.i for token in self.doc}
        self._named_at = {m.span.start: m.span.of(self.text) for m in reading.of(Mention) if m.form == "name"}
        self._by_head = {m.head.start: m for m in reversed(reading.of(Mention))}
        stated = [a for a in reading.of(Attribution) if a.stated]
        self.statements = sorted(stated, key=lambda a: min(*a.cue, *a.content))
        self.statement_of = {a.source[0]: n for n, a in reversed([*enumerate(self.statements)])}
        self._quotes = [q.span for q in reading.of(Quotation) if not q.scare]

    def head(self, mention: Mention) -> Any:
        """Mention -> its head token."""
        found = self._tokens.get(mention.head.start)
        if found is None:
            return head_of(self.doc, mention.head)
        return self.doc[found]

    def tokens(self, span: Span) -> Any:
        """Span -> its tokens."""
        return tokens_in(self.doc, span)

    def draft_at(self, token: Any) -> Draft | None:
        """Token -> the draft of the mention whose head it is."""
        mention = self.mention_at(token)
        return self.of_mention.get(mention) if mention is not None else None

    def mention_at(self, token: Any) -> Mention | None:
        """Token -> the mention whose head it is."""
        return self._by_head.get(token.idx)

    def draft_starting(self, at: int) -> Draft | None:
        """Offset -> the draft of the name that begins there."""
        return self._by_start.get(at)

    def names_within(self, span: Span) -> list[Mention]:
        """Span -> the names whose head lies in it."""
        run = self.tokens(span)
        inside = [self._by_head[t.idx] for t in run if t.idx in self._by_head]
        return [m for m in inside if m.form == "name"]

    def is_quoted_token(self, token: Any) -> bool:
        """Whether a token stands inside somebody's quotation."""
        return self.is_quoted(Span(token.idx, token.idx + len(token)))

    def sentence(self, at: int) -> int:
        """Offset -> the number of the sentence that it stands in."""
        return bisect_right(self._starts, at) - 1

    def is_bracketed(self, sentence: int) -> bool:
        """Number of a sentence -> whether the whole of it stands in brackets."""
        return self.text[self._starts[sentence] :][:1] == "("

    def last_unquoted(self, sentence: int) -> int:
        """Number of a sentence -> that of the last before it that is not all within one quotation."""
        before = sentence - 1
        while before > 0 and any(q.start <= self._starts[before] and q.end >= self._end(before) for q in self._quotes):
            before -= 1
        return before

    def _end(self, sentence: int) -> int:
        return len(self.text[: self._starts[sentence + 1]].rstrip())

    def signed_before(self, sentence: int) -> int:
        """Number of a sentence -> that of the last name shortly before it that stands by itself, as below a letter."""
        return next((n for n in range(sentence - 1, max(-1, sentence - _LETTER), -1) if self._is_name(n)), -1)

    def _is_name(self, sentence: int) -> bool:
        start = self._starts[sentence]
        return self.text[start:].partition("\n")[0].rstrip(" .") == self._named_at.get(start)

    def is_quoted(self, span: Span) -> bool:
        """Whether the words stand inside somebody's quotation."""
        return any(q.covers(span) for q in self._quotes)

    def add(self, draft: Draft) -> Draft:
        """New draft -> the same draft, now of the cast."""
        self.drafts.append(draft)
        return draft

    def give(self, mention: Mention, draft: Draft) -> None:
        """Mention and whom it refers to -> nothing; the draft now has the mention, and a name for one of its names."""
        self.describe(mention, draft)
        if mention.form == "name":
            self._by_start[mention.span.start] = draft
        if mention.form == "name":
            draft.names.setdefault(_unbracketed(mention.span.of(self.text)))
            if draft.state and draft.kind not in {"person", "outlet"} and draft.sector != "BUS":
                self.state_at[mention.head.start] = draft.state

    def describe(self, mention: Mention, draft: Draft) -> None:
        """Mention that only says what somebody is ("Bo Aas, a Republican"), and who -> nothing; the draft has it."""
        self.of_mention[mention] = draft
        draft.mentions.append(mention.span)

    def note(self, mention: Mention, draft: Draft) -> None:
        """Mention and its draft -> nothing; the draft has now been spoken of there."""
        head = self.head(mention)
        draft.seen.append(
            Seen(
                self.sentence(mention.span.start),
                head.i,
                _is_subject(head),
                mention.modifier and head.dep_ != "poss",
                self.is_quoted(mention.span),
            )
        )
        self._lately.pop(id(draft), None)
        self._lately[id(draft)] = draft

    def replace(self, old: Draft, new: Draft) -> None:
        """A draft that turned out to be another -> nothing; its mentions are the other's."""
        new.absorb(old)
        self.drafts.remove(old)
        self._lately.pop(id(old), None)
        self.of_mention.update({m: new for m, d in self.of_mention.items() if d is old})

    def recent(self, at: Mention, window: int) -> list[Draft]:
        """Mention -> who was spoken of at most ``window`` sentences before it, the last one first."""
        here = self.sentence(at.span.start)
        found: list[Draft] = []
        for draft in reversed(self._lately.values()):
            if here - draft.seen[-1].sentence > window:
                break
            found.append(draft)
        return found

    def is_of_another_piece(self, draft: Draft, at: Span) -> bool:
        """Whether somebody was last told of in another piece of news, parted by a line, than words stand in."""
        return bool(draft.seen) and self._pieces[draft.seen[-1].sentence] != self._pieces[self.sentence(at.start)]

    def sentences_in(self, span: Span) -> list[int]:
        """Span -> where the sentences that begin in it begin."""
        return self._starts[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def entities(self) -> Iterator[Entity]:
        """The cast -> its entities, by first mention."""
        finished = [draft for draft in self.drafts if draft.mentions]
        for draft in sorted(finished, key=lambda d: (min(d.mentions), d.name)):
            kind = draft.kind
            yield Entity(
                id=self._id(draft),
                name=state_name(draft.state)
                if kind == "state" and draft.code == draft.state
                else _unbracketed(draft.name),
                kind=kind,
                mentions=tuple(sorted(set(draft.mentions))),
                code=draft.actor_code(),
                state=draft.state or None,
                roles=telling(draft.roles),
                names=tuple(sorted(draft.names)),
                doubtful=tuple(sorted(set(draft.doubtful))),
                members=tuple(map(self._id, draft.pair or ())),
            )

    def _id(self, draft: Draft) -> str:
        first = min(draft.mentions)
        return hashed(self.reading.article.id, "entity", first.start, first.end, draft.name)


def _is_subject(head: Any) -> bool:
    """Whether a noun acts, is beside one that does, or its name ("a guard, Bo Aas, left"); not who is made to act.

    Of "let Bo leave" and "told Bo to leave" the parser makes him the subject of what he is to do.
    """
    while head.dep_ in {"conj", "appos"}:
        head = head.head
    clause = head.head
    made = clause.tag_ == "VB" and clause.dep_ in {"ccomp", "xcomp"} and clause.head.i < head.i
    return head.dep_ in {"nsubj", "nsubjpass"} and not made


def _unbracketed(name: str) -> str:
    """Words for somebody -> the same in one line without an editor's brackets: "Major [Humayun] Khan"."""
    return " ".join(name.translate(_BRACKETS).split())
