"""What a sentence tells beside its main deed: further deeds, victims, how it came about; and that nobody was hurt."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings


def summaries(*texts: str) -> list[str]:
    articles = [make_article(t, published=dt.date(2021, 7, 1), outlet=f"Post {n}") for n, t in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return [line.summary for line in record.lines if line.kind in {"event", "undertaking", "background"}]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Raiders murdered six farmers and injured nine herders in eastern Mali on Tuesday.",
            "Raiders murdered six farmers and injured nine herders in eastern Mali on 29 June 2021.",
        ),
        (
            "Soldiers fired on marchers in Lomé, killing four and wounding eleven.",
            "Soldiers fired on marchers in Lomé, killing four and wounding eleven.",
        ),
        (
            "The trawler went down off Chile on Sunday, drowning seven fishermen.",
            "The trawler went down off Chile on 27 June 2021, drowning seven fishermen.",
        ),
        (
            "Nine pilgrims died when a lorry hit a chapel in Bolivia.",
            "Nine pilgrims died when a lorry hit a chapel in Bolivia.",
        ),
        (
            "Divers saved four boys from the cave, although one died later.",
            "Divers saved four boys from the cave, although one died later.",
        ),
        (
            "Ivan Petrov stepped down as premier on Friday after his party lost the vote.",
            "Ivan Petrov stepped down as premier on 25 June 2021 after his party lost the vote.",
        ),
    ],
)
def test_a_deed_is_told_with_what_went_with_it(text, sentence):
    assert sentence in summaries(text)


def test_what_a_finding_of_its_own_tells_is_no_part_of_another_line():
    told = summaries("The captives were released unhurt on Sunday after Togo paid a ransom.")
    assert "Togo paid a ransom." in told
    assert "The captives were released unhurt on 27 June 2021." in told


def test_what_accounts_share_is_told_without_what_one_of_them_adds():
    told = summaries("Soldiers fired on marchers in Togo, killing four.", "Soldiers fired on marchers in Togo.")
    assert "Soldiers fired on marchers in Togo." in told


def test_a_day_at_the_end_of_the_second_deed_is_not_that_of_one_which_has_its_own():
    told = summaries("Chile recalled its envoy on Monday and closed its border on Wednesday.")
    assert "Chile recalled its envoy on 28 June 2021." in told
    assert "Chile closed its border on 30 June 2021." in told


@pytest.mark.parametrize(
    "sentence",
    [
        "No faction claimed responsibility for the ambush.",
        "Neither army reported casualties.",
        "Nobody was injured in the fire.",
        "The crew was rescued by a trawler.",
        "Nothing was stolen.",
    ],
)
def test_harm_and_that_there_was_none_is_news_though_it_names_nobody(sentence):
    assert sentence in summaries(f"A bomb went off in Lomé on Tuesday. {sentence}")


def test_who_they_are_is_left_to_the_text():
    told = summaries("Two men entered a bank in Lomé on Tuesday. They shot a guard and fled in a van.")
    assert "The text says: “They shot a guard and fled in a van.”" in told


def test_who_is_made_to_do_a_thing_does_it_in_one_line():
    told = summaries("The junta forced Premier Ivan Petrov to resign on Sunday.")
    assert told == ["The junta forced Premier Ivan Petrov to resign on 27 June 2021."]


def test_a_demand_to_do_a_thing_is_for_another_to_meet():
    article = make_article("Togo met Chad's demand to reopen the bridge. Mali kept its promise to sell the ferry.")
    [record] = rashomon.compare(article)
    assert not any("demanded to" in line.summary for line in record.lines)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The premier closed the ports and called a poll for May 6.", "The premier closed the ports."),
        (
            "Divers found the bodies of six sailors on Monday; nine others are still missing.",
            "Divers found the bodies of six sailors on 28 June 2021.",
        ),
        (
            "Holm Iron sued Larvik Steel for $40 million, accusing it of stealing designs.",
            "Holm Iron sued Larvik Steel for $40 million.",
        ),
        ("Crews fought the blaze for nine hours and no injuries were reported.", "No injuries were reported."),
        (
            "A storm ripped through a fair in Larvik early on Sunday, hurting at least 23 children.",
            "A storm ripped through a fair in Larvik early on 27 June 2021, hurting at least 23 children.",
        ),
    ],
)
def test_the_main_news_of_a_sentence_has_its_line_with_its_own_day(text, sentence):
    assert sentence in summaries(text)


def test_who_claimed_responsibility_saying_it_had_attacked_has_attacked():
    article = make_article("The Red Front claimed responsibility for the blast, saying it had targeted soldiers.")
    [record] = rashomon.compare(article)
    assert not any("responsibility" in line.summary and "had targeted" in line.summary.split("“")[0]
                   for line in record.lines)  # fmt: skip


def test_how_many_they_were_stays_with_them():
    told = summaries("Shops were shut as tens of thousands of dock workers rallied in Lagos.")
    assert "Tens of thousands of dock workers rallied in Lagos." in told
