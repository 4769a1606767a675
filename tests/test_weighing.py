"""What a story's claims come to: alignment, standing, silence, origins, sentences."""

import pytest

from rashomon.lexicon.files import load
from rashomon.weighing.claims.accounts import label
from rashomon.weighing.compared.sentences import interval, quoted, with_article
from rashomon.weighing.compared.words import bag, shared
from tests.story_builder import Teller, day, record_of, words_of

UNTRUSTED = "Sudland’s record in recent years makes it an unreliable country that does not stick to its commitments."
TRANSLATED = "Sudland’s performance in these years made it an untrustworthy country that meets none of its obligations."
OTHER_REMARK = "We shall publish the harbour budget on Friday and answer questions of the fishermen."


def _line(record, kind="event"):
    (line,) = [line for line in record.lines if line.kind == kind]
    return line


def _met(name, when="2019-03-04", **more):
    return Teller(name, more.pop("outlet", None)).event("Anna Berg", "met", "Omar Said", when, **more)


@pytest.mark.parametrize(("one", "two"), load("similar.yaml")["same"])
def test_wordings_of_one_thing_share_most_telling_words(one, two):
    share, words = shared(bag(one), bag(two))
    assert share >= 0.5, (sorted(bag(one)), sorted(bag(two)))
    assert words >= 2


@pytest.mark.parametrize(("one", "two"), load("similar.yaml")["apart"])
def test_wordings_of_two_things_share_little(one, two):
    assert shared(bag(one), bag(two))[0] < 0.3, (sorted(bag(one)), sorted(bag(two)))


def test_a_meeting_that_two_accounts_have_is_one_line_on_which_they_agree():
    line = _line(record_of(_met("a").reading(), _met("b", tail=" at noon").reading()))
    assert (line.standing, line.independent, line.silent) == ("agree", 2, ())


def test_two_outlets_with_one_text_are_one_witness():
    line = _line(record_of(_met("a", outlet="Valley Post").reading(), _met("b", outlet="Herald").reading()))
    assert (line.standing, line.independent) == ("agree", 1)


def test_meetings_with_two_people_are_two_lines():
    other = Teller("b").event("Anna Berg", "met", "Lena Vik", "2019-03-04")
    assert len(record_of(_met("a").reading(), other.reading()).lines) == 2


def test_the_same_meeting_on_another_day_is_a_conflict_shown_with_both_days():
    line = _line(record_of(_met("a").reading(), _met("b", "2019-03-05").reading()))
    assert line.standing == "differ"
    (difference,) = line.differences
    assert (difference.slot, difference.conflict, len(difference.values)) == ("when", True, 2)


def test_two_meetings_in_one_account_are_not_taken_for_a_dispute():
    twice = _met("a").event("Anna Berg", "met", "Omar Said", "2019-03-06")
    record = record_of(twice.reading(), _met("b", "2019-03-05").reading())
    assert {line.standing for line in record.lines} == {"single"}


def test_a_disputed_day_stands_twice_on_the_timeline():
    record = record_of(_met("a").reading(), _met("b", "2019-03-05").reading())
    assert [(m.earliest, m.disputed) for m in record.timeline] == [(day("2019-03-04"), True), (day("2019-03-05"), True)]


def test_said_and_denied_is_a_conflict():
    line = _line(record_of(_met("a").reading(), _met("b", status="denied").reading()))
    assert line.standing == "differ"


def test_two_translations_are_one_statement_in_two_wordings_with_one_origin():
    one, two = Teller("a").say("Omar Said", UNTRUSTED), Teller("b").say("Omar Said", TRANSLATED)
    line = _line(record_of(one.reading(), two.reading()), "statement")
    assert (line.standing, line.origins, line.independent) == ("compatible", ("Omar Said",), 1)
    assert {d.slot for d in line.differences if not d.conflict} >= {"wording"}


def test_different_remarks_of_one_speaker_stay_apart():
    one, two = Teller("a").say("Omar Said", UNTRUSTED), Teller("b").say("Omar Said", OTHER_REMARK)
    assert [line.standing for line in record_of(one.reading(), two.reading()).lines] == ["single", "single"]


def test_the_same_words_of_two_speakers_are_two_statements():
    words = " ".join(UNTRUSTED.split()[:12])
    one, two = Teller("a").say("Omar Said", words), Teller("b").say("Lena Vik", words)
    assert len(record_of(one.reading(), two.reading()).lines) == 2


def test_strength_of_wording_is_noted_and_is_no_conflict():
    one = Teller("a").say("Omar Said", "The blockade of our harbours is a violation of international law.")
    two = Teller("b").say("Omar Said", "The blockade of their harbours is a clear violation of international norms.")
    line = _line(record_of(one.reading(), two.reading()), "statement")
    assert line.standing == "compatible"
    (strength,) = [d for d in line.differences if d.slot == "strength"]
    assert sorted(value.value for value in strength.values) == ["law", "norms"]


def test_amounts_that_cannot_both_hold_differ_and_equal_ones_agree():
    def of(name, value):
        return Teller(name).limit("Norland", "sea exports of smoked northern herring", value, "tons").reading()

    assert _line(record_of(of("a", 400.0), of("b", 400.0)), "undertaking").standing == "agree"
    assert _line(record_of(of("a", 400.0), of("b", 900.0)), "undertaking").standing == "differ"


def test_two_figures_that_every_account_gives_are_no_conflict():
    def of(name):
        both = Teller(name).limit("Norland", "sea exports of smoked northern herring", 400.0, "tons")
        return both.limit("Norland", "sea exports of dried northern herring", 900.0, "tons").reading()

    assert [line.standing for line in record_of(of("a"), of("b")).lines] == ["agree", "agree"]


def test_two_outlets_that_cite_one_agency_are_one_witness():
    line = _line(record_of(_met("a", via="Nordwire").reading(), _met("b", via="Nordwire").reading()))
    assert (line.origins, line.independent) == (("Nordwire",), 1)


def test_an_outlet_and_one_that_cites_it_are_one_witness():
    line = _line(
        record_of(_met("a", outlet="Valley Post").reading(), _met("b", via="Valley Post", tail=" at noon").reading())
    )
    assert line.independent == 1


def test_two_outlets_that_cite_each_other_are_one_witness():
    one = _met("a", outlet="Valley Post", via="Herald", tail=" in the old harbour hall").reading()
    two = _met("b", outlet="Herald", via="Valley Post", tail=" at noon").reading()
    assert _line(record_of(one, two)).independent == 1


def test_two_articles_that_credit_one_paper_are_one_witness():
    one = Teller("a", credit="Via Valley Post").event("Anna Berg", "met", "Omar Said", "2019-03-04")
    two = Teller("b", credit="Source: Valley Post").event("Anna Berg", "met", "Omar Said", "2019-03-04")
    line = _line(record_of(one.reading(), two.reading()))
    assert (line.origins, line.independent) == (("Valley Post",), 1)


@pytest.mark.parametrize(
    ("published", "reason"),
    [("2019-03-01", "came out before it happened"), ("2019-03-09", "does not mention it"), ("", "does not mention it")],
)
def test_silence_has_its_reason(published, reason):
    other = Teller("b").say("Lena Vik", OTHER_REMARK)
    line = _line(record_of(_met("a").reading(), other.reading(published)))
    assert [(s.article, s.reason) for s in line.silent] == [("b", reason)]


def test_a_very_short_account_is_an_excerpt():
    long = _met("a", tail=" in the harbour hall, and they spoke of herring" * 12)
    other = Teller("c").say("Lena Vik", OTHER_REMARK * 6)
    line = _line(record_of(long.reading(), other.reading(), Teller("b").say("Lena Vik", "No word.").reading()))
    assert ("b", "an excerpt: much shorter than the others") in {(s.article, s.reason) for s in line.silent}


def test_statements_are_told_in_the_speakers_words():
    record = record_of(Teller("a").say("Omar Said", OTHER_REMARK, to="Lena Vik", relay="Nordwire").reading())
    assert record.lines[0].summary == f"Omar Said said to Lena Vik, according to Nordwire: “{OTHER_REMARK}”"


def test_a_limit_is_told_with_who_what_and_how_much():
    record = record_of(Teller("a").limit("Norland", "herring exports", 400.0, "tons").reading())
    assert record.lines[0].summary == "Norland capped herring exports at 400 tons a year."


def test_what_cannot_be_told_truly_is_quoted():
    record = record_of(_met("a", type="PROTEST").reading())  # no parse: nothing proves who is the subject
    assert record.lines[0].summary == "Anna Berg met Omar Said."
    record = record_of(_met("a", type="ACCUSE", tail=" and called him a liar").reading())
    assert record.lines[0].summary == "The text says: “Anna Berg met Omar Said and called him a liar.”"


def test_the_brief_names_its_lines_and_has_a_dozen_sentences_at_most():
    teller = Teller("a")
    for n in range(30):
        teller.say("Omar Said", f"Harbour number {n} opens with crane {n * 7} and lighthouse {n * 11}.")
    record = record_of(teller.reading(), _met("b").reading())
    assert 0 < len(record.brief) <= 12
    assert {line for sentence in record.brief for line in sentence.lines} <= {line.id for line in record.lines}


def test_nothing_is_said_of_no_claims():
    record = record_of(Teller("a").reading(), Teller("b").reading())
    assert (record.lines, record.timeline, record.brief, words_of(record)) == ((), (), (), "")


def test_small_pieces_of_english():
    assert [label(n) for n in (0, 25, 26, 27)] == ["A", "Z", "AA", "AB"]
    assert with_article("UN Security Council") == "the UN Security Council"
    assert with_article("Norland’s foreign ministry") == "Norland’s foreign ministry"
    assert quoted("“He called it “odd””") == "“He called it ‘odd’”"
    assert interval((day("2019-03-01"), day("2019-03-31"))) == "March 2019"
    assert interval((day("2019-01-01"), day("2019-12-31"))) == "2019"
    assert interval((day("2019-03-04"), day("2019-03-06"))) == "between 4 and 6 March 2019"
    assert interval((day("2019-03-04"), day("2019-03-10"))) == "in the week of 4 March 2019"
