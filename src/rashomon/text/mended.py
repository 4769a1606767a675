"""Parses of news sentences -> the same with the few trees mended that a parser of plain prose takes for others.

Each mend asks for a shape that grammar allows to be read in one way only; all else is left as it is.
"""

from typing import Any

import numpy as np
from spacy.attrs import HEAD

from rashomon.lexicon.cues import lemma_of
from rashomon.text.contact import (
    tells_of_a_noun,
    tells_of_money,
    tells_of_what_was_done,
    tells_of_what_was_made,
)
from rashomon.text.cue_trees import (
    clause_before_a_semicolon,
    clause_behind_a_source,
    cue_before_a_colon,
    cue_behind_and,
    cue_set_between,
    cue_taken_for_an_aside,
    speaker_before_another_clause,
    speaker_behind_a_thing,
    speaker_behind_an_apposition,
    speaker_behind_what_was_before,
    told_behind_a_cue_set_between,
    who_calls_another,
)
from rashomon.text.far_subjects import (
    subject_behind_an_account,
    what_did_it_behind_an_opening,
    what_was_shown,
    who_is_made_to_do,
)
from rashomon.text.grammar import SUBJECTS, is_finite
from rashomon.text.noun_trees import (
    abbreviation_at_the_end,
    beside,
    day_before_a_name,
    day_of_what_is_near,
    name_before_a_noun,
    name_before_oneself,
    name_behind_an_object,
    name_behind_an_office,
    name_of_the_one_before,
    names_in_a_row,
    noun_with_an_article,
    one_of_a_list,
    second_in_command,
    surname_before_an_office,
    two_names,
    two_of_a_headline,
)
from rashomon.text.participles import (
    participle_behind_its_subject,
    participle_in_front,
    participle_of_a_noun,
    participle_of_naming,
    participle_of_what_one_has,
    participle_set_between,
)
from rashomon.text.relatives import doing_that_is_told, relative_clause
from rashomon.text.subject_trees import (
    noun_that_is_the_subject,
    noun_with_its_clause,
    past_tense,
    subject_behind_an_aside,
    subject_behind_an_opening,
    subject_behind_and,
    subject_behind_its_age,
    subject_outside_a_quotation,
    what_ends,
)
from rashomon.text.words import OF_PARSE

_CITING = frozenset({"cite", "quote"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LOOSE_NAMES = frozenset({"intj", "npadvmod", "dep"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj"})
_OF_PAST_TENSE = (
    what_did_it_behind_an_opening,
    cue_behind_and,
    participle_in_front,
    participle_of_a_noun,
    participle_of_naming,
    participle_of_what_one_has,
    speaker_behind_what_was_before,
    subject_behind_its_age,
)
"""What is mended at words that the parser takes for verbs in the past tense."""
_BY_TIE = {"nmod": two_names, "relcl": relative_clause}


def mend(doc: Any) -> None:
    """Doc with its parse -> nothing; its trees are mended in place, or left as they were if words end up in a ring."""
    told = doc.to_array(OF_PARSE)
    _mend(doc)
    if not _are_trees(np.arange(len(doc)) + doc.to_array(HEAD).astype("int64")):
        doc.from_array(OF_PARSE, told)


def _are_trees(heads: Any) -> bool:
    """Places of words' heads, a root's its own -> whether a root is over each."""
    above = heads
    for _ in range(len(heads).bit_length()):
        above = above[above]  # twice as far up each time
    return bool((heads[above] == above).all())


def _mend(doc: Any) -> None:
    for token in doc:
        _by_place(token)
        _by_tie(token)
    for token in doc:
        _by_tense(token)


def _by_place(token: Any) -> None:
    """What a word's place in its sentence and before its noun tells."""
    if token.is_sent_start:
        cue_before_a_colon(token)
        surname_before_an_office(token)
    if token.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        name_before_a_noun(token)
        name_before_oneself(token)
    if token.dep_ in SUBJECTS and token.head.dep_ in {"aux", "auxpass"}:
        token.head = token.head.head  # an auxiliary's subject is its verb's
    if token.lower_ == "second":
        second_in_command(token)
    if token.pos_ in {"PROPN", "NOUN"}:
        tells_of_money(token)
    tells_of_a_noun(token)
    tells_of_what_was_made(token)
    tells_of_what_was_done(token)


def _by_tie(token: Any) -> None:
    """What a word's tie to its head tells."""
    if token.tag_ == "WP" and token.dep_ == "compound" and token.head.dep_ == "nsubj":
        token.dep_, token.head = "nsubj", token.head.head  # "the man [who] officials said shot him"
    elif token.dep_ in _BY_TIE:
        _BY_TIE[token.dep_](token)
    elif token.dep_ in _LOOSE_NAMES and token.pos_ == "PROPN":
        day_of_what_is_near(token)
    elif token.dep_ in SUBJECTS and token.pos_ == "PROPN":
        names_in_a_row(token)
        name_of_the_one_before(token)
        name_behind_an_object(token)
        two_of_a_headline(token)
    elif token.dep_ == "punct" and len(token.text) > 1:
        abbreviation_at_the_end(token)
    elif token.dep_ == "appos":
        one_of_a_list(token)
        two_of_a_headline(token)
        name_behind_an_office(token)
        cue_taken_for_an_aside(token)
    elif token.dep_ == "ccomp" and token.i < token.head.i and beside(token.right_edge, 1).text in {";", ","}:
        clause_before_a_semicolon(token)
    elif token.dep_ == "ccomp" and lemma_of(token.head) in _CITING:
        clause_behind_a_source(token)
    elif token.pos_ == "VERB" and beside(token, -1).text == ",":
        participle_set_between(token)
        cue_set_between(token)
        speaker_before_another_clause(token)
    elif token.pos_ == "VERB" and (token.head == token or token.dep_ == "parataxis"):
        speaker_behind_a_thing(token)
        speaker_behind_an_apposition(token)
    elif token.tag_ == "VBP" and token.dep_ == "ccomp":
        noun_with_an_article(token)
    elif token.lower_ == "called" and token.dep_ == "acl":
        who_calls_another(token)
    elif token.head == token and token.is_sent_start and token.pos_ in {"NOUN", "PROPN"}:
        what_was_shown(token)
    if token.pos_ == "NOUN" and token.head == token:
        noun_with_its_clause(token)
        noun_that_is_the_subject(token)


def _by_tense(token: Any) -> None:
    """What a word tells by the form of its verb."""
    if token.tag_ in {"VB", "NN"}:
        what_ends(token)
    who_is_made_to_do(token)
    day_before_a_name(token)
    doing_that_is_told(token)
    if token.tag_ in {"VBD", "VBN"} and token.pos_ == "VERB" and token.dep_ in _CLAUSES:
        participle_behind_its_subject(token)
    if token.tag_ == "VBD":
        for mended in _OF_PAST_TENSE:
            mended(token)
    if token.tag_ == "VBN" and token.pos_ == "VERB" and token.dep_ in _CLAUSES:
        past_tense(token)
    if token.pos_ in {"VERB", "AUX"} and token.dep_ in {"conj", "advcl"} and is_finite(token):
        subject_behind_and(token)
        told_behind_a_cue_set_between(token)
    if token.tag_ in _TENSED and token.pos_ in {"VERB", "AUX"}:
        subject_behind_an_opening(token)
        subject_behind_an_account(token)
        subject_behind_an_aside(token)
        subject_outside_a_quotation(token)
