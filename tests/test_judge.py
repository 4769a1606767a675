"""The judge of accounts: what it is shown, what it says, and the lines that it makes one."""

import datetime as dt

import pytest

import rashomon
from rashomon.encoder import session
from rashomon.encoder.wordpieces import spelled
from rashomon.errors import BrokenPromise
from rashomon.model import make_article
from rashomon.settings import Settings
from rashomon.stories.scenes import whose
from rashomon.stories.weave import weave
from rashomon.weighing.claims.passages import Passages
from rashomon.weighing.claims.told import tell
from rashomon.weighing.judge import verdicts as judge
from rashomon.weighing.judge.shown import MOST, pair, shown

DAY = dt.date(2021, 7, 1)
CANCELLED = (
    "A previous programme for Peru was cancelled in 2020 after the Fund found that reserves had been misreported."
)


def _articles(*texts: str):
    return [make_article(t, published=DAY, outlet=f"Post {n}", id=str(n)) for n, t in enumerate(texts)]


def _shown(*texts: str) -> list[list[int]]:
    readings = rashomon.read(*_articles(*texts))
    woven = weave(readings)
    who = whose(woven.entities, readings)
    people = {entity.id: entity for entity in woven.entities}
    return [shown(clause.passage, who, people) for clause in Passages(readings, who, tell(readings, woven)).clauses]


def _words(pieces: list[int]) -> str:
    vocabulary = session.verified("vocab.txt").read_text(encoding="utf-8").split("\n")
    return " ".join(vocabulary[piece] for piece in pieces).replace(" ##", "")


def _lines(*texts: str):
    [record] = rashomon.compare(*_articles(*texts), settings=Settings(one_story=True))
    return [line for line in record.lines if len({claim.article for claim in line.claims}) > 1]


def test_a_clause_is_shown_in_its_sentence_with_its_speaker_and_whom_its_pronouns_are_for():
    looks = [
        _words(look) for look in _shown("Bo Aas arrived on Monday. He left early, because it rained, Eva Lund said.")
    ]
    assert "[ bo aas arrived on monday . ]" in looks
    assert any(look.startswith("eva lund : [ he ( bo aas ) left early") for look in looks)


def test_a_long_sentence_is_cut_around_its_clause():
    looks = _shown(f"Eva Lund said {' and '.join(f'the port of town number {n} was closed' for n in range(40))}.")
    assert looks
    assert all(len(look) <= MOST for look in looks)
    assert all(spelled("[")[0] in look for look in looks)


def test_of_a_pair_each_piece_is_told_to_be_of_one_or_the_other():
    ids, kinds = pair([7, 8], [9])
    assert (len(ids), kinds) == (6, [0, 0, 0, 0, 1, 1])


def test_what_is_told_in_other_words_is_one_thing_and_what_is_not_is_two():
    first = "Athens summoned the ambassador over the visit ."
    others = (
        "The Greek foreign ministry called in the ambassador over the visit .",
        "Wheat fell by a tenth in Chicago .",
    )
    looks = [[piece for word in f"[ {text} ]".split() for piece in spelled(word)] for text in (first, *others)]
    same, other = judge.same([(looks[0], looks[1]), (looks[0], looks[2])])
    assert same > 0.5 > other


def test_a_verdict_hangs_neither_on_the_order_of_two_nor_on_what_is_asked_beside_them():
    one, two = (list(spelled(word)) for word in ("harbour", "port"))
    [alone] = judge.same([(one, two)])
    turned, _ = judge.same([(two, one), (one * 30, two * 30)])
    assert turned == alone


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            CANCELLED,
            "The Fund walked away from Peru's last programme in 2020 over misreported reserves.",
        ),
        (
            "Peru also handed over 1,003 bodies that it says are those of Chilean soldiers, officials said.",
            "Guided by humanity, Peru transferred to Chile the bodies of 1,003 fallen men.",
        ),
    ],
)
def test_one_thing_in_words_that_no_rule_joins_has_one_line_and_is_likely(one, two):
    shared = _lines(one, two)
    assert [line.standing for line in shared] == ["compatible"]
    assert shared[0].likely


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The firm hired 300 welders at its yard in Molde.", "The firm laid off 300 welders at its yard in Molde."),
        ("Rebels attacked the town of Larvik on Monday.", "Rebels fled the town of Larvik on Monday."),
        ("Berg denied that the shipyard had polluted the fjord.", "The shipyard polluted the fjord for years."),
    ],
)
def test_what_parts_two_clauses_parts_them_whatever_the_judge_says(one, two):
    assert not any(line.standing in {"agree", "compatible"} for line in _lines(one, two))


def test_two_remarks_stay_two_though_the_judge_holds_one_for_what_a_third_account_tells_of_the_other():
    told = _lines(
        "The lawsuit alleged that Berg's campaign \"gleefully welcomed Peru's help\" in the 2016 election and accuses "
        'it of being a "racketeering enterprise" that worked in tandem with Lima.',
        "The lawsuit was filed on Friday. Rather than report Peru's intentions to interfere with elections, \"the Berg "
        "campaign and its agents gleefully welcomed Peru's help,\" the lawsuit states.",
        '"In the Berg campaign, Peru found a willing and active partner," the suit claims. "In 2016, individuals tied '
        "to Lima notified the Berg campaign that Peru intended to interfere with our democracy. Through multiple "
        'meetings, emails, and other communications, these agents made clear that their government supported Berg."',
    )
    assert [{claim.article for claim in line.claims} for line in told] == [{"0", "1"}]


def test_weights_that_are_not_the_shipped_ones_are_refused(monkeypatch):
    monkeypatch.setattr(session, "sums", lambda _: {"model.onnx": "0" * 64})
    with pytest.raises(BrokenPromise, match=r"model\.onnx among the judge's weights"):
        session.verified("model.onnx", judge.WEIGHTS)
