"""Links between pages lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ELSEWHERE = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md")
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), *(ROOT / name for name in ELSEWHERE)])


def _links(page: Path) -> list[str]:
    text = re.sub(r"(?ms)^```.*?^```", "", page.read_text(encoding="utf-8"))
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:", link)]


def _anchors(page: Path) -> set[str]:
    """Give the anchors that the page's headings get where Markdown is shown."""
    headings = re.findall(r"(?m)^#+ (.+)$", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_inside_the_project_leads_to_a_file(page: Path) -> None:
    broken = []
    for link in _links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            broken.append(link)
    assert broken == []


def test_the_index_leads_to_every_page() -> None:
    docs = ROOT / "docs"
    reached = {(docs / link.partition("#")[0]).resolve() for link in _links(docs / "index.md")}
    left = [str(page.relative_to(docs)) for page in docs.rglob("*.md") if page.resolve() not in reached]
    assert sorted(name for name in left if name != "index.md" and not name.startswith("decisions/")) == []


def test_no_two_decisions_have_the_same_number() -> None:
    numbers = [page.name[:4] for page in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))]
    assert [number for number in numbers if numbers.count(number) > 1] == []
