"""Many documents: in order, once each, the same bytes whatever the number of workers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from vedette import __version__
from vedette.documents import ReadOptions, Received, read_documents
from vedette.exports import write_jsonl
from vedette.pipeline import Read, read_all, reader_version
from vedette.records import Issue

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
FRENCH = (
    "Des hommes armés ont attaqué le village de Boulsa dans la nuit de mardi à mercredi, tuant onze personnes, "
    "selon le gouverneur de la région. Aucun groupe n'a revendiqué cette attaque, qui a duré près de deux heures."
)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few reports of several formats, one in French, and two files that cannot be read."""
    folder = tmp_path_factory.mktemp("inbox")
    (folder / "1.txt").write_text("Gunmen killed five people in Quetta on Monday, the police said.")
    (folder / "2.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "3.txt").write_text(FRENCH)
    (folder / "4.txt").write_bytes(b"")
    for name in ("gao-2-courrier-de-la-boucle.html", "halayan-3-strait-shipping-safety-desk.eml"):
        (folder / name).write_bytes((EXAMPLES / name).read_bytes())
    return folder


def received(folder: Path) -> Iterator[Received | Issue]:
    return read_documents([str(folder)], ReadOptions())


def names(results: list[Read | Issue]) -> list[str]:
    found = [item.name if isinstance(item, Issue) else item.account.document.name for item in results]
    return [name.rpartition("/")[2] for name in found]


def test_results_come_in_the_order_of_the_inputs_with_issues_in_their_places(inbox: Path) -> None:
    results = list(read_all(received(inbox)))
    assert names(results) == sorted(path.name for path in inbox.iterdir())
    assert [type(item) for item in results] == [Read, Issue, Read, Issue, Read, Read]


def test_the_original_bytes_come_along(inbox: Path) -> None:
    first = next(iter(read_all(received(inbox))))
    assert isinstance(first, Read)
    assert first.original == (inbox / "1.txt").read_bytes()


def test_french_is_kept_and_not_read(inbox: Path) -> None:
    french = list(read_all(received(inbox)))[2]
    assert isinstance(french, Read)
    assert (french.account.document.language, french.account.events, french.account.sentences) == ("fr", (), ())
    assert [issue.code for issue in french.account.issues] == ["not-english"]


def test_documents_that_are_known_are_passed_over(inbox: Path) -> None:
    asked: list[str] = []

    def known(document_id: str) -> bool:
        asked.append(document_id)
        return len(asked) != 2

    results = list(read_all(received(inbox), known=known))
    assert names(results) == ["2.pdf", "3.txt", "4.txt"]
    assert len(asked) == len(set(asked)) == 4


def test_documents_are_read_one_at_a_time_as_they_are_asked_for(inbox: Path) -> None:
    taken: list[Received | Issue] = []

    def watched() -> Iterator[Received | Issue]:
        for item in received(inbox):
            taken.append(item)
            yield item

    next(read_all(watched()))
    assert len(taken) == 1


def test_nothing_to_read_gives_nothing() -> None:
    assert list(read_all([])) == []


def test_one_two_and_four_workers_give_the_same_bytes(inbox: Path) -> None:
    written = []
    for workers in (1, 2, 4):
        results = list(read_all(received(inbox), workers))
        out = io.BytesIO()
        write_jsonl([item.account for item in results if isinstance(item, Read)], out)
        written.append((names(results), out.getvalue()))
    assert written[0] == written[1] == written[2]
    assert written[0][1].count(b"\n") == 4


def test_the_version_names_the_program_and_the_model() -> None:
    program, _, model = reader_version().partition("+")
    assert program == __version__
    assert model
