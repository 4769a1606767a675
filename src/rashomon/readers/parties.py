"""Questions to the parse about one deed: its object, its agents, its complements."""

from collections.abc import Iterator
from typing import Any

from rashomon.lexicon.frames import classes
from rashomon.model import Span
from rashomon.readers.undone import disposal, full_lemma
from rashomon.text.grammar import (
    conjuncts,
    is_done_beside,
    is_finite,
    is_negated,
    is_passive,
    phrase,
    span_of,
    subjects,
)

_OBJECTS = ("dobj", "attr")
_STAND_INS = frozenset({"one", "that", "those"})
_MOVING = frozenset({
    "urge", "press", "pressure", "ask", "order", "instruct", "force", "compel", "oblige", "allow", "permit", "tell",
    "persuade", "convince", "invite", "encourage", "warn", "advise", "require", "enable", "beg", "direct", "authorize",
    "authorise",
})  # fmt: skip
"""Verbs whose object does what their infinitive says: "urged Peru to leave"."""
_SHARING = frozenset({"in", "at", "during", "after", "on", "following"})


def object_of(verb: Any) -> Any:
    """Verb -> the head of its object, or of what is done to: the subject of a passive, the noun of a participle."""
    direct = next((c for c in verb.children if c.dep_ in _OBJECTS), None)
    if direct is not None and direct.i > verb.i:
        return direct
    if direct is not None:
        return verb.head if verb.dep_ == "relcl" and direct.tag_ in {"WDT", "WP"} else None
    if is_passive(verb):
        subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        if subject is not None:
            return subject.head.head if subject.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else subject
        if verb.dep_ == "acl":
            return verb.head
        if is_done_beside(verb):
            return next(iter(subjects(verb.head)), None)
    if verb.dep_ == "amod" and verb.tag_ == "VBN":
        return verb.head
    if is_had_done(verb):
        return next(c for c in verb.children if c.dep_ == "nsubj")
    if verb.dep_ == "conj" and is_passive(verb.head) and verb.tag_ == "VBN":
        return object_of(verb.head)
    return None


def agents(verb: Any) -> list[Any]:
    """Verb -> the heads of those who do it: subjects, the "by" of a passive, the possessor of a participle's noun."""
    by = [
        p
        for c in verb.children
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by" and c.i > verb.i)
        for p in c.children
        if p.dep_ == "pobj"
    ]
    if is_had_done(verb):
        return [t for p in by for t in conjuncts(p)] or agents(verb.head)
    if verb.dep_ == "amod" and _own_subject(verb):  # "The council has capped exports", parsed as a noun phrase
        return [t for c in verb.children if c.dep_ == "nsubj" for t in conjuncts(c)]
    passive = is_passive(verb) or (
        verb.dep_ == "conj" and is_passive(verb.head) and verb.tag_ == "VBN" and not _own_subject(verb)
    )
    if passive or (verb.dep_ == "amod" and verb.tag_ == "VBN"):
        if by or verb.dep_ != "amod":
            return [t for p in by for t in conjuncts(p)]
        return [c for c in verb.head.children if c.dep_ in {"poss", "nmod"} and c.i < verb.i]
    if verb.dep_ in {"acomp", "oprd"}:
        verb = verb.head
    if verb.dep_ == "pcomp":
        return _controllers(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return _deciders(verb.head)
    moved = _moved(verb)
    if moved is not None:
        return conjuncts(moved)
    found = [t for t in subjects(verb) if t.i < verb.i or t.dep_ == "nsubj"]
    return [
        party
        for t in found
        for party in (_antecedents(t) if t.tag_ in {"WP", "WDT"} and t.head.dep_ == "relcl" else [t])
    ]


def is_had_done(verb: Any) -> bool:
    """Whether a participle is what somebody has done to another: "had him [arrested]", "got the bank [closed]"."""
    bare = verb.dep_ == "ccomp" and verb.tag_ in {"VBN", "VBD"} and verb.head.lemma_.lower() in {"have", "get"}
    helped = any(c.dep_ in {"aux", "auxpass", "mark"} for c in verb.children)
    return bare and not helped and any(c.dep_ == "nsubj" for c in verb.children)


def _moved(verb: Any) -> Any:
    """Infinitive -> whom the governing verb has do it: "urged [Peru] to leave"; None for whoever else does."""
    governor = verb.head
    if verb.dep_ != "xcomp" or verb.tag_ != "VB" or governor.lemma_.lower() not in _MOVING:
        return None
    return next((c for c in governor.children if c.dep_ == "dobj" and governor.i < c.i < verb.i), None)


def _antecedents(pronoun: Any) -> list[Any]:
    """Subject of a relative clause -> who it takes up: all of several names, where its verb is a plural's.

    "Peru and Chile, which are in talks", and not "Peru and Chile, which is in talks".
    """
    verb = pronoun.head
    noun = _meant(verb.head)
    several = [t for t in conjuncts(noun) if t.i < pronoun.i]
    plural = any(t.lower_ in {"are", "were", "have"} for t in (verb, *verb.children)) or verb.tag_ == "VBP"
    return several if plural and noun.tag_ == "NNP" and len(several) > 1 else [noun]


def _meant(noun: Any) -> Any:
    """What a relative clause hangs on -> who it is said of: "considers Oslo a city that ..." says it of Oslo."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.lower_ in _STAND_INS:
        governor = noun.head.head
        while governor.pos_ not in {"VERB", "AUX"} and governor.head != governor:
            governor = governor.head
        return object_of(governor) or noun
    if noun.dep_ in {"oprd", "attr"} and noun.head.pos_ in {"VERB", "AUX"}:
        said_of = [c for c in noun.head.children if c.dep_ in {"nsubj", "nsubjpass"}]
        thing = next((c for c in noun.head.children if c.dep_ == "dobj" and c != noun), None)
        return thing or (said_of[0] if said_of and noun.dep_ == "oprd" else noun)
    return noun


def in_tense(verb: Any, wanted: str) -> bool:
    """Verb -> whether it stands as a frame asks: "will", "will-not" or "not"."""
    future = bool({"will", "shall", "'ll", "wo"} & {c.lower_ for c in verb.children if c.dep_ == "aux"})
    if wanted == "not":
        return bool(is_negated(verb))
    return future and bool(is_negated(verb)) == (wanted == "will-not")


def _controllers(gerund: Any) -> list[Any]:
    """Gerund behind a preposition -> who does it: whom one accuses of it, or who has "a history of" it."""
    governor = gerund.head.head
    if governor.pos_ in {"VERB", "AUX"}:
        thing = object_of(governor)
        if gerund.head.lower_ in {"of", "for", "from", "against"} and thing is not None and thing.i < gerund.i:
            mutual = thing.lower_ in {"other", "another"} and any(c.lower_ in {"each", "one"} for c in thing.children)
            return agents(governor) if mutual else conjuncts(thing)
        return agents(governor)
    if governor.dep_ == "dobj" and governor.head.lemma_.lower() in {"have", "show"}:
        return agents(governor.head)
    return []


def _deciders(noun: Any) -> list[Any]:
    """Noun with an infinitive ("a decision to leave") -> whose it is: its genitive, or who makes or changes it."""
    if noun.lemma_.lower() not in classes()["deciding"]:
        return []
    owners = [t for c in noun.children if c.dep_ == "poss" and c.i < noun.i for t in conjuncts(c)]
    disposed = disposal(noun)
    own = disposed is not None and full_lemma(disposed) not in classes()["breaking"]  # "Peru dropped its plan to leave"
    if (owners and not (own and owners[0].tag_ == "PRP$")) or noun.dep_ not in {"dobj", "pobj"}:
        return owners
    governor = noun.head if noun.dep_ == "dobj" else noun.head.head
    return agents(governor) if governor.pos_ == "VERB" and governor != noun else []


def _own_subject(verb: Any) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def is_particle(child: Any) -> bool:
    """Whether a verb's child only turns its sense: also the "out" of "pulled out of", parsed as a preposition."""
    turned = child.dep_ == "prep" and child.lower_ in {"out", "away", "back"}
    return child.dep_ in {"prt", "advmod"} or (turned and all(c.dep_ == "prep" for c in child.children))


def complement(verb: Any, kind: str) -> Any:
    """Verb and kind of complement -> the token that heads it, or None."""
    after = [c for c in verb.children if c.i > verb.i]
    after += [g for c in after if is_particle(c) for g in c.children]
    if kind in {"to", "that", "that-ahead", "that-wanted"} or (kind.startswith("to-") and kind != "to-noun"):
        for child in after:
            infinitive = (
                child.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and child.tag_ == "VB" and not is_finite(child)
            )
            if kind.startswith("that") and child.dep_ == "ccomp" and not infinitive and not _asks(child):
                return child if kind == "that" or _lies_ahead(child, wanted=kind == "that-wanted") else None
            if infinitive and (kind == "to" or child.lemma_.lower() in classes().get(kind, frozenset())):
                return child
        return None
    if kind == "must":
        return next(
            (c for c in after if c.dep_ == "ccomp" and any(a.lower_ in {"must", "should"} for a in c.children)), None
        )
    if kind == "none":
        return verb if not any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in after) else None
    if kind == "object":
        return next((c for c in after if c.dep_ == "dobj"), None)
    if kind == "another":
        return next(
            (
                t
                for c in after
                for t in (c, *c.children)
                if (t.lower_ in {"another", "other"} and t.pos_ != "ADJ") or t.lower_ == "another"
            ),
            None,
        )
    if kind == "for-protest":
        return next((p for p in governed(verb, "for") if p.lemma_.lower() in classes()[kind]), None)
    name = "to" if kind == "to-noun" else kind
    standing = [
        c for c in after if c.lower_ == name and c.dep_ in {"prep", "dative", "prt", "acomp", "advmod", "agent"}
    ]
    return next((c for c in standing if not _is_when(c)), None)


def _is_when(preposition: Any) -> bool:
    """Whether a preposition only says when: "agreed on Monday"."""
    return any(p.dep_ == "pobj" and p.ent_type_ in {"DATE", "TIME"} and p.tag_ != "CD" for p in preposition.children)


def governed(holder: Any, preposition: str) -> Iterator[Any]:
    """Noun or verb and preposition -> what that preposition governs below it."""
    further = [g for c in holder.children if is_particle(c) and c.i > holder.i for g in c.children]
    for child in (*holder.children, *further):
        if child.lower_ == preposition and child.dep_ in {"prep", "dative", "agent"}:
            yield from (p for p in child.children if p.dep_ == "pobj")


def under(token: Any, preposition: str, noun: Any) -> bool:
    """Whether a token, or the first of its coordination, stands behind the preposition and the noun."""
    first = min(conjuncts(token), key=lambda t: t.i)
    return bool(first.head.lower_ == preposition and noun.i < first.i)


def core(thing: Any, objects: frozenset[str]) -> Any:
    """The noun that decides the deed: the one with a wanted word, else the object itself."""
    return None if thing is None else (worded(thing, objects) or thing)


def worded(thing: Any, objects: frozenset[str]) -> Any:
    """The noun that meets the wanted words: the object, its compound, or what it is a number or a round of."""
    for noun in conjuncts(thing):
        lemma = noun.lemma_.lower()
        if lemma in objects or noun.lower_ in objects:
            return noun
        left = next((c for c in noun.children if c.dep_ in {"compound", "amod"} and c.i == noun.i - 1), None)
        if left is not None and (
            f"{left.lower_} {lemma}" in objects or (left.dep_ == "compound" and left.lemma_.lower() in objects)
        ):
            return noun
        for prep in (c for c in noun.children if c.lower_ == "of"):
            for inner in (p for p in prep.children if p.dep_ == "pobj"):
                if inner.lemma_.lower() in objects or f"{lemma} of {inner.lower_}" in objects:
                    return inner
    return None


def sharers(noun: Any) -> list[Any]:
    """Noun of a meeting -> who takes part by acting in the clause ("In a summit with X, Y promised")."""
    if noun.dep_ == "pobj" and noun.head.lower_ in _SHARING and noun.head.head.pos_ in {"VERB", "AUX"}:
        return agents(noun.head.head)
    return []


def is_placed(noun: Any) -> bool:
    """Whether a meeting has its own place or day ("a meeting in Oslo on Monday"): it is one, and not any meeting."""
    return any(
        p.ent_type_ in {"GPE", "DATE"}
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ in {"in", "on", "at"}
        for p in c.children
    )


def teller_of(noun: Any) -> Any:
    """Noun of a deed -> the verb whose subject it, or a round of it, is: "the talks [collapsed]"; None without one."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return noun.head if noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.pos_ in {"VERB", "AUX"} else None


def owner_of(noun: Any) -> list[Any]:
    """Noun behind "whose" -> those whose it is: what the relative clause hangs on."""
    clause = noun.head
    while clause.dep_ != "relcl" and clause.head != clause:
        clause = clause.head
    return conjuncts(clause.head) if clause.dep_ == "relcl" else []


def _asks(clause: Any) -> bool:
    """Whether a clause is a question, in the speaker's words or another's: "whether he slept", "who slept?"."""
    if any(c.lower_ in {"whether", "if"} for c in clause.children if c.i < clause.i):
        return True
    return any(c.text == "?" for t in (clause, clause.head) for c in t.children if c.i > clause.i)


def _lies_ahead(clause: Any, *, wanted: bool = False) -> bool:
    """Whether a clause tells what is yet to be done ("agreed that exports would end"), and no opinion or fact.

    ``wanted``: what others are to do ("insisted that Togo must pay"), and not what somebody will do himself.
    """
    modals = {"should", "must"} if wanted else {"will", "would", "should", "must", "shall", "'ll"}
    return any(c.lower_ in modals for c in clause.children) or (clause.tag_ == "VB" and not is_finite(clause))


def near(verb: Any, thing: Any) -> list[Any]:
    """Verb and object -> the tokens right below them and below the subject."""
    around = list(verb.children)
    around += [g for c in verb.children if c.dep_ == "nsubj" or c.lower_ == "with" for g in c.children]
    if thing is not None:
        around += [thing, *thing.children]
    return around


def party_spans(tokens: list[Any]) -> tuple[Span, ...]:
    """Head nouns of parties -> the spans of their phrases, each once, in text order."""
    return tuple(sorted({span_of(_name(t)) for t in tokens if t.tag_ not in {"WDT", "WP"}}))


def _tells_more(child: Any) -> bool:
    """Whether what follows a noun says more of the party, and names it no closer: "protesters angry at cuts"."""
    gerund = child.dep_ == "prep" and any(c.dep_ == "pcomp" or c.text in {'"', "“"} for c in child.children)
    return child.dep_ in {"acl", "relcl"} or (child.dep_ == "amod" and child.left_edge != child.right_edge) or gerund


def _name(noun: Any) -> list[Any]:
    """Head noun of a party -> the tokens of its phrase with a name right behind it, without "'s"."""
    tokens = phrase(noun)
    cut = min((c.left_edge.i for c in noun.children if c.i > noun.i and _tells_more(c)), default=tokens[-1].i + 1)
    tokens = [t for t in tokens if t.i < cut]
    if len(tokens) > 1 and tokens[-1].tag_ == "POS":
        tokens.pop()
    if noun.ent_type_ in {"PERSON", "GPE"}:
        return [t for t in tokens if t.i <= noun.i]  # a name ends with the name
    named = (c for c in noun.children if c.dep_ == "appos" and c.ent_type_ == "PERSON" and c.i > noun.i)
    return [*tokens, *(t for c in named if c.left_edge.i == tokens[-1].i + 1 for t in phrase(c))]
