"""Ranks of soldiers and police, by the ways in which texts write them."""

from collections.abc import Mapping
from functools import cache

from rashomon.lexicon.files import load


@cache
def ranks() -> Mapping[str, str]:
    """The rank that each form is for, in lower case and without a point: "captain" and "capt" are captain."""
    known = load("particulars.yaml")["ranks"]
    return {form: rank for rank, forms in known.items() for form in (rank, *forms)}
