#!/usr/bin/env python3
"""Score the dating of articles that came without the day they were published on.

    score_dates.py GOLD PRED [--json] [--errors N]

GOLD and PRED are JSON Lines files (.gz is fine), one article a line. PRED holds readings as `rashomon read --jsonl`
writes them, of which "id" and "published" are used; {"published": null}, or no "published", is an article left undated:

    gold  {"id": "a", "day": "2018-08-09", "earliest": "2018-08-08", "latest": "2018-08-10"}
    pred  {"id": "a", "published": {"earliest": "2018-08-08", "latest": "2018-08-12", "basis": [...]}}

The day is "day", "dct" or "date", the first ten characters of it. "earliest" and "latest", where a gold row has them,
are the narrowest days that a careful analyst could prove from the text; null is: nobody can tell. Where a row has
"earliest_alone" and "latest_alone", its "earliest" and "latest" need another account too, and those "alone" count.
An article of GOLD that PRED lacks counts as undated; one that only PRED has is an error.

Definitions; first and last day both count, so a day told exactly is an interval of 1 day, and a week has 7:
  dated                    share of the articles that were given an interval
  sound                    share of the dated whose interval holds the day (1 if none is dated)
  wrong                    how many of the dated are not sound
  wrong by a year          how many of them lie more than 180 days from the day: the year is a guess
  right to half a year     share of the dated that are not wrong by a year (1 if none is dated): the same, as a share
  week or narrower         share of the dated whose interval has 7 days at most (0 if none is dated)
  median days              of the intervals of the dated (0 if none is dated)
Only over the rows that have "earliest" and "latest":
  as narrow as can be proved   of those with a provable interval: share whose interval holds the day and lies in that one
  cannot tell                  of those of which nobody can tell: share left undated
"""
import argparse
import datetime as dt
import gzip
import json
import statistics
import sys

FAR, WEEK = 180, 7


def read(path):
    op = gzip.open if str(path).endswith(".gz") else open
    with op(path, "rt", encoding="utf-8") as fh:
        rows = [json.loads(line) for line in fh.read().split("\n") if line.strip()]
    ids = [r["id"] for r in rows]
    if len(set(ids)) != len(ids):
        raise SystemExit(f"{path} has an article twice")
    return rows


def day_of(row):
    return dt.date.fromisoformat((row.get("day") or row.get("dct") or row["date"])[:10])


def interval(row):
    """First and last day of a row or of what stands under "published"; None where either is not known."""
    if not row or not row.get("earliest") or not row.get("latest"):
        return None
    first, last = (dt.date.fromisoformat(row[k][:10]) for k in ("earliest", "latest"))
    if first > last:
        raise SystemExit(f"an interval ends before it begins: {first} to {last}")
    return first, last


def provable(row):
    """The interval that can be proved from this text alone; None: nobody can tell. Only for rows that have one."""
    alone = {k: row[k + "_alone"] for k in ("earliest", "latest") if k + "_alone" in row}
    return interval({**row, **alone})


def days(found):
    return (found[1] - found[0]).days + 1


def distance(found, day):
    """Days between an interval and a day: 0 where it holds the day."""
    return max((found[0] - day).days, (day - found[1]).days, 0)


def share(hits, total, empty=None):
    return hits / total if total else empty


def score(gold, pred, errors=None):
    """Gold rows and readings -> figures; `errors` collects dictionaries when it is a list."""
    known = {r["id"]: interval(r.get("published")) for r in pred}
    extra = sorted(set(known) - {r["id"] for r in gold})
    if extra:
        raise SystemExit(f"predictions have {len(extra)} articles that gold lacks, for example {extra[0]}")
    dated = [(r, known[r["id"]]) for r in gold if known.get(r["id"])]
    wrong = [(r, p) for r, p in dated if distance(p, day_of(r))]
    far = [(r, p) for r, p in wrong if distance(p, day_of(r)) > FAR]
    out = {
        "articles": len(gold),
        "dated": share(len(dated), len(gold), 0.0),
        "sound": share(len(dated) - len(wrong), len(dated), 1.0),
        "wrong": len(wrong),
        "wrong by a year": len(far),
        "right to half a year": share(len(dated) - len(far), len(dated), 1.0),
        "week or narrower": share(sum(days(p) <= WEEK for _, p in dated), len(dated), 0.0),
        "median days": float(statistics.median([days(p) for _, p in dated] or [0])),
    }
    judged = [r for r in gold if "earliest" in r and "latest" in r]
    if judged:
        can = [(provable(r), known.get(r["id"]), day_of(r)) for r in judged if provable(r)]
        cannot = [r for r in judged if not provable(r)]
        narrow = sum(bool(p) and g[0] <= p[0] and p[1] <= g[1] and not distance(p, d) for g, p, d in can)
        out["as narrow as can be proved"] = share(narrow, len(can), 1.0)
        out["cannot tell"] = share(sum(not known.get(r["id"]) for r in cannot), len(cannot), 1.0)
    if errors is not None:
        say = lambda i: None if i is None else [str(i[0]), str(i[1])]
        errors += [{"id": r["id"], "kind": "wrong", "day": str(day_of(r)), "told": say(p)} for r, p in wrong]
        for r in judged:
            g, p = provable(r), known.get(r["id"])
            if bool(g) != bool(p) and not (p and distance(p, day_of(r))):
                errors.append({"id": r["id"], "kind": "untold" if g else "overtold", "provable": say(g), "told": say(p)})
            elif g and p and not distance(p, day_of(r)) and not (g[0] <= p[0] and p[1] <= g[1]):
                errors.append({"id": r["id"], "kind": "wide", "provable": say(g), "told": say(p)})
    return out


def table(m):
    return "\n".join(f"{k:<28}{v:>8}" if isinstance(v, int) else f"{k:<28}{v:>8.1f}" if k == "median days"
                     else f"{k:<28}{100 * v:>8.2f}" for k, v in m.items())


def main(argv=None):
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("gold")
    ap.add_argument("pred")
    ap.add_argument("--json", action="store_true")
    ap.add_argument("--errors", type=int, default=0, metavar="N", help="print N disagreements (-1: all) as JSON Lines to standard error")
    a = ap.parse_args(argv)
    errors = [] if a.errors else None
    m = score(read(a.gold), read(a.pred), errors)
    print(json.dumps(m, indent=1) if a.json else table(m))
    for e in (errors or [])[: None if a.errors < 0 else a.errors]:
        print(json.dumps(e, ensure_ascii=False), file=sys.stderr)


if __name__ == "__main__":
    main()
