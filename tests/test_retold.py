"""What accounts tell in their own voice without a finding for it: joined where it is one thing, else left alone."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import Event, make_article
from rashomon.settings import Settings
from rashomon.weighing.compared.contrasts import contrasts
from rashomon.weighing.compared.plain_clauses import plain_clauses
from tests.conftest import reading_of

ONE = Settings(one_story=True)

ONE_THING = [
    (
        "The harbour board replaced the old lamp of the Larvik lighthouse with a solar panel.",
        "Fishermen mourn: the lighthouse lamp of Larvik was replaced last week with a panel of solar cells.",
    ),
    (
        "Anna Berg cancelled the opening of the new ferry terminal in Larvik in January.",
        "In January Anna Berg scrapped the opening of the ferry terminal in Larvik, to everybody's dismay.",
    ),
    (
        "Petitions against the harbour toll prompted a lively debate in the assembly of Larvik.",
        "A petition against the new harbour toll triggered a debate in the Larvik assembly.",
    ),
    (
        "Norway is the largest exporter of salted herring to Poland.",
        "Norway is the largest herring exporter to Poland, ahead of Iceland.",
    ),
    (  # a city, and the state that it is in
        "Anna Berg cancelled the opening of the new ferry terminal in London in January.",
        "In January Anna Berg scrapped the opening of the ferry terminal in the U.K., to everybody's dismay.",
    ),
]
APART = [
    (  # another doer
        "Anna Berg cancelled the opening of the new ferry terminal in Larvik in January.",
        "In January Omar Said scrapped the opening of the ferry terminal in Larvik, to everybody's dismay.",
    ),
    (  # doer and sufferer change places
        "Anna Berg sued Omar Said over the ferry terminal in Larvik.",
        "Over the Larvik ferry terminal, Omar Said last week sued Anna Berg.",
    ),
    (  # one tells it ahead
        "Anna Berg will cancel the opening of the new ferry terminal in Larvik in January.",
        "In January Anna Berg scrapped the opening of the ferry terminal in Larvik, to everybody's dismay.",
    ),
    (  # one only says what if
        "If Anna Berg cancelled the opening of the new ferry terminal in Larvik in January, shops would suffer.",
        "In January Anna Berg scrapped the opening of the ferry terminal in Larvik, to everybody's dismay.",
    ),
    (  # another deed
        "Anna Berg cancelled the opening of the new ferry terminal in Larvik in January.",
        "In January Anna Berg painted the opening of the ferry terminal in Larvik, to everybody's dismay.",
    ),
    (  # another place
        "Anna Berg cancelled the opening of the new ferry terminal in Larvik in January.",
        "In January Anna Berg scrapped the opening of the ferry terminal in Bergen, to everybody's dismay.",
    ),
    (  # another day
        "The herring ferry ran aground near the Larvik lighthouse on Monday.",
        "On Friday, laden with herring, the ferry ran aground beside the lighthouse of Larvik.",
    ),
    (  # another hour
        "The fishermen marched from the harbour gate to the town hall of Larvik on Sunday morning.",
        "From the gate of the harbour fishermen marched at 3:30 p.m. to Larvik's town hall.",
    ),
    (  # words that tell two things
        "The new law allows trawlers into the inner fjord of Larvik during the winter season.",
        "Into the inner Larvik fjord the old law allows trawlers, but in the winter season only.",
    ),
    (  # on somebody's word
        'Omar Said said: "Anna Berg cancelled the opening of the new ferry terminal in Larvik in January."',
        "In January Anna Berg scrapped the opening of the ferry terminal in Larvik, to everybody's dismay.",
    ),
]

PARTED = [
    (  # one denies it
        "Anna Berg did not cancel the opening of the new ferry terminal in Larvik in January.",
        "In January Anna Berg scrapped the opening of the ferry terminal in Larvik, to everybody's dismay.",
        "status",
    ),
    (  # another figure
        "Some 40 herring boats reached the ferry terminal in Larvik.",
        "The Larvik ferry terminal was reached early by 90 boats with herring.",
        "amount",
    ),
    (  # with and without
        "The talks on the herring quota in Larvik ended without an agreement.",
        "In Larvik the negotiators' talks on a quota for herring ended with an agreement.",
        "result",
    ),
    (  # vaguely more
        "Petitions against the harbour toll of Larvik received hundreds of thousands of signatures.",
        "More than 1.8 million signatures were received by a petition against the harbour toll of Larvik.",
        "amount",
    ),
]


def _record(*texts):
    [record] = rashomon.compare(*(make_article(text, outlet=f"Paper {len(text)}") for text in texts), settings=ONE)
    return record


def _shared(record):
    lines = [line for line in record.lines if line.kind in {"event", "background"}]
    return [line for line in lines if len({claim.article for claim in line.claims}) > 1]


@pytest.mark.parametrize(("one", "two"), ONE_THING)
def test_two_accounts_that_tell_one_thing_share_a_line(one, two):
    [line] = _shared(_record(one, two))
    assert (line.standing, line.independent) == ("agree", 2)


INDEX = (
    "The main index of Larvik, the LX 100, dropped in value by 2.36%, to below the 5000 mark.",
    "Traders fled from Larvik, where the LX 100, the main index, dropped {}% in value to well under 5000.",
)


@pytest.mark.parametrize(
    ("percent", "later", "lines"), [("2.36", 0, 1), ("6.5", 0, 0), ("2.36", 9, 0)], ids=["one", "other figure", "later"]
)
def test_two_falls_of_one_index_are_two(percent, later, lines):
    day = dt.date(2021, 7, 1)
    texts = [(INDEX[0], day), (INDEX[1].format(percent), day + dt.timedelta(days=later))]
    [record] = rashomon.compare(*(make_article(t, outlet=f"P{len(t)}", published=d) for t, d in texts), settings=ONE)
    assert len(_shared(record)) == lines


@pytest.mark.parametrize(("one", "two"), APART)
def test_two_things_have_no_line_in_common(one, two):
    assert not _shared(_record(one, two))


@pytest.mark.parametrize(("one", "two"), ONE_THING)
def test_the_order_of_accounts_changes_nothing(one, two):
    assert _record(one, two) == _record(two, one)


@pytest.mark.parametrize("text", [text for pair in ONE_THING for text in pair])
def test_a_reprint_is_no_second_telling(text):
    [record] = rashomon.compare(make_article(text, outlet="A"), make_article(text, outlet="B"), settings=ONE)
    assert all(line.independent == 1 for line in _shared(record))


@pytest.mark.parametrize(("one", "two"), ONE_THING)
def test_a_copy_of_an_account_adds_no_witness(one, two):
    [line] = _shared(_record(one, two))
    articles = [make_article(one, outlet="A"), make_article(two, outlet="B"), make_article(two, outlet="C")]
    [again] = _shared(rashomon.compare(*articles, settings=ONE)[0])
    assert again.independent == line.independent


def test_a_deed_that_a_reader_found_is_told_once_with_those_who_tell_it_otherwise():
    one = "Foreign minister Anna Berg visited the White House on 4 March 2019."
    two = "Anna Berg, the foreign minister, travelled to the White House in early March."
    visits = [line for line in _record(one, two).lines if "White House" in line.summary]
    assert len(visits) == 1


RETOLD = [
    (
        'Omar Said said he left because the ferry terminal was a "bad deal" for Larvik.',
        'The building of the ferry terminal was a "bad deal", Omar Said said.',
    ),
    (  # both quote the turn, each with much besides
        "Leo Vik said the inquiry was “hopelessly slow”, that witnesses slept and no mayor would sign its report.",
        "Leo Vik added that the council was “hopelessly slow” with the inquiry, and faced huge fines for its holidays.",
    ),
    (
        "Omar Said warned that the harbour toll would ruin the herring fishery of Larvik.",
        "Omar Said warned that herring fishery faced ruin under the harbour toll.",
    ),
    (
        "Omar Said has repeatedly denied that his firm colluded with the harbour police.",
        "Omar Said has repeatedly said his firm did not collude with the harbour police.",
    ),
    (
        "The suit says that the fishermen were warned of the storm by the harbour police of Larvik.",
        "The complaint says the harbour police of Larvik had warned fishermen of the storm.",
    ),
    (
        "The Fishermen's Union said that the harbour police of Larvik had warned the fishermen of the storm.",
        "The lawsuit says the harbour police of Larvik warned fishermen of the storm.",
    ),
]
REMARKS_APART = [
    (
        "Omar Said warned that the harbour toll would ruin the herring fishery of Larvik.",
        "Omar Said warned that winter storms would sink the ferry to Denmark.",
    ),
    # one turn for two things
    ("Leo Vik called the harbour tax a “cruel joke”.", "Leo Vik said to shut the only school was a “cruel joke”."),
    (
        "Omar Said said the harbour toll was unfair.",
        "Omar Said said the toll on herring was a blessing.",
    ),
]


@pytest.mark.parametrize(("one", "two"), RETOLD)
def test_one_remark_retold_in_other_words_is_one_statement(one, two):
    lines = [line for line in _record(one, two).lines if line.kind == "statement"]
    assert [line.standing for line in lines if len({c.article for c in line.claims}) > 1] == ["compatible"]


@pytest.mark.parametrize(("one", "two"), REMARKS_APART)
def test_two_remarks_of_one_speaker_stay_two(one, two):
    lines = [line for line in _record(one, two).lines if line.kind == "statement"]
    assert lines
    assert all(line.standing == "single" for line in lines)


def test_what_may_be_somebodys_word_is_not_the_accounts_own():
    text = (
        "Berg, a partner in the firm, told police LaCalamita loaded a shell into the shotgun's chamber and shot him "
        "in the hip, then walked toward the office. Then the guard closed the office."
    )
    assert [clause.verb.of(text) for clause in plain_clauses(reading_of(text), {})] == ["closed"]


@pytest.mark.parametrize("whose", ["the Larvik ferry group", "Aker Bank"])
@pytest.mark.parametrize(("one", "two"), [("rose", "fell"), ("gained", "dropped")])
def test_one_figure_of_what_rose_and_of_what_fell_is_two(whose, one, two):
    [record] = rashomon.compare(
        make_article(f"Shares of {whose} {one} five percent after the results.", outlet="A"),
        make_article(f"Shares of {whose} {two} five percent after the results.", outlet="B"),
        settings=ONE,
    )
    assert [line.standing for line in record.lines if line.kind == "figure"] == ["single", "single"]


@pytest.mark.parametrize(("one", "two", "slot"), PARTED)
def test_one_thing_that_two_accounts_tell_otherwise_is_one_line_that_differs(one, two, slot):
    [line] = [line for line in _record(one, two).lines if line.standing == "differ"]
    assert [difference.slot for difference in line.differences if difference.conflict] == [slot]


@pytest.mark.parametrize(
    ("words", "percents"), [("20 percent", {"20"}), ("20 per cent", {"20"}), ("20 per day", set())]
)
def test_only_percentages_are_held_against_percentages(words, percents):
    assert contrasts(reading_of(f"Output fell by {words} in Larvik.").doc, {}).percents == percents


ALONE = [
    (
        "The lamp of the lighthouse had been dark for a week. On Sunday the fishermen reached the harbour of Larvik.",
        "The fishermen reached the harbour of Larvik on 11 March 2018.",
    ),
    (
        "The lamp of the lighthouse had been dark for a week. The letters were read aloud in Larvik on Sunday.",
        "The letters were read aloud in Larvik on 11 March 2018.",
    ),
    (
        "The lamp of the lighthouse had been dark for a week. The reading of the letters is set for May.",
        "The reading of the letters is set for May 2018.",
    ),
    (
        "The fishermen painted the old lighthouse green. It had been red.",
        "The fishermen painted the old lighthouse green.",
    ),
]


def _alone(text):
    article = make_article(text, outlet="A", published=dt.date(2018, 3, 12))
    return [line for line in rashomon.compare(article)[0].lines if line.kind == "event"]


@pytest.mark.parametrize(("text", "summary"), ALONE)
def test_a_deed_of_a_day_or_of_the_lead_has_a_line_though_one_account_tells_it(text, summary):
    assert summary in {line.summary for line in _alone(text)}


def test_what_somebody_doubts_is_told_with_the_doubt():
    [line] = _alone("Anna Berg most likely will not get the harbour of Larvik on Sunday.")
    assert "most likely will not get" in line.summary


def test_a_figure_to_the_last_digit_is_one_whatever_is_told_of_it():
    texts = ("It takes 2,383 delegates to win in Larvik.", "Anna Berg has amassed the 2,383 delegates that she needed.")
    other = "Anna Berg needs 836 delegates to win in Larvik."
    figures = [line for line in _record(*texts, other).lines if line.kind == "figure"]
    assert sorted((len({c.article for c in line.claims}), line.standing) for line in figures) == [
        (1, "single"),
        (2, "agree"),
    ]


def test_a_deed_is_not_told_without_the_noun_before_it_to_which_it_is_done():
    bare = "A win in the state that Anna Berg represented in the Senate for eight years would be hers."
    whole = "Anna Berg moved there in 2000 and represented the state in the Senate for eight years."
    [line] = _shared(_record(bare, whole))
    assert line.summary == "Anna Berg represented the state in the Senate for eight years."


def test_what_one_says_here_and_denies_there_is_one_statement_that_differs():
    one = "Omar Said said his firm had colluded with the harbour police of Larvik."
    two = "Omar Said denied that his firm had colluded with the harbour police of Larvik."
    [line] = [line for line in _record(one, two).lines if line.kind == "statement"]
    assert line.standing == "differ"


def test_a_party_sues_whatever_the_accounts_call_it():
    one = "The Democratic National Committee filed a lawsuit on Friday against the Russian government and WikiLeaks."
    two = "The Democratic Party is suing Russia's government and WikiLeaks."
    day = dt.date(2018, 4, 20)
    articles = [make_article(text, outlet=name, published=day) for name, text in (("A", one), ("B", two))]
    [record] = rashomon.compare(*articles, settings=ONE)
    [line] = [line for line in record.lines if line.kind == "event"]
    assert (line.standing, len({claim.article for claim in line.claims})) == ("compatible", 2)


PARTED_FURTHER = [
    (
        "The pirates attacked the herring dhow about 150 nautical miles east of Larvik.",
        "The attack on the herring dhow took place about 150 nautical miles west of Larvik.",
        "where",
    ),
    ("INS Tabar sank the trawler on November 19.", "The trawler was sunk by INS Tabar on November 18.", "when"),
    (
        "Anna Berg died after falling 60 metres from the Larvik lighthouse on Monday.",
        "Anna Berg died on Monday after falling 150 metres from the lighthouse of Larvik.",
        "amount",
    ),
]


@pytest.mark.parametrize(("one", "two", "slot"), PARTED_FURTHER)
def test_sides_days_and_measures_that_cannot_both_be_are_a_difference(one, two, slot):
    lines = [line for line in _record(one, two).lines if line.standing == "differ"]
    assert [d.slot for line in lines for d in line.differences if d.conflict] == [slot]


def test_the_side_of_a_place_is_a_line_of_its_own_and_no_conflict_over_the_deed():
    lines = _record(*PARTED_FURTHER[0][:2]).lines
    [side] = [line for line in lines if line.standing == "differ"]
    assert (side.kind, side.summary) == ("background", "Accounts place one thing “east of Larvik” or “west of Larvik”.")
    assert "where" in {d.slot for line in lines if line is not side for d in line.differences}


@pytest.mark.parametrize(("one", "two"), [pair[:2] for pair in PARTED_FURTHER])
def test_what_is_told_alike_is_no_difference(one, two):
    same = two.replace("west", "east").replace("18", "19").replace("150 metres", "60 metres")
    assert not [line for line in _record(one, same).lines if line.standing == "differ"]


IN_OTHER_WORDS = [
    (
        "Anna Berg was fired on Monday as coach of the Larvik rowers.",
        "The Larvik rowers have relieved Anna Berg of her duties.",
    ),
]


@pytest.mark.parametrize(("one", "two"), IN_OTHER_WORDS)
def test_a_deed_in_other_words_is_one_where_the_judges_of_happenings_hold_it_for_one(one, two):
    assert [line.standing for line in _shared(_record(one, two))] == ["agree"]


def test_who_is_told_to_be_among_several_is_held_against_who_is_not():
    one = "The lawsuit of the Larvik union named a long list of defendants that includes Omar Said. Snow fell."
    two = "The union's lawsuit does not name Omar Said as a defendant. A choir sang."
    found = [(d.slot, line.standing) for line in _record(one, two).lines for d in line.differences if d.conflict]
    assert found == [("status", "differ")]


def test_all_of_a_list_are_sued():
    text = (
        "The Democratic Party sued the Russian government, President Donald Trump's campaign and WikiLeaks on Friday."
    )
    [sued] = [event for event in reading_of(text).of(Event) if event.trigger.of(text) == "sued"]
    assert [span.of(text) for span in sued.recipient] == ["the Russian government", "WikiLeaks"]


def test_what_is_called_something_is_never_the_speaker():
    text = "The street lies in Larvik. Residents of Larvik describe it as peaceful and quiet."
    [record] = rashomon.compare(make_article(text, outlet="A"))
    [line] = [line for line in record.lines if line.kind == "statement"]
    assert (
        line.summary == "The text says of Residents of Larvik: “Residents of Larvik describe it as peaceful and quiet.”"
    )


def test_what_a_line_has_already_is_no_news_beside_it():
    text = (
        "In the past week, White House adviser John Bolton has appeared on U.S. television for several consecutive "
        "days to stress the continued adherence of the United States to an approach of maximum pressure."
    )
    lines = rashomon.compare(make_article(text, outlet="A", published=dt.date(2018, 3, 12)))[0].lines
    assert [line.kind for line in lines] == ["statement"]
