"""Write the documents that are generated: commands, settings, event types. The tests compare them with what stands.

.venv/bin/python docs/generate.py
"""

import re
from pathlib import Path

from typer.testing import CliRunner

from rashomon.cli import app
from rashomon.lexicon.files import load, names
from rashomon.settings import STAGES, Settings

HERE = Path(__file__).parent
COMMANDS = ("", "read", "dates", "group", "compare")


def commands() -> str:
    """Nothing -> docs/commands.md: the help of every command, as it prints it."""
    parts = ["# Commands\n\nGenerated from the program's own help by `docs/generate.py`.\n"]
    for command in COMMANDS:
        words = [command, "--help"] if command else ["--help"]
        shown = CliRunner().invoke(app, words, env={"COLUMNS": "100", "TERM": "dumb"}, prog_name="rashomon").output
        help_text = "\n".join(line.rstrip() for line in shown.strip().splitlines())
        parts.append(f"## {f'rashomon {command}'.strip()}\n\n```\n{help_text}\n```\n")
    return "\n".join(parts)


def settings() -> str:
    """Nothing -> docs/settings.md: every setting, its default and what it does."""
    doc = re.sub(r"\s+", " ", Settings.__doc__ or "")
    rows = [
        "# Settings\n",
        "Generated from `rashomon.settings` by `docs/generate.py`. A YAML file of settings is given with `--settings`;",
        "unknown keys are refused.\n",
        "| setting | default | what it does |",
        "| --- | --- | --- |",
    ]
    for name in Settings.__struct_fields__:
        default = getattr(Settings(), name)
        shown = "every stage, in the order below" if default == STAGES else f"`{default!r}`"
        told = re.search(rf"``{name}``: (.*?)(?= ``\w+``: |$)", doc)
        if told is None:
            raise SystemExit(f"docs: the docstring of Settings says nothing of {name!r}")
        rows.append(f"| `{name}` | {shown} | {told[1].strip()} |")
    return "\n".join([*rows, "", "Stages, in order: " + ", ".join(f"`{name}`" for name in STAGES) + ".", ""])


def event_types() -> str:
    """Nothing -> docs/event-types.md: the PLOVER types that are read, with an example of each."""
    rows = [
        "# Event types\n",
        "Generated from `src/rashomon/lexicon/events/` by `docs/generate.py`. Types and modes are those of PLOVER 2.\n",
        "| type | an example, marked | and what it is not |",
        "| --- | --- | --- |",
    ]
    for name in names("events"):
        entry = load(name)
        first = [str((entry.get(key) or ["-"])[0]).replace("|", "\\|") for key in ("examples", "not")]
        rows.append(f"| {Path(name).stem.upper()} | `{first[0]}` | `{first[1]}` |")
    return "\n".join([*rows, ""])


GENERATED = {"commands.md": commands, "settings.md": settings, "event-types.md": event_types}

if __name__ == "__main__":
    for name, make in GENERATED.items():
        (HERE / name).write_text(make(), encoding="utf-8")
