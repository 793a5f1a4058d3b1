"""The report in the browser that its readers use: Debian's Chromium, found by PATH and driven by Playwright."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.views.fiction import all_accounts, many
from vedette.views import write_report
from vedette.views.columns import tell_place

expect.set_options(timeout=60_000)  # CI machines can be busy

MISSING = "no Chromium on the PATH; install it with: apt-get update && apt-get install -y chromium"
GROUND = "node => getComputedStyle(node).backgroundColor"
Scheme = Literal["light", "dark"]
EVENTS = sum(len(account.events) for account in all_accounts())


@dataclass
class Visit:
    """The one window in which every page is opened, with all that the last one asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: Path, width: int = 1280, fragment: str = "", scheme: Scheme = "light") -> Page:
        """Open a page as if nothing had been open before."""
        self.page.goto("about:blank")
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(media="screen", color_scheme=scheme)
        self.requests.clear()
        self.complaints.clear()
        self.page.goto(path.as_uri() + fragment)
        return self.page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(write_report(all_accounts(), "Attacks in October 2024", "1"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def window(browser: Browser) -> Visit:
    visit = Visit(browser.new_page())
    visit.page.set_default_timeout(60_000)
    visit.page.on("request", lambda request: visit.requests.append(request.url))
    visit.page.on("console", lambda message: visit.complaints.append(message.text))
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    return visit


@pytest.fixture
def visit(window: Visit, report: Path) -> Visit:
    window.open(report)
    return window


def shown_cards(page: Page) -> int:
    return page.locator(".card:visible").count()


def test_the_page_asks_for_nothing_and_complains_of_nothing(visit: Visit, report: Path) -> None:
    visit.page.locator("#open-all").click()
    visit.page.mouse.wheel(0, 20_000)
    assert [url for url in visit.requests if url != report.as_uri() and not url.startswith("data:")] == []
    assert visit.complaints == []


def test_a_click_on_a_value_opens_its_sentence_with_the_words_marked(visit: Visit) -> None:
    value = visit.page.locator("#events .v", has=visit.page.locator(".s", has_text="hospital doctors")).first
    assert not value.locator("mark").first.is_visible()
    value.locator("summary").click()
    expect(value.locator("blockquote").last).to_contain_text("said that 7 people had died")
    mark = value.locator("blockquote").last.locator("mark").first
    expect(mark).to_be_visible()
    expect(mark).to_have_text("7")
    assert mark.evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(255, 231, 163)"
    expect(value).to_contain_text("hospital doctors ← The Evening Courier ← The Frontier Herald")


def test_the_keyboard_alone_opens_a_value_and_changes_the_filter(visit: Visit) -> None:
    page = visit.page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "stance":
            break
    before = shown_cards(page)
    page.keyboard.press("Space")
    expect(page.locator("#shown")).to_contain_text(f"of {EVENTS} events")
    assert shown_cards(page) < before
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.parentElement.matches('.card .v')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".card .v[open] mark").first).to_be_visible()


def test_what_has_the_focus_is_outlined(visit: Visit) -> None:
    page = visit.page
    page.locator("input[value=ASSAULT]").focus()
    page.keyboard.press("Tab")
    style = page.evaluate("getComputedStyle(document.querySelector('input:focus-visible + span')).outlineStyle")
    assert style == "solid"


@pytest.mark.parametrize(
    ("box", "left"),
    [("input[value=ASSAULT]", 3), ("input[value=negated]", EVENTS - 1), ("input[name=background]", EVENTS - 1)],
)
def test_the_filter_hides_what_is_unticked_and_counts_the_rest(visit: Visit, box: str, left: int) -> None:
    visit.page.locator(box).uncheck()
    expect(visit.page.locator("#shown")).to_have_text(f"{left} of {EVENTS} events")
    assert shown_cards(visit.page) == left
    visit.page.get_by_role("button", name="Reset").click()
    expect(visit.page.locator("#shown")).to_have_text(f"{EVENTS} events, in the order of time")


def test_the_filter_finds_words_and_says_when_nothing_is_left(visit: Visit) -> None:
    page = visit.page
    page.get_by_label("Find words").fill("quetta bazaar")
    expect(page.locator("#shown")).to_have_text(f"1 of {EVENTS} events")
    page.get_by_label("Find words").fill("no such word")
    expect(page.locator("#none")).to_be_visible()
    assert page.locator(".group:visible").count() == 0


def test_only_events_with_rival_values_are_left_where_asked(visit: Visit) -> None:
    visit.page.locator("input[name=disputed]").check()
    expect(visit.page.locator(".card:visible")).to_have_count(1)
    expect(visit.page.locator(".card:visible")).to_contain_text("4+ / 7")


def test_all_values_open_and_close_at_once(visit: Visit) -> None:
    button = visit.page.locator("#open-all")
    button.click()
    assert visit.page.locator(".card .v:not([open])").count() == 0
    button.click()
    assert visit.page.locator(".card .v[open]").count() == 0


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_nothing_sticks_out_to_the_side(window: Visit, report: Path, width: int) -> None:
    page = window.open(report, width)
    page.locator("#open-all").click()
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_narrow_page_has_its_own_timeline_and_letters_that_can_be_read(window: Visit, report: Path) -> None:
    page = window.open(report, 390)
    assert page.locator("svg.on-wide").is_hidden()
    assert page.locator("svg.on-narrow").is_visible()
    assert page.locator(".map .place").first.evaluate("node => node.getBoundingClientRect().height") >= 10


def test_without_javascript_everything_is_there_and_opens(browser: Browser, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    assert page.locator("#filter").is_hidden()
    assert page.locator(".card").count() == EVENTS
    value = page.locator(".card .v").first
    value.locator("summary").click()
    expect(value.locator("mark").first).to_be_visible()
    context.close()


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(window: Visit, report: Path, scheme: Scheme) -> None:
    page = window.open(report, scheme=scheme)
    grounds = [page.locator(each).first.evaluate(GROUND) for each in ("#events .panel", "body")]
    for selector in (".lead", ".k", ".from", ".tag.stance", ".card h4", ".w", "a", ".note", "mark", ".tag.rival"):
        node = page.locator(selector).first
        colour, own = node.evaluate("node => getComputedStyle(node).color"), node.evaluate(GROUND)
        for ground in grounds if "0, 0, 0, 0" in own else [own]:
            light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (selector, colour, ground)


def test_a_link_to_an_event_opens_its_month_and_beats_the_filter(window: Visit, report: Path) -> None:
    page = window.open(report, fragment="#e-3")
    page.locator("input[value=ASSAULT]").uncheck()
    page.evaluate("document.querySelectorAll('.group').forEach(each => { each.open = false; })")
    page.evaluate("location.hash = '#e-1'")
    expect(page.locator("#e-1")).to_be_visible()
    expect(page.locator("#shown")).to_have_text(f"{EVENTS} events, in the order of time")


def test_a_column_of_the_timeline_and_a_dot_of_the_map_lead_to_their_events(visit: Visit) -> None:
    visit.page.locator("svg.on-wide a").first.click()
    assert visit.page.url.endswith("#m-2024-10")
    visit.page.locator("svg.map a").last.click()
    assert re.search(r"#p-\d+$", visit.page.url)
    expect(visit.page.locator("tr:target")).to_be_in_viewport()


def test_hostile_text_is_shown_and_not_run(visit: Visit) -> None:
    expect(visit.page.locator("body")).to_contain_text("</title><script>alert(2)</script>")
    assert visit.page.locator("script").count() == 1
    assert visit.page.title() == "Attacks in October 2024"
    quote = visit.page.locator("blockquote", has_text="قال متحدث").first
    assert quote.evaluate("node => getComputedStyle(node).unicodeBidi") == "plaintext"


def test_printed_every_value_is_open_and_the_filter_is_gone(visit: Visit) -> None:
    visit.page.emulate_media(media="print")
    expect(visit.page.locator(".card .v mark").first).to_be_visible()
    assert visit.page.locator("#filter").is_hidden()
    assert visit.page.pdf()[:5] == b"%PDF-"


def test_a_longer_report_opens_and_filters(window: Visit, tmp_path: Path) -> None:
    accounts = many(40, 10)
    path = tmp_path / "long.html"
    path.write_text(write_report(accounts, "Long", "1"), encoding="utf-8")
    page = window.open(path)
    page.get_by_label("Find words").fill("quetta")
    events = [event for account in accounts for event in account.events]
    left = sum("Quetta" in tell_place(event) for event in events)
    expect(page.locator("#shown")).to_have_text(f"{left} of {len(events)} events")
    assert window.complaints == []
