"""Small questions to the dependency parse that several readers ask. Tokens are spaCy's."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from rashomon.model import Span, Status
from rashomon.text.before_nouns import parts_adjectives, without_another

_CLAUSE_OPENING = frozenset({"after", "before", "since", "until"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_LOOSE = frozenset({"relcl", "punct", "parataxis", "advcl"})
_HYPOTHETICAL = frozenset({"may", "might", "could", "would", "can", "should"})
_PLAN_LEMMAS = frozenset({"plan", "intend", "want", "aim", "prepare", "schedule", "expect", "seek", "hope", "agree"})
_ALL = frozenset({"all", "everyone", "everybody", "everything", "anyone", "none", "nobody", "nothing"})
_TIMES = frozenset({"day", "night", "morning", "week", "month", "year", "moment", "time", "way", "reason"})
DASHES = frozenset({"-", "–", "—", "--"})
_HEARING = frozenset({"told", "informed", "notified"})
"""Verbs that in the active tell who hears."""
_NO = frozenset({"no", "neither", "nor"})
_NEVER = frozenset({"no longer", "no more", "at no point", "at no time", "in no way", "under no circumstances"})
DENYING = frozenset({"no", "nobody", "none", "neither", "nothing", "nor"})
"""Words by which a clause tells that nobody did something, or that it was done to nothing."""


def span_of(tokens: Iterable[Any]) -> Span:
    """Tokens -> the span from the first to the last of them."""
    listed = list(tokens)
    return Span(min(t.idx for t in listed), max(t.idx + len(t) for t in listed))


def tokens_in(doc: Any, span: Span) -> Any:
    """Doc and span -> the spaCy ``Span`` of the tokens that it touches."""
    return doc.char_span(span.start, span.end, alignment_mode="expand")


def head_of(doc: Any, span: Span) -> Any:
    """Doc and span -> the token that governs it."""
    return tokens_in(doc, span).root


def phrase(noun: Any, *, loose: bool = False) -> list[Any]:
    """Head noun -> the tokens of its noun phrase, without relative clauses and coordinated nouns unless ``loose``."""
    dropped: set[int] = set()
    if not loose:
        if (mislaid := _mislaid(noun)) is not None:
            dropped.update(t.i for t in mislaid.subtree if t.i <= _and(mislaid).i)
        for child in noun.children:
            if child.tag_ == "HYPH" and (noun.ent_type_ == "PERSON" or noun.text[0].isupper() or _joins(child, noun)):
                continue  # inside a name: "Kim Jong-un", "KING-TV"; or a word: "the front-runner"
            listed = child.dep_ in {"conj", "cc", "appos"} and child.i > noun.i
            if parts_adjectives(child, noun):
                continue
            if child.dep_ in _LOOSE or listed or child in of_the_passive(noun):
                dropped.update(t.i for t in child.subtree)
    kept = [t for t in noun.subtree if t.i not in dropped]
    run = [noun]
    for t in sorted((t for t in kept if t.i < noun.i), key=lambda t: -t.i):
        if t.i == run[0].i - 1:
            run.insert(0, t)
    run = without_another(run)
    for t in sorted((t for t in kept if t.i > noun.i), key=lambda t: t.i):
        if t.text in DASHES and t.nbor(-1).whitespace_:
            break  # "a clerk of the bank [- the largest in Peru -]"
        if t.i == run[-1].i + 1:
            run.append(t)
    while len(run) > 1 and is_mark(run[-1]):
        run.pop()
    while len(run) > 1 and (run[0].is_punct or run[0].is_space):
        run.pop(0)
    return run


def is_mark(token: Any) -> bool:
    """Whether a token at the end of words is no part of them: a punctuation mark or space, but no "%"."""
    return bool((token.is_punct and token.text != "%") or token.is_space)


def _joins(hyphen: Any, noun: Any) -> bool:
    """Whether a hyphen ties a noun to the word beside it."""
    return bool(
        hyphen.text == "-"
        and abs(hyphen.i - noun.i) == 1
        and not hyphen.whitespace_
        and hyphen.i
        and not hyphen.nbor(-1).whitespace_
    )


def of_the_passive(noun: Any) -> list[Any]:
    """Noun -> what the parser ties to it and belongs to the passive that it is the agent of.

    "Dismissed by critics [as a sham]", "accused by guards [of lying]", "told by guards [that the hall was full]".
    """
    if noun.dep_ != "pobj" or noun.head.dep_ != "agent":
        return []
    preps = [c for c in noun.children if c.dep_ == "prep"]
    named = [c for c in preps if c.lower_ == "as" or (c.lower_ == "of" and any(p.dep_ == "pcomp" for p in c.children))]
    told = (c for c in noun.children if any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children))
    return [*named, *told]


def named_aside(verb: Any, noun: Any) -> list[Any]:
    """Verb and a noun in a phrase before its clause -> the name set off behind it: "to an aide, [Bo Aas], he left".

    The parser takes the name for the subject and the subject for its apposition.
    """
    for name in verb.children:
        behind = name.dep_ == "nsubj" and name.pos_ == "PROPN" and name.left_edge.i == noun.right_edge.i + 2
        subject = next((c for c in name.children if c.dep_ == "appos" and c.i > name.i), None)
        if behind and subject is not None and name.nbor(1).text == "," and subject.right_edge.nbor(1).text != ",":
            return list(name.doc[name.left_edge.i : name.i + 1])
    return []


def conjuncts(noun: Any) -> list[Any]:
    """Token -> itself and what is coordinated with it, in text order."""
    mislaid, tail = _mislaid(noun), _list_tail(noun)
    found = {noun, *noun.conjuncts, *([mislaid] if mislaid is not None else []), *tail}
    meant = [other for other in found if not _is_left_out(other)]
    return sorted(meant or found, key=lambda t: t.i)


def _is_left_out(noun: Any) -> bool:
    """Whether a noun is named to be left out: "Peru, but not [Chile]", "not [Peru] but Chile", "all but [Peru]"."""
    before = [c for c in noun.children if c.dep_ == "neg" and c.lower_ == "not" and c.i < noun.i]
    if before and before[0].nbor(1).lower_ not in {"only", "just", "merely", "simply"}:
        return True
    first = noun.head
    but = any(c.dep_ == "cc" and c.lower_ == "but" and c.i == first.i + 1 for c in first.children)
    return bool(noun.dep_ == "conj" and but and first.lower_ in _ALL)


def _list_tail(noun: Any) -> list[Any]:
    """Noun -> the rest of a list that the parser took for another object: "sued the state, [the firm and the bank]"."""
    last = noun.right_edge.i
    if noun.dep_ not in {"dobj", "pobj"} or last + 2 >= len(noun.doc) or noun.doc[last + 1].text != ",":
        return []
    behind = noun.doc[last + 2]
    head = next((t for t in (behind, *behind.ancestors) if t.pos_ in {"NOUN", "PROPN"} and t.dep_ == "dobj"), None)
    if head is None or head.left_edge != behind or _and(head) is None:
        return []
    return [head, *head.conjuncts]


def _mislaid(noun: Any) -> Any:
    """Noun -> the name before "and" that the parser made its modifier ("Bo and Greek leader Aas")."""
    left = [c for t in (noun, *noun.children) if t.dep_ == "compound" or t is noun for c in t.children if c.i < noun.i]
    for name in left:
        if name.dep_ == "nmod" and name.pos_ == "PROPN" and _and(name) is not None:
            persons = name.ent_type_ == noun.ent_type_ == "PERSON"
            if persons or any(c.pos_ == "ADJ" and c.ent_type_ in {"NORP", "GPE"} for c in name.conjuncts):
                return name
    return None


def _and(noun: Any) -> Any:
    return next((c for c in noun.children if c.dep_ == "cc" and c.i > noun.i), None)


def own_clause(verb: Any) -> list[Any]:
    """Verb of a clause -> its tokens; of an infinitive without the finite verb that the parser coordinated to it.

    "agreed to cut exports and was exempted": the second verb goes with "agreed".
    """
    if verb.tag_ != "VB":
        return list(verb.subtree)
    finite = [c for c in verb.children if c.dep_ == "conj" and is_finite(c)]
    if not finite:
        return list(verb.subtree)
    end = min(t.i for t in finite[0].subtree)
    return [t for t in verb.subtree if t.i < end and not (t.dep_ == "cc" and t.head == verb and t.i >= end - 2)]


def sharing_its_end(verb: Any) -> list[Any]:
    """Verb -> the verbs that "and" joins to it and whose time and place are its own, too.

    "Killed two and [hurt] six in Lima on Monday": it has nothing behind it but its object, and they stand in the same
    tense and voice.
    """
    found = []
    while joined := next((c for c in verb.children if c.dep_ == "conj" and _goes_on(verb, c)), None):
        found.append(joined)
        verb = joined
    return found


def ends_the_deed(head: Any, verbs: Iterable[Any]) -> bool:
    """Whether the head of a time stands at the end of one of some verbs' clauses: "[on] Monday", not "[for] May 6"."""
    behind = (
        head.head if head.dep_ == "pobj" and head.head.lower_ in {"on", "in", "at", "during", "early", "late"} else head
    )
    return behind.head in set(verbs) and (behind is not head or head.dep_ == "npadvmod")


def _goes_on(verb: Any, other: Any) -> bool:
    """Whether a verb's clause goes on in that of another, with "and" between them and nothing but an object."""
    own = {c.dep_ for c in other.children}
    behind = {c.dep_ for c in verb.children if verb.i < c.i < other.i}
    same = verb.tag_ == other.tag_ and is_passive(verb) == is_passive(other)
    return (
        same
        and behind <= {"dobj", "cc", "conj", "punct"}
        and own.isdisjoint(SUBJECTS | {"aux", "neg", "mark"})
        and any(c.lower_ == "and" for v in (verb, other) for c in v.children if c.dep_ == "cc")
    )


_TENSED = frozenset({"VBD", "VBZ", "VBP"})


def is_finite(verb: Any) -> bool:
    """Whether a verb, or an auxiliary of it, stands in a tense or mood: no infinitive, no participle."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return verb.tag_ in _TENSED or any(c.tag_ in _TENSED | {"MD"} for c in helpers)


def subjects(verb: Any) -> list[Any]:
    """Verb -> the heads of its subjects, borrowed from the governing clause where it has none of its own."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS and c.dep_ != "expl"]
    own = [c for c in own if not _is_left_out(c)] or own
    if own:
        return [t for s in own for t in conjuncts(s)]
    if (mislaid := subject_behind_time(verb)) is not None:
        return conjuncts(mislaid)
    if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp"} and verb.head != verb:
        governor = verb.head
        while governor.dep_ in {"prep", "prt", "acomp"} and governor.head != governor:
            governor = governor.head
        return subjects(governor) if governor.pos_ in {"VERB", "AUX"} else []
    if verb.dep_ in {"relcl", "acl"} and (verb.dep_ == "acl" or not own):
        return [verb.head] if verb.head.pos_ in {"NOUN", "PROPN", "PRON"} else []
    return []


def stands_apart(verb: Any) -> bool:
    """Whether a clause is a sentence of its own before a semicolon: "Divers [found] six; four are missing"."""
    after = verb.doc[verb.right_edge.i + 1 : verb.right_edge.i + 2].text
    return bool(verb.dep_ == "ccomp" and verb.i < verb.head.i and after == ";")


def subject_behind_time(verb: Any) -> Any:
    """Finite verb without a subject -> the noun behind an "after" before it that is its subject, else None.

    With an aside between them the parser takes "he quit after [Aas], in a speech, accused him" for two deeds of his.
    """
    if not is_finite(verb) or verb.i == 0 or verb.nbor(-1).text != ",":
        return None
    before = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    governor = verb.head if verb.dep_ in {"conj", "advcl"} else before if verb.dep_ == "ROOT" else None
    if governor is None:
        return None
    between = [c for c in governor.children if c.i < verb.i]
    if any(c.dep_ == "cc" for c in between) or any(c.dep_ in SUBJECTS | {"mark"} for c in verb.children):
        return None
    behind = (p for c in between if c.dep_ == "prep" and c.lower_ in _CLAUSE_OPENING for p in c.children)
    nouns = [p for p in behind if p.dep_ == "pobj" and p.i + 1 < verb.i - 1 and p.nbor(1).text == ","]
    return nouns[-1] if nouns else None


def is_contact(verb: Any) -> bool:
    """Whether a verb's clause tells of the noun before it without a pronoun: "the bill [Aas opposed]"."""
    if verb.dep_ != "relcl" or verb.head.lemma_.lower() in _TIMES:
        return False  # "the day Aas left": it tells nothing of the day
    first = verb.doc[verb.left_edge.i]
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    return own is not None and own.left_edge == first and first.tag_ not in {"WP", "WDT", "WP$", "WRB", "IN"}


def is_passive(verb: Any) -> bool:
    """Whether the verb stands in the passive."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children) or _is_told_beside(verb):
        return True
    return bool(verb.tag_ == "VBN" and (verb.dep_ == "acl" or is_done_beside(verb)))


def _is_told_beside(verb: Any) -> bool:
    """Whether "told" shares the subject of a passive, and nobody is told: "was phoned and [told] that"."""
    own = {c.dep_ for c in verb.children}
    alone = own.isdisjoint({"aux", "dobj", "dative", *SUBJECTS})
    return bool(verb.lower_ in _HEARING and verb.dep_ == "conj" and alone and is_passive(verb.head))


def is_done_beside(verb: Any) -> bool:
    """Whether a bare participle beside a clause tells what is done to the clause's subject: "urged by X, Y …"."""
    own = {c.dep_ for c in verb.children}
    return bool(verb.dep_ == "advcl" and verb.tag_ == "VBN" and own.isdisjoint({"aux", *SUBJECTS, "dobj", "mark"}))


def is_denying(token: Any) -> bool:
    """Whether a word denies; the "No." of a number does not: "the No. 1 seeds"."""
    return token.lower_ in DENYING and not (token.lower_ == "no" and _is_numbering(token))


def _is_numbering(no: Any) -> bool:
    behind = no.doc[no.i + 1 : no.i + 3]
    return len(behind) == 2 and behind[0].text == "." and behind[1].like_num


def is_negated(verb: Any) -> bool:
    """Whether a verb, an auxiliary or its subject is negated: "not", "never", "no longer", "without", "neither"."""
    before = [c for c in verb.children if c.i < verb.i and '"' not in {t.text for t in verb.doc[c.i : verb.i]}]
    if any(c.dep_ == "neg" or c.lower_ == "never" or (c.lower_ in _NO and is_denying(c)) for c in before):
        return not is_at_least(verb)
    if any(c.dep_ in SUBJECTS and _is_of_neither(c) for c in before) or first_of_neither(verb) != verb:
        return True
    if any(c.doc[c.left_edge.i : min(c.right_edge.i, c.left_edge.i + 3) + 1].text.lower() in _NEVER for c in before):
        return True
    return bool(verb.dep_ == "pcomp" and verb.head.lower_ == "without") or is_yet_to_come(verb)


def is_yet_to_come(verb: Any) -> bool:
    """Whether somebody "has yet to" do something: he has not."""
    before = f"{verb.doc[max(0, verb.i - 4) : verb.i].text} ".lower()
    return "yet to " in before and verb.tag_ == "VB" and verb.head.lemma_.lower() in {"have", "be", "remain"}


def _is_of_neither(subject: Any) -> bool:
    """Whether a subject is neither of two: "neither Peru nor Chile", "neither side"."""
    return any(c.lower_ == "neither" for c in subject.children)


def first_of_neither(verb: Any) -> Any:
    """Verb -> the first of those that "nor" joins it to: "neither [attacked] Chile nor withdrew"; else itself."""
    while verb.dep_ == "conj" and any(c.lower_ == "nor" and c.i < verb.i for c in verb.head.children):
        verb = verb.head
    return verb


def is_at_least(verb: Any) -> bool:
    """Whether a verb with a "not" tells that something was done so often, or more: "never hit fewer than 26"."""
    behind = verb.doc[verb.i + 1 : min(verb.i + 5, verb.sent.end)].text.lower()
    return "fewer than" in behind or "less than" in behind


def auxiliaries(verb: Any) -> list[str]:
    """Verb -> the lemmas of its auxiliaries and modals, lower case, in text order.

    Some hang on others: "will" on the "be" of "will be closed".
    """
    own = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    found = [t.lemma_.lower() for c in own for t in (*(g for g in c.children if g.dep_ == "aux"), c)]
    if not found and verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return auxiliaries(verb.head) if verb.tag_ in {"VB", "VBN", "VBG"} else []
    return found


def tense(verb: Any) -> Literal["past", "present", "future", ""]:
    """Verb -> the tense of its clause; "" for a bare infinitive or participle."""
    helpers = auxiliaries(verb)
    if {"will", "shall", "'ll"} & set(helpers):
        return "future"
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and ({"have", "be"} & set(helpers))):
        present_be = any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in verb.children)
        return "present" if present_be and "have" not in helpers else "past"
    if any(c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBD" for c in verb.children):
        return "past"
    if verb.tag_ in {"VBZ", "VBP"} or helpers:
        return "present"
    return ""


def status_of(verb: Any) -> Status:
    """Verb of an event -> whether its clause says that it happened, is planned, is denied or is hypothetical."""
    for clause in (verb, *_governors(verb)):
        if is_negated(clause):
            return "denied"
        helpers = set(auxiliaries(clause))
        if clause is verb and helpers & _HYPOTHETICAL and "have" not in helpers:
            return "hypothetical"
        if clause is verb and tense(verb) == "future":
            return "planned"
        if clause is not verb and clause.lemma_.lower() in _PLAN_LEMMAS:
            return "planned"
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children):
        return "hypothetical"
    return "happened"


def _governors(verb: Any) -> Iterator[Any]:
    """Verb -> the verbs that it is an infinitive complement of, inside out."""
    while verb.dep_ == "xcomp" and verb.head != verb:
        verb = verb.head
        yield verb


def is_set_against(word: Any) -> bool:
    """Whether a word stands in what a clause only compares its own with: "unlike in 2012", "later than on Monday"."""
    above = word
    while above.head != above and above.pos_ not in {"VERB", "AUX"}:
        if above.lower_ in {"unlike", "than"}:
            return True
        above = above.head
    return False


def is_many(name: Any) -> bool:
    """Last word of a name -> whether it is a plural behind "the", as that of a team is: "the Larvik [Rowers]"."""
    plural = name.is_alpha and (name.tag_ == "NNPS" or (len(name) > 3 and name.lower_.endswith(("s", "sox"))))
    known = any(c.dep_ == "det" and c.lower_ == "the" for c in name.lefts)
    return plural and known and not (name.dep_ in {"compound", "nmod", "amod"} and name.head.i > name.i)
