"""JSON Lines: one account a line, in UTF-8, the same bytes for the same accounts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import BinaryIO

from vedette.exports.account import account_to_json
from vedette.exports.values import Json
from vedette.records import Account

# Line ends that JSON lets stand but that line readers of several languages break at, and halves of surrogate pairs,
# which UTF-8 cannot hold. JSON spells all of them as escapes.
_UNSAFE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def account_to_line(account: Account, names: bool = False, full: bool = False) -> str:
    """Give one account as one line without its line end."""
    return json_to_line(account_to_json(account, names, full))


def json_to_line(value: Json) -> str:
    """Give a JSON object as one line without its line end, no blanks, no escapes where none are needed."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def write_jsonl(accounts: Iterable[Account], stream: BinaryIO, names: bool = False, full: bool = False) -> int:
    """Write accounts in the order given and say how many; each line is whole before the next account is asked for."""
    written = 0
    for account in accounts:
        stream.write(account_to_line(account, names, full).encode() + b"\n")
        written += 1
    return written
