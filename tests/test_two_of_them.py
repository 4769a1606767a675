"""Words for two who were told of by name: "the two leaders", "They"."""

import pytest

import rashomon
from rashomon.model import make_article
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
