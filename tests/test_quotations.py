"""One quotation in several accounts is one statement, however each cut it; two remarks stay two."""

import pytest

from rashomon.weighing.compared.utterances import is_one, is_one_whoever_spoke, shares_a_phrase, utterance
from tests.story_builder import Teller, record_of

WHOLE = "The ferry to the northern islands stays in harbour until the storm is over and every light is repaired."
ONE = [
    ("cut at both ends", "stays in harbour until the storm is over"),
    ("case and points", "the ferry, to the Northern Islands, stays in harbour until the storm is over"),
    ("brackets", "[It] stays in harbour until the storm is over and every [lighthouse] light is repaired"),
    ("a parenthesis put in", "The ferry (the Gull) to the northern islands stays in harbour until the storm is over"),
    ("words left out", "The ferry … stays in harbour until … every light is repaired"),
    ("marks within", "The ‘ferry’ to the northern islands “stays in harbour” until the storm is over"),
    ("a typing error", "The fery to the northern islands stays in harbour until the storm is over"),
    ("another tense", "The ferry to the northern islands would stay in harbour until the storm is over"),
    ("one ends where the other begins", "until the storm is over and every light is repaired. Then it sails."),
]
TWO = [
    ("another remark", "We shall publish the harbour budget on Friday and answer every question."),
    ("a phrase in common", "No boat leaves for the northern islands stays in harbour or not, said my father long ago"),
    ("the opposite", "The ferry to the northern islands never stays in harbour until the storm is over"),
    ("too short to be known", "until the storm is"),
]
TWEETS = (
    "Sudland has the power not to let these large crowds of fishermen enter their country. They must stop them.",
    "I ordered my ministers not to let these large crowds of fishermen into our country",
)


@pytest.mark.parametrize("cut", [cut for _, cut in ONE], ids=[name for name, _ in ONE])
def test_one_speakers_words_are_known_again_however_they_are_cut(cut):
    assert is_one(utterance(WHOLE), utterance(cut))
    assert is_one(utterance(cut), utterance(WHOLE))


@pytest.mark.parametrize("other", [other for _, other in TWO], ids=[name for name, _ in TWO])
def test_other_words_are_another_utterance(other):
    assert not is_one(utterance(WHOLE), utterance(other))


def test_a_figure_is_not_mended():
    assert not is_one(utterance("We give them 300 boats this year"), utterance("We give them 500 boats this year"))


def test_initials_of_a_name_are_one_word():
    assert utterance("The E.U. should be exempted").words == ("the", "eu", "should", "be", "exempted")


def test_on_nobodys_word_few_words_must_be_rare():
    assert not is_one_whoever_spoke(utterance("it will be set out in due course"), utterance("set out in due course"))
    treachery = utterance("an act of unimaginable treachery")
    assert is_one_whoever_spoke(utterance("It was an act of unimaginable treachery"), treachery)
    assert not is_one_whoever_spoke(utterance("It was an act of unimaginable and base treachery"), treachery)


def _statements(*tellers):
    return [line for line in record_of(*(t.reading() for t in tellers)).lines if line.kind == "statement"]


def test_two_cuts_of_one_remark_are_one_line():
    one, two = Teller("a").say("Omar Said", WHOLE), Teller("b").say("Omar Said", ONE[0][1])
    [line] = _statements(one, two)
    assert (line.standing, line.independent) == ("agree", 1)


def test_two_tweets_that_share_a_phrase_are_two_statements():
    assert shares_a_phrase(*map(utterance, TWEETS))
    assert not is_one(*map(utterance, TWEETS))
    assert len(_statements(*(Teller(n).say("Omar Said", t) for n, t in zip("ab", TWEETS, strict=True)))) == 2


def test_a_tweet_with_a_typing_error_is_the_tweet():
    wrong = TWEETS[0].replace("crowds of", "crowds off")
    assert len(_statements(Teller("a").say("Omar Said", TWEETS[0]), Teller("b").say("Omar Said", wrong))) == 1


@pytest.mark.parametrize(
    ("one", "two", "lines"),
    [
        ("Omar Said", "Omar K. Said Jr.", 1),
        ("Omar Said", "the mayor's deputy, Omar Said", 1),
    ],
)
def test_who_can_have_spoken_decides_with_the_words(one, two, lines):
    assert len(_statements(Teller("a").say(one, WHOLE), Teller("b").say(two, WHOLE))) == lines


@pytest.mark.parametrize(("words", "lines"), [(WHOLE, 1), ("The ferry stays in harbour until the storm is over.", 2)])
def test_what_two_people_say_alike_is_one_where_they_read_it_out(words, lines):
    found = _statements(Teller("a").say("Omar Said", words), Teller("b").say("Lena Vik", words))
    assert len(found) == lines
    if lines == 1:
        assert (found[0].standing, found[0].independent) == ("compatible", 1)
        [who] = [d for d in found[0].differences if d.slot == "actor"]
        assert ([v.value for v in who.values], who.conflict) == (["Omar Said", "Lena Vik"], False)


def test_a_body_and_its_spokesman_are_told_apart_and_no_conflict():
    one = Teller("a").say("Omar Said", WHOLE)
    [line] = _statements(one, Teller("b").say("Norland", WHOLE))
    assert line.standing == "compatible"
    [who] = [d for d in line.differences if d.slot == "actor"]
    assert ([v.value for v in who.values], who.conflict) == (["Omar Said", "Norland"], False)


def _unattributed(name, words):
    return Teller(name).say("Lena Vik", "No ship came in all week, they told me.").quote(words)


def test_words_that_one_text_gives_to_nobody_are_his_whom_another_names():
    [line] = [
        x for x in _statements(Teller("a").say("Omar Said", WHOLE), _unattributed("b", WHOLE)) if len(x.claims) > 1
    ]
    assert {claim.article for claim in line.claims} == {"a", "b"}
    assert line.origins == ("Omar Said",)
    assert line.summary.startswith("Omar Said said")


def test_words_that_every_text_gives_to_nobody_are_no_statement():
    lines = _statements(_unattributed("a", WHOLE), _unattributed("b", WHOLE))
    assert all(WHOLE not in line.summary for line in lines)


PARTS = ("The ferry to the northern islands stays in harbour.", "Nobody asked the fishermen of the southern islands.")


@pytest.mark.parametrize(("apart", "lines"), [(" ", 1), (" The harbour has four lights." * 6 + " ", 2)])
def test_two_sentences_said_in_one_breath_are_one_statement_and_else_two(apart, lines):
    both = Teller("a").say_both("Omar Said", *PARTS, apart)
    alone = [Teller(f"{name}{n}").say("Omar Said", part) for name in "bc" for n, part in enumerate(PARTS)]
    assert len(_statements(both, *alone)) == lines
