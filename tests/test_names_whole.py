"""Names that stand in several words, in capitals or behind an office: each whole, and of its kind."""

import pytest

import rashomon
from rashomon.model import Entity, make_article
from rashomon.settings import Settings


def _told(text: str) -> list[str]:
    [record] = rashomon.compare(make_article(text, outlet="The Harbour Post"), settings=Settings(one_story=True))
    return [line.summary for line in record.lines]


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
        ("Minister of Finance Wongani Chisale has said it is late.", "Wongani Chisale", "person"),
        ("Minister of Defence Jüri Luik said the ship was stopped.", "Jüri Luik", "person"),
        ("The Ministry of Finance Building burned.", "Ministry of Finance Building", "organization"),
        ("Beneath Clinton's wins, signs of trouble", "Clinton", "person"),
        ("Will Duarte left on Monday.", "Will Duarte", "person"),
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


@pytest.mark.parametrize(
    "office", ["Minister of Finance", "Minister of Trade and Industry", "Minister of Foreign Affairs"]
)
def test_who_is_minister_of_something_says_it(office: str):
    told = _told(f"{office} Ana Duarte said prices would fall. He left. “It is over,” the minister said.")
    assert "Ana Duarte said prices would fall." in told


def test_a_middle_name_alone_is_whose_it_is():
    told = _told("Peter Wani Lomude said the town was calm. Mr. Wani said the port was closed.")
    assert "Peter Wani Lomude said the port was closed." in told


def test_what_is_left_of_an_office_behind_its_hyphen_is_no_name():
    [said] = _told("The US President-elect has asked Dr Eva Lund to be the country's surgeon general.")
    assert said.startswith("“The US President-elect” has asked Dr Eva Lund")
