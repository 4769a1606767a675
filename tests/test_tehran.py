"""The record of the demo's two articles, held to what a careful analyst reads in them."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import AmountSlot, Claim, EntitySlot, Line, Record
from tests.conftest import TEHRAN


@pytest.fixture(scope="module")
def record() -> Record:
    [made] = rashomon.compare(TEHRAN)
    return made


def texts(record: Record) -> dict[str, str]:
    return {a.article.id: a.article.text for a in record.accounts}


def words(record: Record, claim: Claim) -> str:
    return " … ".join(span.of(texts(record)[claim.article]) for span in claim.evidence)


def names(record: Record, slot: object) -> set[str]:
    if not isinstance(slot, EntitySlot):
        return set()
    known = {e.id: e.name for e in record.entities}
    return {known[i] for i in slot.entities}


def lines_with(record: Record, snippet: str, kind: str) -> list[Line]:
    return [
        line
        for line in record.lines
        if line.kind == kind and any(snippet in words(record, claim) for claim in line.claims)
    ]


def statement(record: Record, snippet: str) -> tuple[Line, Claim]:
    """The line whose statement's content holds the words, and the claim that does."""
    found = [
        (line, claim)
        for line in record.lines
        if line.kind == "statement"
        for claim in line.claims
        if (what := claim.slots.get("what")) and snippet in what.text.replace("\u00a0", " ")
    ]
    assert found, f"no statement holds {snippet!r}"
    return found[0]


# Who says it, some of the words of what is said, and who passes it on between the outlet and the speaker.
STATEMENTS = [
    ("Hassan Rouhani", "the US cannot be trusted", []),
    ("Hassan Rouhani", "The US government’s record in recent years", []),
    ("Hassan Rouhani", "Developments on the Korean peninsula are important to Iran", []),
    ("Hassan Rouhani", "Iran is keen to expand its international relations", []),
    ("Hassan Rouhani", "have expressed similar views at many sensitive junctures", []),
    ("Ri Yong-ho", "increasingly alarmed by US attitude", []),
    ("Ri Yong-ho", "his country’s policy is to strengthen relations", []),
    ("Ri Yong-ho", "in violation of international law", []),
    ("Donald Trump", "no longer posed a nuclear threat", []),
    ("Reuters", "questions have been mounting", []),
    ("a diplomatic source", "the two countries are in the same boat", ["Chosun Ilbo"]),
    ("a diplomatic source", "They’ll try to send a message", ["Chosun Ilbo"]),
    ("Chosun Ilbo", "The UN Security Council has capped exports", []),
    ("Chosun Ilbo", "comes at a time when it has difficulties importing oil", []),
    ("an unnamed researcher", "Iran has a surplus of oil", []),
    ("an unnamed researcher", "the North may discuss ways to import crude", []),
    ("Bloomberg", "underscore the challenges facing the Trump administration", []),
    ("Ri Yong-ho", "clear violation of international norms", ["presidential palace"]),
    ("Hassan Rouhani", "performance in these years has led the country", []),
    ("Ri Yong-ho", "Dealing with Americans is difficult", []),
    ("Ri Yong-ho", "we will preserve our nuclear science", []),
    ("Ali Larijani", "The Americans speak very well during negotiations", []),
    ("John Bolton", "the U.S. has held up its end of the declaration", []),
    ("oreign ministry", "Ri himself had requested the official visit", []),
    ("Foreign Ministry", "are making baseless allegations against us", []),
    ("Foreign Ministry", "Expecting any result, while insulting the dialogue partner", []),
    ("Foreign Ministry", "struck by this shameless and impertinent behavior", []),
]


@pytest.mark.parametrize(("speaker", "snippet", "relays"), STATEMENTS)
def test_every_statement_has_its_speaker_and_its_relay(record, speaker, snippet, relays):
    _, claim = statement(record, snippet)
    assert speaker.lower() in claim.chain[-1].name.lower()
    between = [hop.name for hop in claim.chain[1:-1]]
    for relay in relays:
        assert any(relay in name for name in between), between


def test_the_outlet_stands_outermost_and_the_credit_behind_it(record):
    for account in record.accounts:
        credited = "Via MintPress News" in account.article.text
        for line in record.lines:
            for claim in (c for c in line.claims if c.article == account.article.id):
                assert claim.chain[0].kind == "outlet"
                assert ("MintPress News" in [hop.name for hop in claim.chain]) is credited


@pytest.mark.parametrize(
    ("host", "day", "standing"),
    [
        ("Hassan Rouhani", dt.date(2018, 8, 8), {"agree", "compatible"}),
        ("Javad Zarif", dt.date(2018, 8, 7), {"single"}),
        ("Ali Larijani", dt.date(2018, 8, 9), {"single"}),
    ],
)
def test_the_three_meetings(record, host, day, standing):
    met = [
        line
        for line in record.lines
        if line.kind == "event"
        and any(
            {host, "Ri Yong-ho"} <= names(record, c.slots.get("actor")) | names(record, c.slots.get("recipient"))
            for c in line.claims
        )
        and (line.earliest, line.latest) == (day, day)
    ]
    assert met, [line.summary for line in record.lines if host in line.summary]
    assert {met[0].standing} <= standing


@pytest.mark.parametrize(("value", "product"), [(500_000, "refined oil products"), (4_000_000, "crude oil")])
def test_both_oil_caps_with_amount_unit_year_and_setter(record, value, product):
    amounts = [
        (line, claim, slot)
        for line in record.lines
        for claim in line.claims
        if isinstance(slot := claim.slots.get("amount"), AmountSlot) and slot.value == value
    ]
    assert amounts
    line, claim, slot = amounts[0]
    assert (slot.unit, slot.per) == ("barrel", "year")
    assert product in (slot.of or "")
    assert (
        "United Nations Security Council" in names(record, claim.slots["actor"]) or "Security Council" in line.summary
    )
    assert any("Chosun Ilbo" in hop.name for hop in claim.chain)


def test_the_withdrawal_and_the_sanctions_are_dated(record):
    dated = {
        (line.earliest, line.latest)
        for line in record.lines
        if "walked away" in str(line) or "withdraw" in line.summary
    }
    assert (dt.date(2018, 5, 8), dt.date(2018, 5, 8)) in dated
    sanctions = [
        line for line in record.lines if "reimposed sanctions" in " ".join(words(record, c) for c in line.claims)
    ]
    announced, in_force = dt.date(2018, 8, 6), dt.date(2018, 8, 7)  # the order of Monday held from Tuesday 12:01 a.m.
    assert any((line.earliest, line.latest) == (announced, in_force) for line in sanctions)


def test_two_translations_of_one_sentence_are_one_statement_with_one_origin(record):
    line, _ = statement(record, "The US government’s record in recent years")
    other, _ = statement(record, "performance in these years has led the country")
    assert line.id == other.id
    assert len({claim.article for claim in line.claims}) == 2
    assert line.independent == 1
    assert line.standing in {"agree", "compatible"}


def test_different_remarks_of_one_speaker_stay_apart(record):
    first, _ = statement(record, "Iran is keen to expand its international relations")
    second, _ = statement(record, "The US government’s record in recent years")
    assert first.id != second.id


def test_a_breach_is_only_ever_somebodys_claim(record):
    for line in record.lines:
        for claim in line.claims:
            kind = claim.slots.get("type")
            if kind is not None and kind.text == "breach-claim":
                assert claim.chain[-1].kind != "outlet", words(record, claim)


BREACHES = ["does not stick to its commitments", "do not meet any of their obligations", "reneging on its pledges"]


@pytest.mark.parametrize("words_of_breach", BREACHES)
def test_an_alleged_breach_stands_with_the_statement_that_alleges_it(record, words_of_breach):
    line, _ = statement(record, words_of_breach)
    inside = [c for c in line.contained if c.slots["type"].text == "breach-claim"]
    assert inside
    for claim in inside:
        assert claim.chain[-1].name in {"Hassan Rouhani", "Ali Larijani"}
        assert names(record, claim.slots["actor"]) <= {"United States", "government of the United States"} != set()


def test_nothing_is_read_from_what_was_set_aside(record):
    for account in record.accounts:
        aside = [b.span for b in account.blocks if b.kind in {"promotion", "credit", "caption", "heading"}]
        spans = [s for line in record.lines for c in line.claims if c.article == account.article.id for s in c.evidence]
        assert not [s for s in spans for a in aside if s.meets(a)]
        assert (
            any("Iranian Singles" in a.of(account.article.text) for a in aside)
            or "Iranian Singles" not in account.article.text
        )


def test_publication_days_are_proved_within_a_week(record):
    for account in record.accounts:
        assert (account.published.latest - account.published.earliest).days <= 7
        assert account.published.earliest <= dt.date(2018, 8, 12)
        assert account.published.latest >= dt.date(2018, 8, 8)
        assert account.published.basis


def test_every_sentence_of_the_brief_names_lines_that_are_there(record):
    known = {line.id for line in record.lines}
    assert 3 <= len(record.brief) <= 12
    assert all(sentence.lines and set(sentence.lines) <= known for sentence in record.brief)


def test_spans_lie_in_their_texts(record):
    for line in record.lines:
        for claim in line.claims:
            assert all(0 <= s.start < s.end <= len(texts(record)[claim.article]) for s in claim.evidence)
