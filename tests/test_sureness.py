"""What stands in a line by likeness alone: cut off where it is unlikely, marked where it is not sure."""

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.renderers.lines import line_views
from rashomon.renderers.record_json import record_line
from rashomon.settings import Settings
from rashomon.stories.scenes import whose
from rashomon.stories.weave import weave
from rashomon.weighing.alignment.judged import NOTHING_SAID, Said
from rashomon.weighing.alignment.sureness import Sureness, Traits, coherent, likely_only
from rashomon.weighing.claims.passages import Passages
from rashomon.weighing.claims.told import tell
from tests.conftest import read_upto

MAYOR = " The mayor of Larvik opened a school. Fishermen mended their nets in the sun. A choir sang in the square."
BISHOP = " The bishop of Vik praised the choir. Snow fell on the hills. Two farmers sold their horses at the fair."
BOTTLES = "Protesters threw bottles at the officers near the town hall, and a window of the bank was smashed."
BRICKS = "Protesters threw bricks at a police van before the march reached the river."


def compared(*texts: str):
    articles = [make_article(text, id=f"a{n}", outlet=f"Outlet {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return record


def told_of(*texts: str, said: Said = NOTHING_SAID):
    """Texts, and what another judge says -> the judge of their story, and the first claim of each."""
    readings = [read_upto(make_article(text, id=f"a{n}", outlet=f"Outlet {n}")) for n, text in enumerate(texts)]
    woven = weave(readings)
    told = tell(readings, woven)
    first = [next(one for one in told if one.claim.article == reading.article.id) for reading in readings]
    return Sureness(Passages(readings, whose(woven.entities, readings), told), [], said), first


class Given(Sureness):
    """A judge that holds pairs of articles for as sure as it is told."""

    def __init__(self, sure):
        self._sure = sure

    def of(self, one, two):
        pair = frozenset({one.claim.article, two.claim.article})
        return self._sure.get(pair, 0.0) if len(pair) > 1 else 1.0


def given(**sure: float) -> Given:
    return Given({frozenset({f"a{pair[1]}", f"a{pair[2]}"}): how for pair, how in sure.items()})


@pytest.fixture(scope="module")
def four():
    """Four claims of four accounts."""
    return told_of(
        *(f"Police arrested Bo Aas in Larvik.{more}" for more in (MAYOR, BISHOP, " It rained.", " It snowed."))
    )[1]


def articles(matters):
    return [[one.claim.article for one in matter] for matter, _ in matters]


def test_what_is_unlikely_is_cut_and_what_no_reader_found_goes(four):
    sure = given(_01=0.9, _23=0.9, _02=0.3, _12=0.3)
    assert articles(coherent([(four, ())], sure, known=four)) == [["a0", "a1"], ["a2", "a3"]]
    three = four[:3]
    assert articles(coherent([(three, ())], sure, known=four)) == [["a0", "a1"], ["a2"]]
    assert articles(coherent([(three, ())], sure, known=four[:2])) == [["a0", "a1"]]


def test_it_is_the_average_that_counts(four):
    chain = given(_01=0.95, _12=0.95, _02=0.1)
    assert articles(coherent([(four[:3], ())], chain, known=four)) == [["a0", "a1"], ["a2"]]
    near = given(_01=0.95, _12=0.95, _02=0.5)
    assert articles(coherent([(four[:3], ())], near, known=four)) == [["a0", "a1", "a2"]]
    assert likely_only(four[:3], near) == {four[2].claim.id}


def test_of_two_parts_with_as_many_accounts_the_first_stays_sure(four):
    assert likely_only(four[:2], given(_01=0.7)) == {four[1].claim.id}
    assert likely_only(four[:2], given(_01=0.8)) == frozenset()
    assert likely_only(four[:1], given()) == frozenset()


def test_two_claims_of_the_same_words_are_sure_and_what_shares_less_is_less_so():
    whole = "Police arrested Bo Aas in the old mill of Larvik after a long storm."
    other = "Police arrested Bo Aas with two bags of coins when he left a bar."
    sureness, (one, same, two) = told_of(whole + MAYOR, whole + BISHOP, other + BISHOP)
    assert sureness.of(one, same) > sureness.of(one, two)
    assert sureness.of(one, two) == sureness.of(two, one)


def test_the_judge_wants_words_figures_and_days_in_common():
    plain = Traits(less=0.5, around=5.0, numbers=0, days=False)
    for more in ({"less": 0.6}, {"around": 9.0}, {"numbers": 1}, {"days": True}):
        assert plain._replace(**more).sure > plain.sure


def test_who_likely_tells_a_matter_is_no_witness_of_it():
    record = compared(BOTTLES + MAYOR, BRICKS + BISHOP)
    [line] = [line for line in record.lines if line.likely]
    [likely] = [claim for claim in line.claims if claim.id in line.likely]
    assert (line.standing, line.independent, likely.article) == ("compatible", 1, "a1")
    assert "bottles" in line.summary
    assert f'"likely":["{likely.id}"]' in record_line(record).replace(" ", "")
    [view] = [view for view in line_views(record) if view.line is line]
    assert view.witnesses == "1 account, 1 independent, 1 more likely"
    assert [telling.is_likely for telling in view.tellings] == [False, True]
    assert [cell.word for cell in view.cells] == ["compatible", "likely"]


def test_what_all_tell_in_the_same_words_is_sure():
    record = compared(BOTTLES + MAYOR, BOTTLES.replace("town hall", "bank") + BISHOP)
    several = [line for line in record.lines if len({claim.article for claim in line.claims}) > 1]
    assert several
    assert not any(line.likely for line in several)


def test_what_is_likely_in_a_line_is_never_all_of_it():
    record = compared(BOTTLES + MAYOR, BRICKS + BISHOP, BOTTLES + BISHOP)
    for line in record.lines:
        assert set(line.likely) <= {claim.id for claim in line.claims}
        assert len(line.likely) < len(line.claims)


def test_the_brief_tells_who_surely_has_a_line_and_who_only_likely():
    record = compared(BOTTLES + MAYOR, BRICKS + BISHOP)
    [line] = [line for line in record.lines if line.likely]
    [sentence] = [sentence for sentence in record.brief if line.id in sentence.lines]
    assert sentence.text == f"{line.summary} Surely in account A, likely in B."


def test_what_has_one_line_by_the_judge_of_clauses_alone_is_likely_at_best():
    texts = ("Police arrested Bo Aas in Larvik on Monday.", "On Monday police in Larvik arrested Bo Aas for a theft.")
    judge, (one, two) = told_of(*texts)
    ids = one.claim.id, two.claim.id
    bound, _ = told_of(*texts, said=Said(claims=frozenset({ids, ids[::-1]})))
    assert judge.of(one, two) > bound.of(one, two) == bound.of(two, one) == 0.7
    assert judge.traits(one, two).less < 0.95


def test_what_the_judge_of_clauses_alone_has_on_one_line_is_no_likelier_for_it():
    texts = ("Police arrested Bo Aas in Larvik.", "Police arrested Eva Lund in Bergen for a theft of nets.")
    judge, (one, two) = told_of(*texts)
    bound, _ = told_of(*texts, said=Said(claims=frozenset({(one.claim.id, two.claim.id)})))
    assert judge.of(one, two) == bound.of(one, two) < 0.7
