"""Lines back into paragraphs.

A text file either holds a paragraph a line, or its lines were broken at a width. Which of the two is told block by
block: broken lines end where the next word no longer fits, and mostly in the middle of a sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise

_BLANK = re.compile(r"\n[ \t]*\n")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_LIST_ITEM = re.compile(r"(?:[-*•·–—‣▪]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_NARROWEST, _WIDEST = 40, 110  # characters; newspapers' columns, and the widest that mail programs break at
_SLACK = 0.12  # people who break lines by hand stop this share short of the width


def paragraphs_of(text: str) -> list[str]:
    """Give the paragraphs of a cleaned text, each as one line with single spaces."""
    blocks = [[line for line in block.split("\n") if line.strip()] for block in _BLANK.split(text)]
    width = _usual_width(blocks)
    return [" ".join(paragraph.split()) for block in blocks if block for paragraph in _unwrap(block, width)]


def _usual_width(blocks: list[list[str]]) -> int:
    """Give the length below which nine in ten lines of the longer blocks stay; 0 where there are none."""
    lengths = sorted(len(line.rstrip()) for block in blocks if len(block) > 1 for line in block)
    return lengths[int(len(lengths) * 0.9) - 1 if len(lengths) > 9 else -1] if lengths else 0


def _unwrap(lines: list[str], usual_width: int) -> list[str]:
    widest = max(len(line.rstrip()) for line in lines)
    if not _is_wrapped(lines, min(widest, _WIDEST), usual_width):
        return lines
    paragraphs = [lines[0].strip()]
    for line, following in pairwise(lines):
        if _goes_on(line, following, widest):
            glue = "" if _breaks_at_hyphen(line, following) else " "
            paragraphs[-1] += glue + following.strip()
        else:
            paragraphs.append(following.strip())
    return paragraphs


def _is_wrapped(lines: list[str], width: int, usual_width: int) -> bool:
    if len(lines) < 2 or width < _NARROWEST or usual_width > _WIDEST:
        return False
    breaks = [(line, following) for line, following in pairwise(lines) if not _LIST_ITEM.match(following.lstrip())]
    full = [line for line, following in breaks if _is_full(line, following, width)]
    ended = sum(bool(_SENTENCE_END.search(line.rstrip())) for line in full)
    return bool(full) and len(full) >= 0.6 * len(breaks) and ended <= 0.5 * len(full)


def _is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this line."""
    words = following.split(None, 1)
    return len(line.rstrip()) + 1 + len(words[0]) > width * (1 - _SLACK)


def _goes_on(line: str, following: str, width: int) -> bool:
    if _LIST_ITEM.match(following.lstrip()):
        return False
    indented = len(following) - len(following.lstrip()) >= 2 > len(line) - len(line.lstrip())
    if indented and _SENTENCE_END.search(line.rstrip()):
        return False
    return _is_full(line, following, width) or following.lstrip()[0].islower()


def _breaks_at_hyphen(line: str, following: str) -> bool:
    """Tell whether the line was broken after a hyphen that belongs to the word ("Al-" and "Shabaab")."""
    return bool(re.search(r"\w-$", line.rstrip())) and following.lstrip()[0].isalnum()
