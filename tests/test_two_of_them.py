"""Words for two who were told of by name, and names whose whole stands in several words."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import Entity, make_article
from rashomon.settings import Settings

MET = "Ana Duarte received Bo Aas in Lima on Sunday. "


def _told(text: str) -> list[str]:
    [record] = rashomon.compare(make_article(text, outlet="The Harbour Post"), settings=Settings(one_story=True))
    return [line.summary for line in record.lines]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (MET + "The two presidents said trade would grow.", "Ana Duarte and Bo Aas"),
        (MET + "Both leaders said trade would grow.", "Ana Duarte and Bo Aas"),
        (MET + "The two heads of state toured the port. They said trade would grow.", "Ana Duarte and Bo Aas"),
        ("Ana Duarte and Bo Aas toured the port. They said trade would grow.", "Ana Duarte and Bo Aas"),
        (
            MET + "Siri Holm, Jens Lund and Eva Vik were there. The two leaders said trade would grow.",
            "Ana Duarte and Bo Aas",
        ),
        ("Peru and Chile opened the port. The two countries said trade would grow.", "Peru and Chile"),
    ],
)
def test_two_who_were_told_of_together_are_named(text: str, speakers: str):
    assert f"{speakers} said trade would grow." in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        MET + "The two men accused of theft said trade would grow.",
        MET + "Two ministers said trade would grow.",
        "Ana Duarte left. Bo Aas met Siri Holm. Eva Lund stayed. The two women said trade would grow.",
        "The army of Ana Duarte fled. Bo Aas wept. The two leaders said trade would grow.",
    ],
)
def test_two_who_can_be_others_are_not_named(text: str):
    assert not any(" and " in line for line in _told(text) if "trade would grow" in line)


def _entities(text: str) -> dict[str, str]:
    (reading,) = rashomon.read(make_article(text))
    return {entity.name: entity.kind for entity in reading.of(Entity)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "It left, the Shipping and Island Policy Ministry said.",
            "Shipping and Island Policy Ministry",
            "organization",
        ),
        ("Spokesmen at the FBI and Justice Department left.", "Justice Department", "organization"),
        ("Raleigh-based Salix Pharmaceuticals said it had won.", "Salix Pharmaceuticals", "organization"),
        ("Texas-based Matt Mackowiak said it was late.", "Matt Mackowiak", "person"),
        ("Raleigh-based Salix Pharmaceuticals said it had won.", "Raleigh", "place"),
        ("On 12 August Aleksandr Lukashenko met the envoy.", "Aleksandr Lukashenko", "person"),
        ("The ministry's deputy spokesperson, Kim In-ae, left.", "Kim In-ae", "person"),
        ("He left, the commander of the IRGC Navy, Rear Admiral Hossein Khanzadi, said.", "Hossein Khanzadi", "person"),
        ("Croatian pipeline operator JANAF said it had won.", "JANAF", "organization"),
        ("Gen Abdul Tamimi and Col Bo Aas spoke.", "Abdul Tamimi", "person"),
    ],
)
def test_a_name_is_whole_and_of_its_kind(text: str, name: str, kind: str):
    assert _entities(text).get(name) == kind


def test_a_state_between_commas_is_who_the_noun_before_it_means():
    assert "Switzerland has said it will host the talks." in _told(
        "A neutral neighbor, Switzerland, has said it will host the talks."
    )


def test_who_holds_an_office_is_named_behind_the_comma():
    text = "Iran will act, the commander of the IRGC Navy, Rear Admiral Hossein Khanzadi, said."
    assert "Iran will act, according to Hossein Khanzadi." in _told(text)


def test_an_ambassador_is_of_no_day():
    assert "Russian ambassador" in _entities("Berlin summoned the Russian ambassador on Monday to protest.")


def test_a_turn_between_commas_does_not_end_a_saying():
    assert "Ana Duarte said, however, that the talks would go on." in _told(
        "Ana Duarte said, however, that the talks would go on."
    )


def test_a_figure_that_is_denied_is_said_to_be():
    [figure] = [
        line for line in _told("The ministry denied that 12 soldiers had been killed.") if line.startswith("12")
    ]
    assert figure.startswith("12 soldiers, denied by the ministry: ")
    [figure] = [line for line in _told("Lawyers denied any coaching of the roughly 400 people.") if "400" in line[:9]]
    assert figure.startswith("About 400 people, according to lawyers: ")


def test_who_speaks_for_a_body_says_it_of_the_body():
    text = "A European Commission spokesperson said it had received no request."
    assert text in _told(text)
    assert "A mayor said it had received no request." not in _told("A mayor said it had received no request.")


def test_a_deed_is_told_by_the_account_that_names_whom_it_was_done_to():
    texts = (
        "Larvik Oil sold out after Peru sanctioned it on Monday.",
        "Peru on Monday imposed sanctions on Larvik Oil.",
    )
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    [line] = [line for line in record.lines if line.kind == "undertaking" and len(line.claims) > 1]
    assert line.summary.startswith("Peru imposed sanctions on Larvik Oil")


def _standings(one: str, two: str) -> list[tuple[str, list[str]]]:
    day = dt.date(2021, 7, 1)
    articles = [make_article(x, id=str(n), outlet=f"Paper {n}", published=day) for n, x in enumerate((one, two))]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    several = [line for line in record.lines if len({claim.article for claim in line.claims}) > 1]
    return [(line.standing, [d.slot for d in line.differences if d.conflict]) for line in several]


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (
            "Ana Duarte met Bo Aas at the Continental Hotel on June 30.",
            "Ana Duarte held talks with Bo Aas in Lima on June 30.",
            ("agree", []),
        ),
        (
            "Ana Duarte met with Bo Aas on June 30.",
            "Ana Duarte met Bo Aas in Lima on June 30.",
            ("agree", []),
        ),
        (
            "Peru and Chile signed five agreements on June 28.",
            "Peru and Chile signed three cooperation documents on June 28.",
            ("differ", ["amount"]),
        ),
        (
            "The Guards seized the tanker in the Strait of Hormuz on June 26.",
            "The tanker was stopped by the Guards on June 25.",
            ("differ", ["when"]),
        ),
    ],
)
def test_one_deed_is_known_by_other_words(one: str, two: str, found: tuple[str, list[str]]):
    assert found in _standings(one, two)


def test_two_meetings_in_two_towns_are_two():
    assert not _standings("Ana Duarte met Bo Aas in Lima on Monday.", "Ana Duarte met Bo Aas in Oslo on Monday.")


def test_what_an_owner_says_of_it_is_said_of_the_owner():
    assert "“The owner of the tanker” said it had paid nothing." in _told(
        "The owner of the tanker said it had paid nothing."
    )
