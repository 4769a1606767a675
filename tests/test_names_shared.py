"""Who a name means where several bear it, and by which of his names somebody is called."""

import pytest

import rashomon
from rashomon.model import Entity, make_article

_JOHNSONS = "Ole Johnson, the candidate, ran on Monday. He left. It rained all day. It rained on Tuesday. "
_OSLO = "OSLO - Ole Johnson painted a dire picture. It rained. "
"""Where spaCy takes the name for nobody's."""


def _called(text: str, words: str) -> str:
    """Text and the last words of a mention in it -> the name of the person whose mention it is."""
    (reading,) = rashomon.read(make_article(text))
    at = text.rindex(words)
    (name,) = [e.name for e in reading.of(Entity) if e.kind == "person" and any(s.start == at for s in e.mentions)]
    return name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            _JOHNSONS + "Security Secretary Jens Johnson spoke on radio. Johnson said it was over.",
            "Johnson",
            "Jens Johnson",
        ),
        (_JOHNSONS + "A friend of Jens Johnson spoke on radio. Johnson said it was over.", "Johnson", "Ole Johnson"),
        (_JOHNSONS + "Jens Johnson told Johnson supporters that it was over.", "Johnson supporters", "Ole Johnson"),
        (
            (
                "Eva Johnson, whose husband, Captain Jens Johnson, was one of the dead, spoke of the fire.\n\n"
                "Though sorry for them, Johnson said she was glad."
            ),
            "Johnson",
            "Eva Johnson",
        ),
        (_JOHNSONS + "Jens Johnson left. Jens wept. Johnson said it was over.", "Johnson", "Ole Johnson"),
        (
            _JOHNSONS + "But Alderman Jens Johnson, a foe of the mayor, blasted strangers. “Go home,” Johnson wrote.",
            "Johnson",
            "Jens Johnson",
        ),
        (
            _JOHNSONS + "Johnson's widow, Astrid, came to court. “He was kind,” said Johnson.",
            "Johnson",
            "Astrid Johnson",
        ),
        (_JOHNSONS + "Johnson's sister, Astrid, came to court. Johnson was jailed.", "Johnson", "Ole Johnson"),
        (
            _OSLO + "A friend of Jens Johnson spoke. It snowed. Ole Johnson left. It rained. Johnson said it was over.",
            "Johnson",
            "Ole Johnson",
        ),
    ],
)
def test_a_surname_that_two_bear_is_his_of_whom_something_was_just_told(text: str, words: str, name: str):
    assert _called(text, words) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hillary Aas won. Bo Holm said: “I fear Crooked Hillary Aas.” Aas smiled.", "Hillary Aas"),
        ("Hillary Aas won. Hillary Aas Refuses To Talk. Hillary Aas left. Aas smiled.", "Hillary Aas"),
        ("Turid Holm Aas won. Holm Aas left. Holm Aas spoke. Aas smiled.", "Turid Holm Aas"),
    ],
)
def test_somebody_is_called_by_the_full_name_that_the_text_itself_uses_most(text: str, name: str):
    assert _called(text, "Aas") == name


@pytest.mark.parametrize(
    ("unit", "bodies"),
    [
        ("Larvik Steel Shipping, a subsidiary of the metals giant,", {"Larvik Steel", "Larvik Steel Shipping"}),
        ("Larvik Steel Shipping, a unit of Larvik Steel,", {"Larvik Steel", "Larvik Steel Shipping"}),
        ("Larvik Steel Shipping, a unit of Moss Group,", {"Larvik Steel Shipping", "Moss Group"}),
        ("Larvik Steel Shipping", {"Larvik Steel Shipping"}),
    ],
)
def test_a_body_is_not_its_own_subsidiary(unit, bodies):
    (reading,) = rashomon.read(make_article(f"{unit} will carry the goods. Larvik Steel said it would pay."))
    assert {e.name for e in reading.of(Entity) if e.kind == "organization"} == bodies


def test_who_is_only_named_within_what_it_says_does_not_say_it():
    text = (
        "A cable between Sicily and Tunisia was cut on Friday. Larvik Telecom said on its site that it was at work. "
        "Traffic from Europe to Algeria and Tunisia is not affected, it said."
    )
    (reading,) = rashomon.read(make_article(text))
    at = text.rindex("it said")
    assert "Tunisia" not in [e.name for e in reading.of(Entity) if any(s.start == at for s in e.mentions)]
