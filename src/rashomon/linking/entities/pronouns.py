"""Pronouns of an article -> whom they refer to, where the text leaves one reading."""

from typing import Any

from rashomon.lexicon.roles import is_rather_of_bodies
from rashomon.linking.entities.barred import named_below, other_parties
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.fronted import described_in_front, named_behind, told_of_himself, topic
from rashomon.linking.entities.pairs import pair_before
from rashomon.linking.entities.salience import salient, was_subject
from rashomon.linking.entities.speakers import (
    goes_on_speaking,
    is_named_within,
    is_only_spoken_of,
    is_told_nearer,
    only_says,
)
from rashomon.model import Mention
from rashomon.readers.mentions.read import is_place
from rashomon.text.grammar import is_many, subjects

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
_BODIES = frozenset({"organization", "outlet"})
"""Who is "it" or "they": "the firm said they would pay"."""
_ACTING = frozenset({"state", "organization", "outlet"})
_BARE = frozenset({"VBG", "VBN"})
"""Tags of participles, whose clause has no subject of its own."""
_COUNTING = frozenset(
    {"number", "majority", "minority", "lot", "couple", "handful", "dozen", "score", "hundred", "thousand", "million",
     "half", "third", "quarter", "percent", "most", "many", "some", "several", "plenty", "bulk", "rest", "series"}
)  # fmt: skip
_SEEKING = frozenset(
    {"visit", "arrest", "interview", "attack", "shoot", "kill", "stab", "seize", "detain", "find", "kidnap", "abduct",
     "assassinate", "murder", "confront", "see"}
)  # fmt: skip
"""What is done to somebody where he is, and not where one is oneself."""
_AT = frozenset({"at", "in", "inside", "outside", "near", "from"})
_WHERE = frozenset({"on", "in", "at", "via", "through"})
_FOR_CLAUSES = frozenset({"emerge", "follow", "appear", "seem", "happen", "transpire"})
"""Verbs whose "it" stands for the clause behind them, as that of a passive does: "it is expected that"."""


def link_pronoun(cast: Cast, mention: Mention) -> None:
    """Cast and a pronoun in text order -> nothing; it has its draft now, or none where two or more fit."""
    word = cast.head(mention).lower_
    if word in MALE | FEMALE:
        gender = "m" if word in MALE else "f"
        found = _as_described(cast, mention, _one_person(cast, mention, gender))
        if found is not None and not _may_be_another(cast, mention, found, gender):
            found.gender = found.gender or gender
    elif word in _THING:
        found = _one_thing(cast, mention)
    elif word in _MANY:
        found = _many(cast, mention)
    else:
        return  # whoever speaks
    if found is not None:
        cast.give(mention, found)


def _one_person(cast: Cast, mention: Mention, gender: str) -> Draft | None:
    """Mention like "he" -> the subject of the governing clause, else the one person of this or the last sentence."""
    pronoun = cast.head(mention)
    barred = [cast.draft_at(t) for t in (*other_parties(pronoun), *named_below(cast, pronoun))]
    barred += [d for d in [cast.draft_at(described_in_front(pronoun))] if d is not None]
    signed = cast.signed_before(cast.sentence(mention.span.start))

    def fits(draft: Draft) -> bool:
        if draft.seen and (draft.seen[-1].sentence <= signed or cast.is_of_another_piece(draft, mention.span)):
            return False  # who is told of in another letter, or has signed it
        who = draft.kind in {"person", "unnamed"} and not draft.plural and (draft.named or _is_somebody(cast, draft))
        is_another = any(draft is b for b in barred) or is_only_spoken_of(cast, draft, mention)
        return who and draft.gender in {"", gender} and not is_another

    for owner in (_owner_beside(cast, pronoun), _owner_of_what_is_beside(cast, pronoun)):
        if owner is not None and fits(owner):
            return owner
    for told in (named_behind(pronoun), topic(pronoun), _owner_of_what_acts(pronoun)):
        if (named := cast.draft_at(told)) is not None and named.named and fits(named):
            return named
    quoted = cast.is_quoted(mention.span)
    for subject in governing_subjects(pronoun):
        draft = cast.draft_at(subject)
        if draft is not None and fits(draft) and not (quoted and not cast.is_quoted_token(subject)):
            return _told_of_before(cast, mention, draft, gender) or draft
    if quoted:
        return None
    found = goes_on_speaking(cast, mention, fits) or salient(cast, mention, fits)
    if found is None or not was_subject(found):
        own = cast.draft_at(told_of_himself(pronoun))
        found = own if own is not None and own.kind == "person" and own.gender in {"", gender} else found
    nearer = [b for b in barred if b is not None and b.seen and b.gender in {"", gender}]
    return found if found is None or not any(is_told_nearer(cast, mention, b, found) for b in nearer) else None


def _as_described(cast: Cast, mention: Mention, found: Draft | None) -> Draft | None:
    """Pronoun and whom it means -> the same, who is also what words in front call him: "A tough judge, he jailed"."""
    told = cast.draft_at(described_in_front(cast.head(mention)))
    if told is None or told.kind != "unnamed" or told.plural or len(told.mentions) > 1:
        return found
    if found is not None and found is not told and found.named:
        cast.replace(told, found)
    return found or told


def _told_of_before(cast: Cast, mention: Mention, speaker: Draft, gender: str) -> Draft | None:
    """Pronoun in what somebody without a name says -> whom the sentence before told of, if surely of that sex.

    "Ms. Aas fell ill. A nurse said [she] never woke": who is brought in only to say it is not the one told of.
    """
    if not only_says(cast, speaker):
        return None
    near = [d for d in cast.recent(mention, 1) if d.named and d.kind == "person" and d.gender == gender]
    return near[0] if len(near) == 1 and was_subject(near[0]) and not cast.is_quoted(mention.span) else None


def _may_be_another(cast: Cast, mention: Mention, found: Draft, gender: str) -> bool:
    """Whether a "his" could be that of another one of its sentence: then it tells nothing sure of whom it is taken for.

    As in "Le Pen backed Aas, saying his rival would bring war".
    """
    others = (d for d in cast.recent(mention, 0) if d is not found and d.kind == "person" and d.named)
    return cast.head(mention).dep_ == "poss" and any(d.gender in {"", gender} for d in others)


def _is_somebody(cast: Cast, draft: Draft) -> bool:
    """Whether a noun stands for somebody, and does not only say what another is: "dismissed as a fringe candidate"."""
    tokens = (cast.doc[seen.token] for seen in draft.seen)
    return not all(t.dep_ == "pobj" and t.head.lower_ == "as" for t in tokens)


def _owner_beside(cast: Cast, pronoun: Any) -> Draft | None:
    """Pronoun that owns somebody -> whoever is told right before with "and": "met Bo and [his] aides".

    Not one who is himself told by his owner, who may own both: "its bank and [its] staff".
    """
    noun = pronoun.head
    beside = noun.head
    if pronoun.dep_ != "poss" or noun.dep_ != "conj" or any(c.dep_ == "poss" for c in beside.lefts):
        return None
    return cast.draft_at(beside) if cast.mention_at(noun) is not None else None


def _owner_of_what_is_beside(cast: Cast, pronoun: Any) -> Draft | None:
    """Pronoun that owns a thing -> whose by name is what "and" joins it to: "[Aas]'s stance and [his] vow to go".

    Not where that is somebody, whose it may be as well ("Aas's son and his vow"), nor where he sets "[his] own" apart.
    """
    beside = pronoun.head
    while beside.dep_ == "conj":
        beside = beside.head
    own = pronoun.doc[pronoun.i + 1 : pronoun.i + 2].text == "own"
    if pronoun.dep_ != "poss" or beside == pronoun.head or beside.pos_ != "NOUN" or own:
        return None
    mention = cast.mention_at(beside)
    owners = [c for c in beside.lefts if c.dep_ == "poss" and c.pos_ == "PROPN"]
    return cast.draft_at(owners[0]) if owners and (mention is None or mention.kind == "organization") else None


def _owner_of_what_acts(pronoun: Any) -> Any:
    """Pronoun that is an object -> whose the subject of its clause is: "[Aas]'s refusal could cost him the race"."""
    acting = other_parties(pronoun)
    owners = [c for c in acting[0].children if c.dep_ == "poss"] if len(acting) == 1 else []
    return owners[0] if owners and acting[0].pos_ == "NOUN" else pronoun


def governing_subjects(pronoun: Any) -> list[Any]:
    """Pronoun -> the subjects of the clauses over it, inside out; those that stand before it.

    Behind it only that of a participle's clause in front, which has no other: "Facing [its] rivals, the firm sold out".
    For words of what is his also whoever is made to do what an infinitive tells, before them where it is his own: "it
    led Bo to sell [his] hut", "Aas told Bo to sell [his] own hut"; and whoever is sought: "shot Bo in [his] hut".
    """
    found: list[Any] = []
    token = pronoun
    for _ in range(12):
        parent = token.head
        if parent == token:
            break
        over = [c for c in parent.lefts if _over(c, token, pronoun)]
        made = [c for c in parent.rights if c.dep_ == "dobj" and c.i < token.i]
        if pronoun.dep_ != "poss":
            found += over
        elif token.dep_ == "xcomp":
            own = pronoun.doc[pronoun.i + 1 : pronoun.i + 2].text == "own"
            found += [*made, *over] if own else [*over, *made]
        else:
            sought = token.dep_ == "prep" and token.lower_ in _AT and parent.lemma_ in _SEEKING
            found += [*made, *over] if sought else over
        if _bound(token) and parent.i < pronoun.i:
            found.append(parent)
        token = parent
    return found


def _over(child: Any, token: Any, pronoun: Any) -> bool:
    """Whether a clause's child is its subject, before the pronoun or over its participle, and not holding it."""
    if child.dep_ not in {"nsubj", "nsubjpass"} or child == token:
        return False
    if child.i > pronoun.i:
        return bool(pronoun.dep_ == "poss" and token.dep_ == "advcl" and token.tag_ in _BARE and token.i < pronoun.i)
    return pronoun not in child.subtree


def _bound(clause: Any) -> bool:
    """Whether a clause is a relative one whose subject is the noun it hangs on."""
    if clause.dep_ == "acl":
        return True
    own = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return clause.dep_ == "relcl" and all(c.tag_ in {"WP", "WDT"} for c in own)


def _one_thing(cast: Cast, mention: Mention) -> Draft | None:
    """Mention like "its" -> the state or body that is subject over it, or the only one before it in the sentence."""

    def fits(draft: Draft) -> bool:
        return draft.kind in _ACTING and not draft.plural

    pronoun = cast.head(mention)
    if (owner := _owner_beside(cast, pronoun)) is not None and fits(owner):
        return owner
    others = other_parties(pronoun)
    for subject in governing_subjects(pronoun):
        if subject in others or any(c.dep_ == "conj" for c in subject.rights):
            continue  # "Peru and Chile signed the treaty and [its] annex"
        if others and _done_to(subject.head, pronoun):
            return None
        if subject.lower_ in {"it", "its"} or subject.pos_ in {"NOUN", "PROPN"}:
            draft = cast.draft_at(subject)
            if _is_type(cast, subject):
                return None
            if draft is not None and (fits(draft) or _can_be_a_body(draft, subject)):
                return draft
            if draft is None and subject.lower_ != "it":
                owned = [cast.draft_at(c) for c in subject.children if c.dep_ == "poss"]
                others = [d for d in owned if d is not None and fits(d)]
                return others[0] if len(others) == 1 and subject.pos_ == "NOUN" else None
    if pronoun.dep_ not in {"nsubj", "nsubjpass", "poss"}:
        return None
    here = cast.sentence(mention.span.start)
    own = [d for d in cast.recent(mention, 0) if fits(d) and _told_here(cast, d, here)]
    own = [d for d in own if not is_only_spoken_of(cast, d, mention) and not is_named_within(cast, d, mention)]
    if own or pronoun.lower_ != "it":
        return own[0] if len(own) == 1 else None
    before = _subject_before(cast, pronoun)
    draft = cast.draft_at(before) if before is not None else None
    rivals = [d for d in cast.recent(mention, 1) if fits(d) and d is not draft and _told_here(cast, d, here - 1)]
    return draft if draft is not None and fits(draft) and not rivals else None


def _can_be_a_body(draft: Draft, noun: Any) -> bool:
    """Whether somebody without a name is told by a noun that a firm or state may have, too: "the tanker's owner"."""
    alone = draft.kind == "unnamed" and not (draft.plural or draft.gender or draft.kin)
    return alone and is_rather_of_bodies(noun.lower_)


def _done_to(verb: Any, pronoun: Any) -> bool:
    """Whether a clause over "it" does something to a thing, which may be meant: "sold [the car] when rust ate it"."""
    return any(c.dep_ == "dobj" and c.tag_ == "NN" and c.i < pronoun.i for c in verb.rights)


def _is_type(cast: Cast, name: Any) -> bool:
    """Whether a number behind a maker's name makes it that of a type: "the Aker 717" is none of Aker.

    The DAX 30 is not: its number is a part of the name.
    """
    numbers = [c for c in name.rights if c.dep_ == "nummod" and c.i == name.i + 1]
    mention = cast.mention_at(name)
    return any(mention is None or mention.span.end <= number.idx for number in numbers)


def _told_here(cast: Cast, draft: Draft, sentence: int) -> bool:
    """Whether a sentence tells of somebody otherwise than by the way, and not only as of a place: "in Peru"."""
    here = [cast.doc[seen.token] for seen in draft.seen if seen.sentence == sentence and not seen.modifier]
    return any(not _is_where(token) and (draft.kind != "state" or not is_place(token)) for token in here)


def _is_where(name: Any) -> bool:
    """Whether a name only tells where something is said: "wrote on [Twitter] that it was late"."""
    where = name.head
    return bool(name.dep_ == "pobj" and where.lower_ in _WHERE and any(c.dep_ == "ccomp" for c in where.head.rights))


def _subject_before(cast: Cast, pronoun: Any) -> Any:
    """Subject with which a sentence begins -> the only subject of the sentence before, be it "it" too; else None.

    "It is a treaty" says what something is: that may be anything of which the sentence before tells.
    """
    verb = pronoun.head
    behind = {c.dep_ for c in verb.children if c.i > verb.i}
    clause = "ccomp" in behind and (pronoun.dep_ == "nsubjpass" or verb.lemma_ in _FOR_CLAUSES)
    if verb.dep_ != "ROOT" or pronoun.sent.start == 0 or clause or behind & {"attr", "acomp"}:
        return None
    if any(t.pos_ in {"NOUN", "PROPN"} for t in pronoun.doc[pronoun.sent.start : pronoun.i]):
        return None
    told = [
        t
        for t in pronoun.doc[pronoun.sent.start - 1].sent
        if t.dep_ == "ROOT" or (t.dep_ == "conj" and t.pos_ == "VERB")
    ]
    found = list({t.i: t for verb in told for t in subjects(verb)}.values())
    alone = len(found) == 1 and (found[0].pos_ in {"NOUN", "PROPN"} or found[0].lower_ == "it")
    return found[0] if alone and not _is_type(cast, found[0]) else None


def _many(cast: Cast, mention: Mention) -> Draft | None:
    """Words like "they", "their" -> the group that is subject over it, or the only group lately spoken of."""

    def fits(draft: Draft) -> bool:
        if not quoted and all(s.quoted for s in draft.seen):
            return False  # "our two nations" in a quotation is nobody of whom the author speaks
        return draft.plural or draft.kind == "group" or _is_called_many(cast, draft)

    pronoun = cast.head(mention)
    quoted = cast.is_quoted(mention.span)
    if (owner := _owner_beside(cast, pronoun)) is not None and fits(owner):
        return owner
    barred = [cast.draft_at(t) for t in other_parties(pronoun)]
    for subject in map(_counted, governing_subjects(pronoun)):
        draft = cast.draft_at(subject)
        if draft is not None and any(draft is b for b in barred):
            continue
        alone = draft is not None and draft.kind in _BODIES and not _may_be_others(subject, pronoun)
        if draft is not None and (fits(draft) or subject.tag_ == "NNPS" or alone):
            return draft
        if list(subject.conjuncts) or (draft is None and subject.tag_ in {"NNS", "PRP"}):
            return None
    if quoted:
        return None
    if (speaking := goes_on_speaking(cast, mention, fits)) is not None:
        return speaking
    here = cast.sentence(mention.span.start)
    own = [d for d in cast.recent(mention, 0) if fits(d)]
    if own:
        return own[0] if len(own) == 1 and own[0].seen[-1].sentence == here else None
    near = [d for d in cast.recent(mention, 1) if fits(d) and d.seen[-1].subject]
    if not near:
        return pair_before(cast, mention)
    return near[0] if len(near) == 1 else None


def _counted(noun: Any) -> Any:
    """Noun -> the one that it counts, or it: "a number of [Democrats]"."""
    of = next((c for c in noun.rights if c.lower_ == "of" and c.i == noun.i + 1), None)
    if noun.lemma_ not in _COUNTING or of is None:
        return noun
    return next((c for c in of.children if c.dep_ == "pobj"), noun)


def _is_called_many(cast: Cast, body: Draft) -> bool:
    """Whether a body's name is a plural that it was last told by: "the Larvik Rowers", "Republicans"."""
    if body.kind != "organization" or not body.named or not body.seen:
        return False
    name = cast.doc[body.seen[-1].token]
    partisans = name.ent_type_ == "NORP" and name.tag_ in {"NNS", "NNPS"}
    return partisans or is_many(name)


def _may_be_others(body: Any, pronoun: Any) -> bool:
    """Whether "they" behind a body alone may be others: those beside it, or the many told between the two.

    "The council told [farmers] they would be paid", "the council sued [Aker and Kia], charging that they had lied".
    """
    between = body.doc[body.right_edge.i + 1 : pronoun.i]
    one_more = (t for t in between if t.dep_ == "conj" and t.pos_ in {"NOUN", "PROPN"} and t.ent_type_ != "DATE")
    many = (t for t in between if t.tag_ in {"NNS", "NNPS"} and t.dep_ != "npadvmod")
    return bool(list(body.conjuncts)) or any((*one_more, *many))
