"""`python -m vedette.storage TARGET` brings a case that an older version made to this version."""

from __future__ import annotations

import sys

from vedette.errors import StorageError
from vedette.storage.opening import open_case


def main(arguments: list[str]) -> int:
    """Migrate the one case named; give the exit code."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m vedette.storage PATH|URL\n")
        return 2
    try:
        open_case(arguments[0], create=False, migrate=True).close()
    except StorageError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write("The case is of this version.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
