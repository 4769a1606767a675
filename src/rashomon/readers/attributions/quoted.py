"""Drafts and quotation marks -> drafts whose contents hold the quotations that belong to them."""

from bisect import bisect_left
from dataclasses import replace
from typing import Any

from rashomon.model import Block, Quotation, Reading, Span, hull
from rashomon.readers.attributions.clauses import quoting
from rashomon.readers.attributions.draft import Draft, merged, noun_span, without
from rashomon.readers.attributions.stating import is_aside
from rashomon.readers.attributions.titles import is_title
from rashomon.text.grammar import tokens_in

_REACH = 16
"""How many tokens may stand between a cue and the quotation that it introduces."""

_UTTERANCE = 4
"""Words from which on a quotation can be an utterance by itself, and not a title or a turn of phrase."""

_ANNOUNCING = frozenset({"following", "this"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def join_quotations(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Reading and drafts -> the drafts outside quotations, with every quotation at the cue that it belongs to.

    A quotation goes, in this order, to the draft whose content it is part of; to a cue beside it; to the cue that
    its paragraph's colon closes; to the speaker of the paragraph or of the paragraph right before, if it stands free.
    What is left is nobody's, and not the author's either. A title is no quotation.
    """
    return _Joiner(reading, drafts).joined()


class _Joiner:
    def __init__(self, reading: Reading, drafts: list[Draft]) -> None:
        self.text = reading.text
        self.doc = reading.doc
        self.quotes = sorted((q for q in reading.of(Quotation) if q.level == 1), key=lambda q: q.span)
        self.blocks = [b for b in reading.of(Block) if b.kind not in {"credit", "promotion"}]
        self.starts = [t.idx for t in self.doc]
        self.titles = [q.span for q in self.quotes if is_title(self.text, q.span)]
        self.drafts = [self.spoken_outside(d) for d in drafts if d.frame == "turn" or not self.is_quoted(d.start)]
        self.last: tuple[Quotation, Draft] | None = None

    def joined(self) -> list[Draft]:
        for made in self.drafts:
            made.content = self.without_sentence_before(self.ending_with_quotation(made.content))
        for made in self.drafts:
            made.content = without(made.content, [q.span for q in self.quotes if self.is_of_another(made, q)])
        for quote in self.quotes:
            draft = self.holder(quote)
            if draft is None and quote.span not in self.titles:
                draft = self.beside(quote) or self.tail(quote) or self.carried_on(quote)
            if draft is not None:
                self.give(draft, quote)
            elif not quote.scare and quote.span not in self.titles and self.is_utterance(quote):
                first = tokens_in(self.doc, quote.inner)[0]
                self.drafts.append(Draft(first, [], [], [quote.span], frame="nobody", stated=False))
        return self.drafts

    def ending_with_quotation(self, pieces: list[Span]) -> list[Span]:
        """Content -> cut where a quotation ends whose closing mark was forgotten: what follows is the author's own."""
        ends = [q.span for q in self.quotes if not q.complete and self.text[q.span.end - 1] not in "”\"’'"]
        cut = [next((e.end for e in ends if p.start <= e.start + 1 < e.end < p.end), p.end) for p in pieces]
        return [Span(piece.start, end) for piece, end in zip(pieces, cut, strict=True)]

    def without_sentence_before(self, pieces: list[Span]) -> list[Span]:
        """Content -> without a quotation at its start that is a sentence of its own: "“Go.” It fell, X said"."""
        whole = merged(pieces, self.text)
        quote = next((q for q in self.quotes if whole and q.span.start == whole[0].start), None)
        if quote is None or quote.span.end >= whole[0].end or self.text[quote.inner.end - 1] not in ".?!":
            return pieces
        rest = Span(quote.span.end, whole[0].end).stripped(self.text)
        return [rest, *whole[1:]] if self.text[rest.start].isupper() else pieces

    def spoken_outside(self, draft: Draft) -> Draft:
        """Draft -> the same of who stands behind the quotation, where the parser took its last noun for the speaker."""
        if not draft.source or not self.is_quoted(draft.source[0].start) or draft.head is None or draft.frame == "turn":
            return draft
        behind = [t for t in self.doc[draft.head.i : draft.verb.i] if not self.is_quoted(t.idx)]
        noun = next((t for t in behind if t.pos_ in _NOUNS and t.head not in behind), None)
        noun = self.shouted_at(draft) if noun is None else noun
        if noun is None:
            return draft
        entitled = any(t.covers(draft.source[0]) for t in self.titles)  # "in her book, “The End,” Aas wrote that"
        return replace(draft, source=[noun_span(noun)], head=noun, content=draft.content if entitled else [])

    def is_quoted(self, offset: int) -> bool:
        return any(q.span.start <= offset < q.span.end for q in self.quotes)

    def give(self, draft: Draft, quote: Quotation) -> None:
        held = without([quote.span], [*draft.cue])
        draft.content = merged([*draft.content, *held], self.text)
        self.last = (quote, draft)

    def is_utterance(self, quote: Quotation) -> bool:
        """Whether somebody must have said the words, whoever it be: they make a clause and are no title."""
        words = [t for t in tokens_in(self.doc, quote.inner) if t.is_alpha]
        return len(words) >= _UTTERANCE and any(t.tag_ in _FINITE for t in words)

    def holder(self, quote: Quotation) -> Draft | None:
        """The draft whose content the quotation meets; the one with the nearest cue of several."""
        found = [d for d in self.drafts if any(c.meets(quote.inner) for c in d.content)]
        whole = [d for d in found if any(c.covers(quote.inner) for c in d.content)]
        return min(whole or found, key=lambda d: abs(d.start - quote.span.start), default=None)

    def beside(self, quote: Quotation) -> Draft | None:
        """A cue verb right after the quotation in its sentence, or before it with a comma, colon or nothing between."""
        if quote.scare:
            return None
        block = self.block_at(quote.span.start)
        if block is None:
            return None
        for verb in [*self.after(quote, block), *self.before(quote, block)]:
            draft = self.drafted(quote, verb)
            if draft is not None:
                self.drafts += [draft] if all(d is not draft for d in self.drafts) else []
                return draft
        return None

    def drafted(self, quote: Quotation, verb: Any) -> Draft | None:
        """The draft whose cue a verb beside a quotation is; a fresh one where it speaks the quotation, else None."""
        known = (d for d in self.drafts if d.verb == verb or any(c.start <= verb.idx < c.end for c in d.cue))
        if (draft := next(known, None)) is not None:
            return draft
        fresh = quoting(verb) or quoting(verb, self.shouting(quote, verb))
        fresh = self.spoken_outside(fresh) if fresh is not None else None
        spoken = fresh is not None and not any(self.is_quoted(s.start) for s in fresh.source)
        return fresh if spoken else None

    def is_of_another(self, draft: Draft, quote: Quotation) -> bool:
        """Whether a quotation in a draft's content is a sentence behind it with a cue of its own: "“No,” said Beck"."""
        block = self.block_at(quote.span.start)
        if block is None or quote.span.start < draft.start or not any(c.meets(quote.inner) for c in draft.content):
            return False
        if not self.stands_free(quote, block) or self.text[: quote.span.start].rstrip().endswith(":"):
            return False
        own = (self.drafted(quote, verb) for verb in self.after(quote, block))
        return any(made is not None and made is not draft for made in own)

    def shouting(self, quote: Quotation, verb: Any) -> Any:
        """The noun behind a verb right behind a quotation, which the parser takes for its object; None for none."""
        noun = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
        close = not self.text[quote.span.end : verb.idx].strip()
        return noun if noun is not None and close and noun.pos_ in _NOUNS else None

    def shouted_at(self, draft: Draft) -> Any:
        """Draft whose verb has the quotation for its subject -> who speaks: "“Thief!” shouted [Beck]"."""
        quote = next((q for q in self.quotes if q.span.covers(draft.source[0])), None)
        return self.shouting(quote, draft.verb) if quote is not None else None

    def after(self, quote: Quotation, block: Block) -> list[Any]:
        if (
            self.text[quote.inner.end - 1 : quote.inner.end] == "."
            or self.text[quote.span.end : quote.span.end + 1] == "."
        ):
            return []
        first = bisect_left(self.starts, quote.span.end)
        for token in self.doc[first : first + _REACH]:
            if token.idx >= block.span.end or token.text in {".", ";", '"', ":"}:
                break
            if token.lower_ in {"and", "but", "or"}:
                break
            within = (
                token.dep_ in {"acl", "relcl"} and token.head.idx >= quote.span.end
            )  # "a captain known as Tor warned"
            if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"} and not within:
                return [token] if not self.is_told_anew(quote, token) else []
        return []

    def is_told_anew(self, quote: Quotation, verb: Any) -> bool:
        """Whether a verb behind a question or call tells something of its own: "“Who?” Beck persuaded him to go"."""
        full = self.text[quote.inner.end - 1] in "?!" and self.doc[bisect_left(self.starts, quote.span.end)].is_title
        return full and any(c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i for c in verb.children)

    def before(self, quote: Quotation, block: Block) -> list[Any]:
        lead = self.text[block.span.start : quote.span.start].rstrip()
        if not lead:
            return []
        tight = lead[-1] in ",:" or lead.endswith(" that")
        end = bisect_left(self.starts, quote.span.start)
        found: list[Any] = []
        for token in reversed(self.doc[max(0, end - _REACH) : end]):
            if token.idx < block.span.start or token.text in {".", "?", "!", '"', ";"}:
                break
            if token.pos_ in {"VERB", "AUX"} and (tight or token.i == end - 1):
                found.append(token)
        return found

    def tail(self, quote: Quotation) -> Draft | None:
        """Quoted words that end the clause of a content cut short: "cited the raid [as part of a “long game”]"."""
        near = [d for d in self.drafts if d.content and d.content[-1].end <= quote.span.start]
        draft = max(near, key=lambda d: d.content[-1].end, default=None)
        if draft is None or draft.start > draft.content[-1].start:
            return None
        gap = self.text[draft.content[-1].end : quote.span.start]
        if len(gap.split()) > _REACH // 2 or any(c in ",.;:?!\n—–" for c in gap):
            return None
        draft.content[-1] = Span(draft.content[-1].start, quote.span.start)
        return draft

    def carried_on(self, quote: Quotation) -> Draft | None:
        """A free-standing quotation -> the draft of whoever spoke last, in its paragraph or in the one right before."""
        block = self.block_at(quote.span.start)
        if block is None or not self.stands_free(quote, block):
            return None
        inside = [d for d in self.spoken(block) if d.start < quote.span.start]
        if inside:
            last = max(inside, key=lambda d: d.start)
            if quote.scare:
                return None
            return last if last.act != "document" else self.again(last)  # what is cut from a paper may be cut anywhere
        if self.text[block.span.start : quote.span.start].strip():
            return None
        return self.from_above(quote, block)

    def from_above(self, quote: Quotation, block: Block) -> Draft | None:
        above = self.above(block)
        if above is None:
            return None
        if self.last is not None and above.span.covers(self.last[0].span) and self.runs_on(self.last[0], above):
            return self.last[1]
        if self.text[above.span.start : above.span.end].rstrip().endswith(":") or self.is_announcing(above):
            return self.announced(above)
        spoken = self.spoken(above)
        if not spoken:
            return None
        rest = self.text[quote.span.end : block.span.end].strip(' .,”"\n')
        if rest or len({tuple(d.source) for d in spoken}) > 1 or quote.scare or self.is_set_out(quote):
            return None
        return self.again(spoken[-1])

    def is_set_out(self, quote: Quotation) -> bool:
        """Whether the words stand in another quotation too: set out large, they belong to no paragraph near them."""
        words = quote.inner.of(self.text).rstrip(".,!? ")
        return any(q != quote and words in q.inner.of(self.text) for q in self.quotes)

    def spoken(self, block: Block) -> list[Draft]:
        """The drafts by which somebody speaks in the block, in text order; what is said aside is no speech."""
        here = [d for d in self.drafts if d.stated and d.cue and block.span.covers(d.cue[0]) and not is_aside(d.verb)]
        return sorted(here, key=lambda d: d.start)

    def again(self, draft: Draft) -> Draft:
        """The same speaker and cue with another content."""
        fresh = replace(draft, content=[], relay=list(draft.relay))
        self.drafts.append(fresh)
        return fresh

    def is_announcing(self, above: Block) -> bool:
        """Whether the last to speak in a paragraph gives "the following statement" or "this answer"."""
        last = next(reversed(self.spoken(above)), None)
        words = hull(last.cue).of(self.text).lower().split() if last is not None and last.frame == "carried" else []
        return not _ANNOUNCING.isdisjoint(words)

    def announced(self, above: Block) -> Draft | None:
        """A paragraph that ends in a colon -> the draft of the cue that announces what follows."""
        first = bisect_left(self.starts, above.span.start)
        last = bisect_left(self.starts, above.span.end)
        tail: list[Any] = list(self.doc[last - 1].sent) if last > first else []
        spoken = [d for d in self.spoken(above) if tail and d.start >= tail[0].idx]
        if not spoken:
            fresh = next((d for t in tail if t.pos_ in {"VERB", "AUX"} and (d := quoting(t)) is not None), None)
            self.drafts += [fresh] if fresh is not None else []
            return fresh
        draft = spoken[-1]
        if draft.frame == "carried":
            draft.content = []
            return draft
        end = self.text[: above.span.end].rstrip().rindex(":")
        comma = self.text.rfind(",", draft.content[-1].end, end) if draft.content else -1
        late = bisect_left(self.starts, comma + 2)
        if comma >= 0 and self.doc[late].pos_ == "ADP":
            draft.content.append(Span(self.doc[late].idx, end))
        return self.again(draft)

    def runs_on(self, quote: Quotation, above: Block) -> bool:
        """Whether the quotation that ends the paragraph above is still open there, or is a block of its own."""
        return quote.span.end >= above.span.end - 1 and (not quote.complete or above.kind == "quote")

    def stands_free(self, quote: Quotation, block: Block) -> bool:
        lead = self.text[block.span.start : quote.span.start].rstrip()
        return not lead or lead[-1] in '.?!:”"…'

    def block_at(self, offset: int) -> Block | None:
        return next((b for b in self.blocks if b.span.start <= offset < b.span.end), None)

    def above(self, block: Block) -> Block | None:
        at = self.blocks.index(block)
        return self.blocks[at - 1] if at else None
