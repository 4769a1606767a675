"""The command line: a command parses, makes one call, writes."""

import os
import signal
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version as installed
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from rashomon import pipeline
from rashomon.errors import RashomonError, StoreError
from rashomon.model import Failure, Reading
from rashomon.renderers import html, readings, record_json, stories, terminal
from rashomon.renderers.dates import show_dates
from rashomon.settings import read_settings
from rashomon.sources import load
from rashomon.stories.group import add_to
from rashomon.stories.grouping import Grouping
from rashomon.stories.kept import grouping_lines, grouping_of

app = typer.Typer(
    name="rashomon",
    help="Read several outlets' reports of one event and write the verifiable record of it.",
    rich_markup_mode=None,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
notes = Console(stderr=True, highlight=False)
_STOPPED = 130  # what shells give for Ctrl-C; typer turns it into this code itself

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Text, HTML or JSON Lines files, or folders of them; - for standard input."),
]
SettingsFile = Annotated[
    str, typer.Option("--settings", metavar="FILE", help="A YAML file of settings; see docs/settings.md.")
]


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"rashomon {installed('rashomon')}")
        raise typer.Exit


@app.callback()
def rashomon(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read several outlets' reports of one event and write the verifiable record of it.

    Exit codes: 0 done; 1 done, with failures listed; 2 bad usage or input.
    """


@app.command()
def read(
    inputs: Inputs,
    jsonl: Annotated[str, typer.Option(metavar="OUT", help="Where to write; - is standard output.")] = "-",
    settings_file: SettingsFile = "",
) -> None:
    """Find what each article says, by character.

    Writes one reading a line; an article that cannot be read is a line too, with the reason.

    Example: rashomon read examples/tehran --jsonl readings.jsonl
    """
    settings = read_settings(settings_file)
    _check_places(jsonl)
    failures: list[Failure] = []
    with _progress("reading") as tell:
        walk = pipeline.tee(pipeline.read_all(load(inputs, settings), settings), _gather(failures, tell))
        _write(jsonl, readings.reading_lines(walk))
    _finish(failures)


@app.command()
def dates(
    inputs: Inputs,
    jsonl: Annotated[
        str, typer.Option(metavar="OUT", help="Write the same as JSON Lines instead; - is standard output.")
    ] = "",
    settings_file: SettingsFile = "",
) -> None:
    """Explain the times that each article tells.

    Shows the day on which it came out and what proves it, then every time expression: its line and characters, its
    TIMEX3 type, value and mod, the days it covers, its words in brackets, and why. Each article is read by itself.

    Example: rashomon dates examples/tehran
    """
    settings = pipeline.for_dates(read_settings(settings_file))
    _check_places(jsonl)
    failures: list[Failure] = []
    with _progress("reading", shown=bool(jsonl)) as tell:
        walk = pipeline.tee(pipeline.read_all(load(inputs, settings), settings), _gather(failures, tell))
        if jsonl:
            _write(jsonl, readings.date_lines(walk))
        else:
            show_dates((item for item in walk if isinstance(item, Reading)), Console(highlight=False))
    _finish(failures)


@app.command()
def group(
    inputs: Inputs,
    jsonl: Annotated[
        str, typer.Option(metavar="OUT", help="Write story and affair of each article instead; - is standard output.")
    ] = "",
    json: Annotated[str, typer.Option(metavar="OUT", help="Write affairs, their stories and articles as JSON.")] = "",
    kept: Annotated[
        str, typer.Option("--grouping", metavar="FILE", help="Add to the grouping in this file, or begin one in it.")
    ] = "",
) -> None:
    """Say which articles tell one story.

    A story is one happening; an affair is what runs for weeks, the stories of its days. Copies and reprints stand under
    what they are copies of. It works on the text alone and is fast; the days are those given with the articles.
    With --grouping, articles are added to those of an earlier run, which are neither given nor compared again.

    Example: rashomon group articles.jsonl --grouping desk.grouping
    """
    _check_places(jsonl, json, kept)
    grouping = _grouping(kept)
    before = len(grouping.known)
    failures: list[Failure] = []
    with _progress("grouping", shown=True) as tell:
        for item in load(inputs):
            failure = item if isinstance(item, Failure) else add_to(grouping, item)
            failures += [failure] if failure else []
            tell()
    if not grouping.known:
        raise pipeline.nothing_read(failures)
    affairs = grouping.affairs()
    articles = {name: one.article for name, one in grouping.known.items()}
    _write(kept, grouping_lines(grouping))
    _write(jsonl, stories.story_lines(affairs))
    _write(json, [stories.story_tree(affairs, articles)])
    if not (jsonl or json):
        stories.show_stories(affairs, articles, Console(highlight=False))
    if before:
        notes.print(f"{len(grouping.known) - before} added to {before} of {kept}", markup=False, soft_wrap=True)
    _finish(failures)


def _grouping(path: str) -> Grouping:
    """Path of a grouping, "" for none -> it, or an empty one where there is no such file yet."""
    if not path or not Path(path).exists():
        return Grouping()
    try:
        with Path(path).open("rb") as file:
            return grouping_of(file, path)
    except OSError as error:
        raise StoreError(f"cannot read {path}: {error.strerror}") from error


@app.command()
def compare(
    inputs: Inputs,
    json: Annotated[str, typer.Option(metavar="OUT", help="Where to write the records, one a line.")] = "record.json",
    html_out: Annotated[str, typer.Option("--html", metavar="OUT", help="Where to write the report.")] = "report.html",
    mentions: Annotated[str, typer.Option(metavar="OUT", help="Also write mentions, linked across articles.")] = "",
    one_story: Annotated[
        bool, typer.Option("--one-story", help="Trust me that all articles are of one story.")
    ] = False,
    settings_file: SettingsFile = "",
) -> None:
    """Write the record of the stories told.

    Writes a report to read, the same record as JSON (one line a story), and a summary on the terminal.

    Example: rashomon compare examples/tehran --json record.json --html report.html
    """
    settings = read_settings(settings_file)
    settings = settings.but(one_story=one_story or settings.one_story)
    _check_places(json, html_out, mentions)
    failures: list[Failure] = []
    with _progress("reading") as tell:
        walk = pipeline.tee(pipeline.read_all(load(inputs, settings), settings), _gather(failures, tell))
        read_in = list(walk)
    records = list(pipeline.compare(read_in, settings))
    _write(json, (record_json.record_line(record) for record in records))
    _write(html_out, [html.page(records)])
    if mentions:
        found = [r for r in read_in if isinstance(r, Reading)]
        _write(mentions, (line for record in records for line in record_json.mention_lines(record, found)))
    written = [Path(out) for out in (html_out, json, mentions) if out not in {"", "-"}]
    terminal.show(records, written, notes if "-" in {json, html_out, mentions} else Console(highlight=False))
    _finish(failures)


def main(arguments: list[str] | None = None) -> None:
    """Arguments (those of the process if none) -> a command is run and the process ends with its exit code."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a timeout stops us as cleanly as Ctrl-C
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    """Arguments -> the exit code of the command: 0 done, 1 done with failures listed, 2 bad usage or input."""
    try:
        code = int(app(arguments, standalone_mode=False) or 0)
    except (KeyboardInterrupt, typer.Abort):
        code = _STOPPED
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except RashomonError as error:
        notes.print(f"rashomon: {error}", markup=False, soft_wrap=True)
        return 2
    except Exception as error:
        if not hasattr(error, "format_message"):  # click's usage errors have it; anything else is our own bug
            raise
        notes.print(f"rashomon: {error.format_message()}\nTry 'rashomon --help'.", markup=False, soft_wrap=True)
        return 2
    if code == _STOPPED:
        notes.print("stopped; no unfinished file is left")
    return code


def _finish(failures: list[Failure]) -> None:
    """What could not be read is listed, and the exit code says that there was some."""
    for failure in failures:
        notes.print(f"not read: {failure.article}: {failure.reason}", markup=False, soft_wrap=True)
    if failures:
        raise typer.Exit(1)


def _gather(failures: list[Failure], tell: Any) -> Any:
    """A list and a progress bar -> a listener that puts failures into the one and steps the other."""

    def listen(item: Reading | Failure) -> None:
        if isinstance(item, Failure):
            failures.append(item)
        tell()

    return listen


@contextmanager
def _progress(doing: str, *, shown: bool = True) -> Iterator[Any]:
    """What is being done -> a call that counts one article on a bar, shown only where someone watches."""
    columns = (SpinnerColumn(), TextColumn(doing), MofNCompleteColumn(), TextColumn("articles"), TimeElapsedColumn())
    with Progress(*columns, console=notes, transient=True, disable=not (shown and notes.is_terminal)) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda: bar.advance(task)


def _check_places(*outs: str) -> None:
    """Places to write to -> nothing, or ``StoreError`` before any work is done where one cannot be written."""
    for out in outs:
        if Path(out).is_dir() and out:
            raise StoreError(f"cannot write {out}: it is a folder; name a file in it")
        if out not in {"", "-"}:
            with _replacing(out):
                pass


@contextmanager
def _replacing(out: str) -> Iterator[Path]:
    """Path -> another beside it to write to, gone at the end; ``StoreError`` where nothing can be written there."""
    path = Path(out)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
        os.close(handle)
    except OSError as error:
        raise StoreError(f"cannot write {out}: {error.strerror}; choose another place") from error
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _write(out: str, lines: Iterable[str]) -> None:
    """Lines -> a file that is there whole or not at all, or standard output for "-", or nowhere for ""."""
    if out == "-":
        for line in lines:
            typer.echo(line)
    elif out:
        with _replacing(out) as name:
            with name.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(f"{line}\n" for line in lines)
            name.chmod(0o644)
            name.replace(out)


if __name__ == "__main__":
    main()
