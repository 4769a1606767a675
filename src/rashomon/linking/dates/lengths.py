"""Lengths of time and how often: arguments, expression and context -> a value."""

import datetime as dt
from typing import Final

from rashomon.linking.dates import calendar
from rashomon.linking.dates.calendar import Context, Worked
from rashomon.model import TimeExpression

Arguments = dict[str, str]

_YEARS: Final = {"DE": 10, "CE": 100}
_SIZES: Final = ("S", "MIN", "H", "D", "W", "FN", "WE", "M", "Q", "Y", "DE", "CE")
"""Codes of units from the smallest on."""
_HALVES: Final = {"Y": "6M", "D": "T12H", "H": "30M", "MIN": "30S"}
"""Half of a unit in the next smaller one."""
_PAST: Final = {
    "week": ("W", 7), "month": ("M", 30), "quarter": ("Q", 91), "year": ("Y", 365), "decade": ("DE", 3652),
    "century": ("CE", 36524),
}  # fmt: skip
"""A unit's code, and about how many days it has."""


def duration_value(number: str, unit: str) -> str:
    """Number of units -> the TIMEX3 value of the duration ("P2M", "PT1H", "PXY")."""
    if unit == "WE":
        return f"P{number}WE"
    if unit == "FN":
        unit, number = "W", number if number == "X" else f"{2 * float(number):g}"
    if unit in _YEARS and number != "X":
        unit, number = "Y", f"{float(number) * _YEARS[unit]:g}"
    clock = "T" if unit in {"H", "MIN", "S"} else ""
    if number.endswith(".5") and unit in _HALVES:
        whole = "" if number == "0.5" else number[:-2] + unit[0]
        return f"P{clock}{whole}{_HALVES[unit]}"
    return f"P{clock}{number}{unit[0] if clock else unit}"


def duration(a: Arguments, _e: TimeExpression, _c: Context) -> Worked:
    """Words such as "two months", "a year and a half" -> the length."""
    number = "2" if "couple" in a else a.get("low") or a.get("num", "1")
    if ("half" in a or "more" in a) and number != "X":
        number = f"{float(number) + 0.5:g}"
    value = duration_value(number, a["unit"])
    if "then" in a and _SIZES.index(a["then_unit"]) < _SIZES.index(a["unit"]):
        smallest = [duration_value(a["third"], "S")] if "third" in a else []
        value = _joined([value, duration_value(a["then"], a["then_unit"]), *smallest])
    return Worked(value, "a length of time, with no place on the calendar")


def _joined(values: list[str]) -> str:
    """Lengths from the largest unit to the smallest -> their sum ("P2Y" and "P6M": "P2Y6M")."""
    days = "".join(v[1:] for v in values if "T" not in v)
    clock = "".join(v[2:] for v in values if "T" in v)
    return f"P{days}" + (f"T{clock}" if clock else "")


def past_unit(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    """Words such as "the past week" -> the length, and the days that it covers up to publication or from it on."""
    unit, days = _PAST[a["unit"]]
    ends = c.day, c.day + dt.timedelta((days - 1) * calendar.step(a["side"]))
    why = f"the {a['side']} {a['unit']}, counted from the day of publication"
    return Worked(duration_value("1", unit), why, min(ends), max(ends))


def per_time(a: Arguments, _e: TimeExpression, _c: Context) -> Worked:
    """Words such as "every day", "twice a year", "monthly" -> the period that comes again."""
    value = a.get("value") or duration_value(a.get("num", "1"), a["unit"])
    return Worked(value, "how often, or per how much time")
