"""The ledger of an instrument: made of lines of the record, in order of time, under all names, with no verdict."""

import datetime as dt
from collections.abc import Iterator
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rashomon
from rashomon.lexicon.files import load
from rashomon.lexicon.instruments import accord_key, instruments_in
from rashomon.model import Claim, Ledger, LedgerRow, Record, UndertakingKind, make_article
from rashomon.renderers.record_json import record_row
from rashomon.settings import Settings
from rashomon.weighing.compared.days import place
from tests.story_builder import Teller, record_of


def told(*texts: str, published: str = "2021-07-01") -> Record:
    """Texts of one story, in which only the ledger is looked at -> its record."""
    day = dt.date.fromisoformat(published)
    articles = [make_article(text, published=day, outlet=f"Post {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return record


def rows(record: Record, name: str) -> list[LedgerRow]:
    return next((list(ledger.rows) for ledger in record.ledgers if ledger.name == name), [])


def acts(record: Record, name: str) -> list[tuple[str, str, str]]:
    """Record and name of an instrument -> each act with its first day and who did it."""
    return [(str(row.earliest or "-"), row.act, ", ".join(row.by)) for row in rows(record, name)]


FIRST = (
    "Peru and Chile signed the Rivera Treaty (RT) in Lima on 4 March 2019. Peru's foreign minister Ana Duarte said on "
    "6 May 2020 that Chile had violated the treaty. Chile pulled out of the RT on 3 June 2020. “Chile has always kept "
    "the Rivera Treaty,” Chilean President Luis Prado said on 9 June 2020. The United States imposed sanctions on "
    "Chile on 4 July 2020. The United States extended the sanctions on 4 January 2021."
)
SECOND = (
    "Chile quit the Rivera accord in June 2020. Peru accused Chile on Monday of breaching the accord. Washington "
    "lifted its sanctions on Chile on 20 June 2021. Egypt brokered a ceasefire between Chad and Sudan on 2 May 2021. "
    "Sudan's president denied that Sudan had violated the truce. Chad and Sudan extended the ceasefire on 2 June 2021."
)
TREATY, TRUCE = "Rivera Treaty", "Truce between Chad and Sudan"
SANCTIONS = "Sanctions of the United States on Chile"


def test_an_instrument_takes_effect_and_ends_though_nobody_does_it():
    record = told(
        "The cease-fire between Chad and Sudan took effect on Monday, Egypt's foreign minister said. President Idris "
        "Deby of Chad met Sudan's foreign minister in Cairo. U.S. tariffs on Kenyan tea went into effect on Tuesday.",
        "A truce between Chad and Sudan, brokered by Egypt, came into force on Monday. The truce between Chad and "
        "Sudan will expire in August, Sudan's army said. Washington's tariffs on Kenya, which took effect Tuesday, hit "
        "growers.",
    )
    assert [(str(row.earliest), row.act, row.status) for row in rows(record, TRUCE)] == [
        ("2021-06-28", "took effect", ("happened",)),
        ("2021-08-01", "expired", ("planned",)),
    ]
    [tariffs] = rows(record, "Tariffs of the United States on Kenya")
    assert (tariffs.act, len(tariffs.articles), str(tariffs.earliest)) == ("took effect", 2, "2021-06-29")


@pytest.fixture(scope="module")
def story() -> Record:
    return told(FIRST, SECOND)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (TREATY, [
            ("2019-03-04", "made", "Chile, Peru"),
            ("2020-05-06", "said to be broken", "Chile"),
            ("2020-06-03", "left", "Chile"),
            ("2020-06-09", "said to be kept", "Chile"),
            ("2021-06-28", "said to be broken", "Chile"),
        ]),
        (SANCTIONS, [
            ("2020-07-04", "imposed", "the United States"),
            ("2021-01-04", "extended", "the United States"),
            ("2021-06-20", "lifted", "the United States"),
        ]),
        (TRUCE, [
            ("2021-05-02", "made", "Egypt"),
            ("2021-06-02", "extended", "Chad, Sudan"),
            ("-", "breach denied", "Sudan"),
        ]),
    ],
)  # fmt: skip
def test_what_was_done_stands_in_order_of_time(story, name, expected):
    assert acts(story, name) == expected


def test_a_treaty_is_one_under_all_its_names(story):
    [ledger] = [x for x in story.ledgers if x.name == TREATY]
    assert {v.value for v in ledger.called} == {"Rivera Treaty", "RT", "the treaty", "Rivera accord", "the accord"}
    left = next(row for row in ledger.rows if row.act == "left")
    assert (len(left.articles), left.independent) == (2, 2)


def test_a_breach_stands_on_somebodys_word_and_has_the_day_of_the_saying(story):
    broken = [row for row in rows(story, TREATY) if row.act == "said to be broken"]
    assert [(row.word, row.of, row.status) for row in broken] == [
        (("Ana Duarte",), "saying", ()),
        (("Peru",), "saying", ()),
    ]


ACTS_TOLD = {
    "Joint Comprehensive Plan of Action (JCPOA)": """
        The United States pulled out of the JCPOA on 8 May 2018 | left
        Britain said on 9 May 2018 that it would remain in the Iran nuclear deal | confirmed
        Iran's foreign minister Javad Zarif said that Iran was complying with the nuclear deal | said to be kept""",
    "Nile Waters Protocol": """
        Kenya suspended its participation in the Nile Waters Protocol on 3 May 2021 | suspended
        Kenya rejoined the Protocol on Nile Waters on 9 June 2021 | resumed""",
    "Juarez Pact": """
        Mexico and Canada amended the Juarez Pact on 3 May 2021 | amended
        Mexico ratified the pact on 6 June 2021 | ratified""",
    "Resolution 1718": """
        North Korea violated Resolution 1718, Japan's prime minister said | said to be broken
        North Korea denied that it had violated UN Security Council resolution 1718 | breach denied""",
    "Tariffs of China on Mexico": """
        China imposed tariffs on Mexico on 3 May 2021 | imposed
        On 5 June 2021 China suspended the tariffs on Mexico | suspended""",
    "Trade accord between Chile and Peru": """
        Peru and Chile signed a trade deal on 3 May 2021 | made
        Peru and Chile extended the trade agreement on 5 June 2021 | extended""",
    "Sanctions of the European Union on Chad": """
        The European Union imposed sanctions on Chad on 3 May 2021 | imposed
        The EU reimposed sanctions on Chad on 5 June 2021 | reimposed
        Chad's president urged the European Union to lift its sanctions on Chad | demand about it""",
}
"""By the instrument: sentences of one text, and what its ledger calls them."""


@pytest.mark.parametrize("name", ACTS_TOLD)
def test_acts(name):
    told_as = [line.strip().split(" | ") for line in ACTS_TOLD[name].strip().splitlines()]
    record = told(" ".join(f"{sentence}." for sentence, _ in told_as))
    assert sorted(row.act for row in rows(record, name)) == sorted(act for _, act in told_as)


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile signed the Rivera Treaty in Lima on 4 March 2019. The weather was mild.",
        "The Republican National Convention opened on Monday. Delegates left the convention on Tuesday.",
        "The United States imposed sanctions on Chad on 3 May 2021. Kenya lifted sanctions on 6 May 2021.",
        "Iran's president pledged to evade the sanctions. Iran's parliament refused to discuss the sanctions.",
        "Airbus agreed to sell ten jets to an airline. The airline extended its deal with Airbus.",
        "Trump and Kim met. The Trump agreement was praised by Kenya's president. Kenya left the Trump agreement.",
    ],
)
def test_one_act_of_one_account_and_vague_words_make_no_ledger(text):
    assert [(x.name, [r.act for r in x.rows]) for x in told(text).ledgers] == []


def test_an_accords_year_is_not_that_of_its_leaving():
    record = told(
        "Kenya left the 1987 Rivera Treaty. Kenya joined the Rivera Treaty with Chad. Peru left the 1987 accord."
    )
    assert [str(row.earliest or "-") for row in rows(record, TREATY)] == ["-", "-"]


def test_tariffs_on_goods_are_tariffs_on_whose_goods_they_are():
    record = told(
        "The United States has threatened to impose tariffs on $150 billion of Chinese goods. The United States "
        "imposed tariffs on steel from Peru in May 2021. The United States eased the tariffs on imports from China on "
        "3 June 2021. The United States imposed tariffs on steel from Chile in May 2021."
    )
    assert [x.name for x in record.ledgers] == ["Tariffs of the United States on China"]
    imposed = [line.summary for line in record.lines if line.summary.startswith("The United States imposed")]
    assert len(imposed) == 2, "two tariffs are two lines"


def test_to_tighten_sanctions_is_not_to_extend_them():
    record = told(
        "The European Union extended its sanctions on Chad on 3 May 2021. Kenya has asked the EU to tighten sanctions "
        "on Chad.",
        "The European Union on 3 May 2021 prolonged the sanctions against Chad.",
    )
    assert [row.act for row in rows(record, "Sanctions of the European Union on Chad")] == [
        "extended",
        "demand about it",
    ]


def test_sanctions_of_two_states_are_two_instruments_and_bare_sanctions_neither():
    record = told(
        "The United States imposed sanctions on Iran on 3 May 2021. The United States lifted sanctions on Iran on 9 "
        "May 2021. The European Union imposed sanctions on Iran on 4 May 2021. The European Union tightened its "
        "sanctions on Iran on 6 May 2021. Pyongyang protested the U.S. refusal to lift sanctions."
    )
    names = {x.name: [r.act for r in x.rows] for x in record.ledgers}
    assert names == {
        "Sanctions of the United States on Iran": ["imposed", "lifted"],
        "Sanctions of the European Union on Iran": ["imposed", "tightened"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "Chile would violate the Rivera Treaty if it fished. Peru left the Rivera Treaty. Chile left it.",
        "Peru's president fears that Chile may violate the Rivera Treaty. Peru signed the Rivera Treaty with Chile.",
        "Peru has not violated the Rivera Treaty, its president said. Peru signed the Rivera Treaty with Chile.",
    ],
)
def test_what_nobody_says_was_broken_is_not_said_to_be(text):
    assert "said to be broken" not in {row.act for x in told(text).ledgers for row in x.rows}


def test_the_demo_has_the_nuclear_accord_and_the_sanctions(tehran):
    [record] = rashomon.compare(*tehran, settings=Settings(one_story=True))
    assert acts(record, "Joint Comprehensive Plan of Action (JCPOA)") == [
        ("2018-05-08", "left", "Donald Trump, the United States"),
        ("-", "terms told", ""),
    ]
    [reimposed] = rows(record, "Sanctions of the United States on Iran")
    assert (reimposed.act, str(reimposed.earliest), len(reimposed.articles)) == ("reimposed", "2018-08-06", 2)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Under the 2011 Nile Waters Agreement, Kenya", ["Nile Waters Agreement"]),
        ("Peru's Rivera Protocol on Lakes", ["Rivera Protocol on Lakes"]),
        ("The Agreement binds both; the Trade Agreement does not", []),
        ("the Republican National Convention", []),
        ("the Treaty of Rivera and the Rivera Treaty (RT); the RT", ["Treaty of Rivera", "Rivera Treaty", "RT", "RT"]),
    ],
)
def test_names_of_accords_that_no_list_has(text, names):
    assert [text[n.start : n.end] for n in instruments_in(text)] == names


@pytest.mark.parametrize(
    "name", ["Rivera Treaty", "Treaty of Rivera", "Rivera accord", "2011 Rivera Accords", "Rivera Pact on Eels"]
)
def test_titles_and_years_make_no_other_accord(name):
    assert accord_key(name) == "rivera"


def test_every_kind_of_undertaking_has_its_acts():
    kinds = {kind for entry in load("acts.yaml")["acts"] for kind in entry["kinds"]}
    assert kinds == set(get_args(UndertakingKind))


def test_record_json_tells_rows_with_lines_claims_and_words(story):
    row = record_row(story)
    lines = {line["id"]: {c["id"] for c in [*line["claims"], *line.get("contained", [])]} for line in row["lines"]}
    texts = {a.article.id: a.article.text for a in story.accounts}
    assert [x["name"] for x in row["ledgers"]] == [x.name for x in story.ledgers]
    for ledger in row["ledgers"]:
        assert all(texts[v["article"]][v["start"] : v["end"]] == v["quote"] for v in ledger["called"])
        for act in ledger["rows"]:
            assert set(act["claims"]) <= {claim for line in act["lines"] for claim in lines[line]}
            assert act["date"]["of"] in {"happening", "saying"}


WHO = st.sampled_from(["Norland", "Sudland"])
ACCORDS = st.sampled_from(["the Rivera Treaty", "the Rivera Accord", "the Oster Pact"])
DEEDS = st.sampled_from([
    ("signed", "agreement"), ("left", "withdrawal"), ("violated", "breach-claim"), ("extended", "extension"),
])  # fmt: skip
DAYS = st.sampled_from(["2019-03-04", "2019-05-07", "2019-06", ""])
SAID = st.sampled_from(["", "Anna Berg", "Omar Said"])
ACTS = st.tuples(WHO, DEEDS, ACCORDS, DAYS, SAID)
SANCTIONING = st.tuples(
    WHO, st.sampled_from([("imposed", "sanction"), ("lifted", "relief")]), st.just("sanctions"), DAYS, SAID
)
STORIES = st.lists(st.lists(st.one_of(ACTS, SANCTIONING), min_size=1, max_size=5), min_size=2, max_size=4)


def _readings(story):
    readings = []
    for n, given_acts in enumerate(story):
        teller = Teller(f"article-{n}", f"Post {n}")
        for actor, (verb, kind), accord, day, speaker in given_acts:
            on = ("Sudland" if actor == "Norland" else "Norland") if accord == "sanctions" else ""
            words = f"sanctions on {on}" if on else accord
            teller.act(actor, verb, words, kind, day, speaker=speaker, on=on)
        readings.append(teller.reading())
    return readings


def _evidence(record: Record) -> set[tuple[str, str, str]]:
    """What every claim of a ledger is told as: instrument, act, claim."""
    return {(x.id, row.act, claim) for x in record.ledgers for row in x.rows for claim in row.claims}


def _rows(record: Record) -> Iterator[tuple[Ledger, LedgerRow]]:
    yield from ((x, row) for x in record.ledgers for row in x.rows)


@given(STORIES, st.randoms())
@settings(max_examples=40)
def test_the_order_of_articles_changes_nothing(story, random):
    readings = _readings(story)
    expected = record_of(*readings).ledgers
    random.shuffle(readings)
    assert record_of(*readings).ledgers == expected


def _copy(reading):
    """Reading -> the same text under another outlet."""
    named = msgspec.structs.replace(reading.article, id="copy", outlet="Copying Post")
    found = [
        msgspec.structs.replace(f, article="copy", id=f"copy:{f.id}") if isinstance(f, Claim) else f
        for f in reading.findings
    ]
    return type(reading)(named).adding({type(f) for f in found}, found)


@given(STORIES)
@settings(max_examples=40)
def test_a_copy_adds_no_witness(story):
    readings = _readings(story)
    before = {claim: row.independent for _, row in _rows(record_of(*readings)) for claim in row.claims}
    for _, row in _rows(record_of(*readings, _copy(readings[0]))):
        own = [claim for claim in row.claims if not claim.startswith("copy:")]
        assert own, "a copy tells what its original tells"
        known = [before[claim] for claim in own if claim in before]  # a second account makes a ledger of a single act
        assert not known or row.independent <= max(known)


@given(STORIES)
@settings(max_examples=60)
def test_without_an_account_only_its_evidence_is_gone(story):
    readings = _readings(story)
    assert _evidence(record_of(*readings[1:])) <= _evidence(record_of(*readings))


@given(STORIES)
@settings(max_examples=60)
def test_every_row_is_made_of_lines_and_what_is_said_to_be_broken_is_only_said(story):
    record = record_of(*_readings(story))
    lines = {line.id: line for line in record.lines}
    for _, row in _rows(record):
        of_lines = {c.id: c for name in row.lines for c in (*lines[name].claims, *lines[name].contained)}
        held = [of_lines[claim] for claim in row.claims]
        assert {(p.article, p.start, p.end) for p in row.evidence} == {
            (c.article, e.start, e.end) for c in held for e in c.evidence
        }
        assert {c.article for c in held} == set(row.articles)
        assert 1 <= row.independent <= len(row.claims)
        breach = any(c.slots["type"].text == "breach-claim" for c in held)
        assert breach == (row.act == "said to be broken")
        assert not breach or (row.status == () and row.of == "saying" and row.word)
    for ledger in record.ledgers:
        known = [place(row.earliest, row.latest) for row in ledger.rows]
        assert known == sorted(known)
    told = [claim for _, row in _rows(record) for claim in row.claims]
    assert len(told) == len(set(told))
