"""Nouns of speech with their clause -> drafts of attributions."""

from collections.abc import Iterator
from typing import Any

from rashomon.lexicon.cues import lemma_of, noun_cues
from rashomon.model import Reading
from rashomon.readers.attributions.draft import Draft, pieces
from rashomon.readers.attributions.sayers import Sayer, of_noun
from rashomon.readers.undone import disposal
from rashomon.text.grammar import span_of


def nominals(reading: Reading) -> Iterator[Draft]:
    """Reading -> a draft for "X's claim that ...", "a statement by X that ...", "X's pledge to ..."."""
    known = noun_cues()
    for token in reading.doc:
        if token.pos_ != "NOUN" or lemma_of(token) not in known:
            continue
        frames = known[lemma_of(token)].frames
        clause = next(
            (
                c
                for c in token.children
                if c.i > token.i and c.dep_ in {"acl", "ccomp", "relcl"} and _frame(c) in frames
            ),
            None,
        )
        who = _owner(token, _frame(clause)) if clause is not None else None
        if clause is None or who is None:
            continue
        content = pieces(list(clause.subtree))
        made = disposal(token) is None
        act = frames[_frame(clause)]
        yield Draft(token, [span_of([token])], list(who.spans), content, act, frame="noun", stated=made)


def _frame(clause: Any) -> str:
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        return "to"
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    return "that" if marked and any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for c in clause.children) else ""


def _owner(noun: Any, frame: str) -> Sayer | None:
    """Noun of speech -> the one whose it is: a genitive, or "by X", "from X"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return None if child.lower_ in {"my", "our", "your", "whose"} else of_noun(child)
        if frame == "that" and child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            owner = next((p for p in child.children if p.dep_ == "pobj"), None)
            if owner is not None and owner.ent_type_ not in {"DATE", "TIME", "GPE"}:
                return of_noun(owner)
    return None
