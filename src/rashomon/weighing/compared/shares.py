"""Shares of the vote in a sentence, and whose each is: "Aas won with 57.2 percent of the vote"."""

from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.lexicon.cues import lemma_of
from rashomon.lexicon.files import load
from rashomon.linking.claims.slots import amount_slot
from rashomon.model import Amount, Reading, Span
from rashomon.text.grammar import head_of, is_passive, subjects
from rashomon.weighing.compared.counts import Count
from rashomon.weighing.compared.heads import antecedent

_PERCENT = "percent"
_PLACES = frozenset({"GPE", "LOC"})
_VERBS = frozenset({"VERB", "AUX"})


def vote_shares(reading: Reading, tokens: Sequence[Any]) -> Iterator[tuple[Any, Any, Count]]:
    """A reading and the tokens of a sentence -> the verb of each share of the vote, who has it, and how high it is."""
    for amount in reading.of(Amount):
        if amount.unit != _PERCENT or not any(amount.span.start <= t.idx < amount.span.end for t in tokens):
            continue
        noun = head_of(reading.doc, amount.span)
        if not _votes(noun) or _is_of_a_part(noun):
            continue
        verb = next((t for t in noun.ancestors if t.pos_ in _VERBS), None)
        whose = _winner(noun, verb) if verb is not None else None
        if verb is not None and whose is not None:
            yield verb, whose, Count(amount_slot(reading.text, amount), frozenset(), is_anybody=False)


def is_of_some_votes(reading: Reading, place: Span) -> bool:
    """Whether the figure at a place is a share of some of the votes only, or of no votes cast yet."""
    noun = head_of(reading.doc, place)
    return bool(_votes(noun)) and _is_of_a_part(noun)


def _votes(noun: Any) -> list[Any]:
    """A share -> the word for votes of which it is: "57 percent of the [vote]", "57 percent of [votes] cast"."""
    of = [n for c in noun.rights if c.lower_ == "of" for n in c.children if n.dep_ == "pobj"]
    of += [c for n in of for c in n.lefts if c.dep_ == "compound" and n.lower_ == "cast"]  # "of ballots cast"
    return [n for n in of if n.lemma_.lower() in _words("votes")]


def _is_of_a_part(noun: Any) -> bool:
    """Whether a share is one of some votes only: those of some voters, of a town, those counted, a poll's."""
    around = list(noun.sent)
    somewhere = any(t.dep_ == "pobj" and t.head.lower_ == "in" and t.ent_type_ in _PLACES for t in around)
    narrower = any(_is_narrower(word) for of in _votes(noun) for word in of.lefts)
    return somewhere or narrower or not {t.lower_ for t in around}.isdisjoint(_words("partial"))


def _is_narrower(word: Any) -> bool:
    """Whether a word before "vote" makes it the vote of some only: "the Black vote", "the postal vote"."""
    return word.dep_ in {"amod", "compound", "poss", "nmod"} and word.lemma_.lower() not in _words("of_all")


def _winner(noun: Any, verb: Any) -> Any:
    """A share and its verb -> the word for whoever has it, where the verb tells that somebody has won or got votes."""
    lemma = lemma_of(verb)
    if noun.dep_ == "dobj":
        named = subjects(verb) if lemma in _words("getting") else []
    elif noun.head.lower_ != "with":
        return None
    elif lemma in _words("declaring"):
        named = subjects(verb) if is_passive(verb) else [c for c in verb.rights if c.dep_ in {"dobj", "nsubj"}][:1]
        named = named or subjects(verb.head)  # "was re-elected", in two pieces
    else:
        named = subjects(verb) if lemma in _words("winning") else []
    return antecedent(named[0]) if len(named) == 1 else None


def _words(name: str) -> list[str]:
    return list(load("contrasts.yaml")["vote_shares"][name])
