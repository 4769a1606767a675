"""As in "according to X", "per X", "as reported by X" -> drafts of attributions."""

from collections.abc import Iterator
from typing import Any

from rashomon.lexicon.cues import lemma_of
from rashomon.lexicon.ranks import ranks
from rashomon.model import Mention, Reading, Span, hull
from rashomon.readers.attributions.draft import Draft, noun_span, pieces
from rashomon.readers.attributions.relays import is_outlet, listed
from rashomon.readers.attributions.sayers import is_document, of_noun
from rashomon.text.grammar import SUBJECTS, named_aside, span_of

_UP = frozenset({
    "conj", "xcomp", "advcl", "prep", "pobj", "pcomp", "dobj", "attr", "acl", "amod", "npadvmod", "advmod", "nsubj",
    "nsubjpass", "acomp", "appos", "compound", "agent", "dative", "oprd", "nmod", "dep", "prt",
})  # fmt: skip
_NOBODY = frozenset({"plan", "schedule", "need", "law", "custom", "tradition", "size", "rule", "taste"})


def accounts(reading: Reading) -> Iterator[Draft]:
    """Reading -> a draft for each "according to X": its content is the clause that it stands in."""
    for token in reading.doc:
        cue = _according(token) or _per(reading, token) or _as_reported(reading, token)
        if not cue:
            continue
        noun = next((c for c in cue[-1].children if c.dep_ == "pobj"), None)
        if noun is None or noun.lemma_.lower() in _NOBODY:
            continue
        verb = _clause(token)
        marks = (c for c in verb.children if c.dep_ == "mark")
        lone = [c for c in marks if any(t.is_punct for t in c.doc[c.i + 1 : c.i + 2])]  # "that, according to X, A"
        name = named_aside(verb, noun)
        aside = [*lone, *name, *_of_the_account(verb, noun)]
        mine = {t.i for part in (token.subtree, cue, noun.subtree, aside) for t in part}
        content = pieces([t for t in verb.subtree if t.i not in mine])
        if content:
            who = of_noun(noun)
            act = "document" if is_document(who) else "speech"
            source = [_with_the_officer(reading, span) for span in who.spans]
            source[-1] = hull([source[-1], span_of(name)]) if name else source[-1]
            yield Draft(verb, [span_of(cue)], source, content, act, frame="according", reports=True)  # type: ignore[arg-type]


def _of_the_account(verb: Any, noun: Any) -> list[Any]:
    """Verb of a clause and the account before it -> what tells of the account: "according to the suit, [filed in May]".

    The parser hangs such a participle on the verb behind it.
    """
    first = min((c.left_edge.i for c in verb.children if c.dep_ in SUBJECTS), default=0)
    beside = [c for c in verb.children if c.dep_ in {"advcl", "acl"} and c.tag_ in {"VBN", "VBG"} and c.i < first]
    return [t for c in beside if _is_right_behind(noun, c) for t in c.subtree]


def _is_right_behind(noun: Any, clause: Any) -> bool:
    """Whether nothing but a comma stands between a noun's phrase and a participle."""
    between = noun.doc[noun.right_edge.i + 1 : clause.i]
    return bool(between.text == ",")


def _with_the_officer(reading: Reading, span: Span) -> Span:
    """Words for a body -> the same with the rank and name behind them, which the parser may have left to the clause."""
    behind = reading.doc.char_span(span.end, len(reading.text), alignment_mode="contract")
    if behind is None or not behind or behind[0].lower_.strip(".") not in ranks():
        return span
    first = next((t for t in behind[1:] if not t.is_punct), behind[0])
    named = (m.span for m in reading.of(Mention) if m.kind == "person" and m.form == "name")
    return next((Span(span.start, name.end) for name in named if name.start == first.idx), span)


def _according(token: Any) -> list[Any]:
    """Token -> "according to", if it begins there."""
    if token.lower_ != "according":
        return []
    both = list(token.doc[token.i : token.i + 2])
    return both if both[-1].lower_ == "to" else []


def _per(reading: Reading, token: Any) -> list[Any]:
    """Token -> "per", if an outlet follows it: "per Axios" and not "per month"."""
    if token.lower_ != "per":
        return []
    outlets = (c for c in token.children if c.dep_ == "pobj" and is_outlet(reading, noun_span(c)))
    return [token] if any(c.pos_ == "PROPN" for c in outlets) else []


def _as_reported(reading: Reading, token: Any) -> list[Any]:
    """Token -> "as first reported by", if it is its verb and an outlet follows."""
    if token.tag_ != "VBN" or lemma_of(token) not in listed("reporting") or token.left_edge.lower_ != "as":
        return []
    by = next((c for c in token.children if c.dep_ == "agent"), None)
    outlets = [c for c in by.children if c.dep_ == "pobj" and is_outlet(reading, noun_span(c))] if by else []
    return list(token.doc[token.left_edge.i : by.i + 1]) if by is not None and outlets else []


def _clause(token: Any) -> Any:
    """Token -> the head of the clause it stands in: the sentence's, or that of a complement or relative clause."""
    while token.head != token and token.dep_ in _UP:
        token = token.head
    return token
