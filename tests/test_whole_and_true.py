"""Lines whose speaker, hearer or words had been taken from a neighbour of theirs in the sentence."""

import pytest

from .test_told_right import told


def lines(text: str) -> set[str]:
    return {line.summary for line in told(text).lines}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("“The strike is over,” Bo Aas told a rally in Lima.", "Bo Aas said: “The strike is over”."),
        ("“It is over,” Bo Aas told an audience at the University of Lima.", "Bo Aas said: “It is over”."),
        ("“The strike is over,” Bo Aas told Ana Duarte.", "Bo Aas said to Ana Duarte: “The strike is over”."),
    ],
)
def test_where_they_meet_who_hear_is_no_hearer(text: str, sentence: str) -> None:
    assert sentence in lines(text)
