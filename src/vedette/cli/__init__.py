"""The commands; thin. `vedette --help` must start in a third of a second: heavy rooms are imported by the commands.

Takes: words of the command line. Gives: tables, JSON lines, CSV on stdout; progress and faults on stderr.
Exit codes: 0 done, 1 some documents could not be read, 2 wrong use.
"""

from vedette.cli.main import main

__all__ = ["main"]
