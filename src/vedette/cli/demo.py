"""`vedette demo`: the examples from end to end."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vedette.cli.printing import print_accounts, print_issues, stderr_console
from vedette.errors import UsageError

CASE, PAGE = "vedette-demo.db", "vedette-demo.html"


@click.command("demo")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Where the demo's case file and page go.",
)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read.")
@click.option("--quiet", is_flag=True, help="No progress bar.")
def demo_command(into: Path, workers: int, quiet: bool) -> None:
    """Read the invented reports in examples/, print their events, write the report page and say where it is."""
    from vedette import __version__
    from vedette.cli.reading import read_into_case
    from vedette.documents import ReadOptions
    from vedette.pipeline import merge_case
    from vedette.records import Severity
    from vedette.storage import open_case
    from vedette.views import write_report

    into.mkdir(parents=True, exist_ok=True)
    case, page = into / CASE, into / PAGE
    accounts, issues, _ = read_into_case((str(_examples()),), ReadOptions(), str(case), workers, quiet)
    print_accounts(accounts, "table", names=False)
    print_issues(issues)
    with open_case(str(case)) as kept:
        incidents = merge_case(kept, accounts=accounts)
    written = write_report(accounts, title="Vedette's examples", version=__version__, names=False, incidents=incidents)
    page.write_text(written, encoding="utf-8")
    console = stderr_console()
    console.print(f"Report page: {page.resolve()}", soft_wrap=True)
    console.print(
        f"Case file:   {case.resolve()}  (vedette incidents --db {case}; vedette show ID --db {case})", soft_wrap=True
    )
    if any(issue.severity is Severity.ERROR for issue in issues):
        sys.exit(1)


def _examples() -> Path:
    """Find the example reports: in the package as installed, else in the clone that it runs from."""
    here = Path(__file__).resolve()
    for folder in (here.parents[1] / "examples", here.parents[3] / "examples" / "reports"):
        if folder.is_dir():
            return folder
    raise UsageError("the example reports are not installed with this copy: run the demo from a clone of Vedette")
