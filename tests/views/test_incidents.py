from __future__ import annotations

import io

from rich.console import Console

from tests.incidents.small import Report, ferry_bomb
from vedette.incidents import merge_accounts
from vedette.records import Role
from vedette.views import render_incident, write_report
from vedette.views.incidents import best_words, unique_length
from vedette.views.report.quarrels import draw_tolls, list_quarrels


def test_the_page_shows_each_rival_toll_with_who_says_so_and_a_picture_of_them() -> None:
    accounts = ferry_bomb()
    page = write_report(accounts, "A report", "0", incidents=merge_accounts(accounts))
    section = page.partition('id="incidents"')[2].partition("</section>")[0]
    assert section.count("<circle") == 4
    for words in ("hospital ← Safety Desk", "4 reports, 3 independent", "9", "7", "4+"):
        assert words in section


def test_the_page_says_who_is_only_suspected_and_who_denies_it() -> None:
    accounts = ferry_bomb()
    page = write_report(accounts, "A report", "0", incidents=merge_accounts(accounts))
    section = page.partition('id="incidents"')[2].partition("</section>")[0]
    for words in ("Southern Cable, 14 Oct 2025 (suspected)", "Safety Desk, 16 Oct 2025 (denies it)"):
        assert words in section
    assert "Denial of responsibility: " in section


def test_a_page_without_incidents_has_no_such_section() -> None:
    assert 'id="incidents"' not in write_report(ferry_bomb(), "A report", "0")


def test_the_picture_puts_later_reports_to_the_right_and_higher_tolls_above() -> None:
    bomb = max(merge_accounts(ferry_bomb()), key=lambda incident: len(incident.reports))
    (tolls,) = draw_tolls(bomb, Role.KILLED, {})
    assert [dot.text for dot in tolls.dots] == ["4+", "4+", "9", "7"]
    assert [dot.x for dot in tolls.dots] == sorted(dot.x for dot in tolls.dots)
    assert min(tolls.dots, key=lambda dot: dot.y).text == "9"
    assert [dot.open for dot in tolls.dots] == [True, True, False, False]


def test_no_picture_is_drawn_of_a_single_figure() -> None:
    other = min(merge_accounts(ferry_bomb()), key=lambda incident: len(incident.reports))
    assert draw_tolls(other, Role.KILLED, {}) == ()
    assert list_quarrels([other], {}) == []


def test_ids_are_shortened_no_further_than_they_differ() -> None:
    assert unique_length(["i1234567890", "i1234567899"]) == 11


def test_a_party_of_whom_it_is_told_and_denied_is_named_so() -> None:
    bomb = max(merge_accounts(ferry_bomb()), key=lambda incident: len(incident.reports))
    console = Console(width=150, file=io.StringIO())
    console.print(render_incident(bomb))
    assert "They disagree on who did it: Marjan Front, or not" in console.file.getvalue()  # type: ignore[attr-defined]


def test_what_nobody_tells_is_not_known() -> None:
    other = min(merge_accounts(ferry_bomb()), key=lambda incident: len(incident.reports))
    assert best_words(other, Role.INJURED) == "–"


def test_soldiers_and_villagers_are_not_drawn_in_one_picture() -> None:
    reports = []
    for name, published, soldiers, villagers in (("one.txt", "2025-10-22", 2, 5), ("two.txt", "2025-10-23", 9, 7)):
        report = Report(
            name,
            f"A bomb exploded in Lamitan market on 21 October 2025 and killed {soldiers} soldiers and {villagers} "
            f"villagers, {name} has learned",
            published,
            name,
        )
        report.event(
            "exploded",
            report.on("21 October 2025", "2025-10-21"),
            report.at("Lamitan", 6.65, 122.13),
            report.count(Role.KILLED, f"{soldiers} soldiers", soldiers, soldiers, of="soldiers"),
            report.count(Role.KILLED, f"{villagers} villagers", villagers, villagers, of="villagers"),
        )
        reports.append(report.account())
    (incident,) = merge_accounts(reports)
    drawn = {tolls.role: [dot.text for dot in tolls.dots] for tolls in draw_tolls(incident, Role.KILLED, {})}
    assert drawn == {"Killed": ["5", "7"], "Killed, soldiers and police": ["2", "9"]}


def test_words_in_the_picture_do_not_cover_one_another() -> None:
    report = Report(
        "one.txt",
        "A bomb exploded in Lamitan on 21 October 2025 and killed nine, ten or eleven, and then two, it is told",
        "2025-10-22",
        "Post",
    )
    report.event(
        "exploded",
        *(
            report.count(Role.KILLED, words, number, number)
            for words, number in (("nine", 9), ("ten", 10), ("eleven", 11), ("two", 2))
        ),
    )
    (incident,) = merge_accounts([report.account()])
    (tolls,) = draw_tolls(incident, Role.KILLED, {})
    assert [dot.text for dot in tolls.dots] == ["2", "9", "10", "11"]
    assert tolls.dots[2].title == "10: Post, 22 Oct 2025"
    spots = [(dot.x, dot.y) for dot in tolls.dots]
    assert all(abs(a[0] - b[0]) >= 8 or abs(a[1] - b[1]) >= 8 for a in spots for b in spots if a is not b)
    words = [(dot.anchor, dot.y) for dot in tolls.dots]
    assert all(a[0] != b[0] or abs(a[1] - b[1]) >= 11 for a in words for b in words if a is not b)
