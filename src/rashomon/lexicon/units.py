"""Units -> the dimension that they measure, which dimensions a stated factor joins, and the days of a period."""

from functools import cache

from rashomon.lexicon.files import load


@cache
def factor(unit: str) -> tuple[str, float]:
    """Unit -> its dimension and how much of the dimension's base it is; a unit without fixed factors is its own."""
    for dimension, units in load("units.yaml")["factors"].items():
        if unit in units:
            return dimension, float(units[unit])
    return unit, 1.0


@cache
def days_in(period: str) -> float | None:
    """Period ("year") -> its days, None for what is no period ("share", "barrel")."""
    days = load("units.yaml")["periods"].get(period)
    return None if days is None else float(days)


def may_be_rated(one: str, two: str) -> bool:
    """Whether a text can state how much of one unit another is: two currencies, or barrels and tonnes."""
    if one == two:
        return False
    money = load("units.yaml")["money"]
    if one in money and two in money:
        return True
    pair = {factor(one)[0], factor(two)[0]}
    return any(pair == set(joined) for joined in load("units.yaml")["joined"])


def are_akin(one: str, two: str) -> bool:
    """Whether two units measure the same sort of thing, whether or not one can be turned into the other."""
    return factor(one)[0] == factor(two)[0] or may_be_rated(one, two)
