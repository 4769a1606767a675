"""The report in a browser: a line chosen by mouse or key is lit in every text; nothing is loaded or complained of."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from rashomon.model import Article
from rashomon.renderers.html import page
from tests.sample_record import QUOTE_A, QUOTE_B, sample_record

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: apt install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def report(tehran: list[Article], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(page([sample_record(tehran)]), "utf-8", newline="")
    return path


@pytest.fixture
def opened(browser: Browser, report: Path) -> Iterator[Page]:
    """The report on a wide screen; when the test is done, nothing but the file may have been asked for."""
    view = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    asked: list[str] = []
    complaints: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    view.on("console", lambda message: complaints.append(message.text))
    view.on("pageerror", lambda error: complaints.append(str(error)))
    view.goto(report.as_uri())
    yield view
    view.close()
    assert [address.split("#")[0] for address in asked] == [report.as_uri()]
    assert complaints == []


def lit(view: Page, label: str) -> str:
    """What is lit in the text of an account."""
    return "".join(view.locator(f'.text[data-label="{label}"] .lit').all_text_contents())


def in_sight(view: Page, label: str) -> bool:
    box = view.locator(f'.text[data-label="{label}"] .lit').first.bounding_box()
    return box is not None and 0 <= box["y"] < 900


def test_a_click_on_a_line_lights_it_in_every_text(opened):
    opened.locator('.pick[data-pick="4"]').click()
    assert (lit(opened, "A"), lit(opened, "B")) == (QUOTE_A, QUOTE_B)
    assert in_sight(opened, "A")
    assert in_sight(opened, "B")
    expect(opened.locator("#" + opened.locator('.line[data-line="4"]').get_attribute("id") + " .more")).to_be_visible()


def test_the_ledger_of_an_instrument_leads_to_its_lines(opened):
    table = opened.locator(".instrument table")
    expect(table.locator("tbody tr").first).to_contain_text("left")
    breach = table.locator("tbody tr").nth(1)
    expect(breach).to_contain_text("said to be broken")
    expect(breach).to_contain_text("Hassan Rouhani")
    table.locator(".ref").first.click()
    assert "withdrawal from the 2015 nuclear deal" in lit(opened, "A")
    assert "walked away from the agreement" in lit(opened, "B")
    expect(table.locator("tbody tr").first).to_have_class("picked")


def test_keys_do_the_same_and_escape_clears(opened):
    for _ in range(4):
        opened.keyboard.press("j")
    opened.keyboard.press("Enter")
    assert (lit(opened, "A"), lit(opened, "B")) == (QUOTE_A, QUOTE_B)
    expect(opened.locator(".now")).to_contain_text("Line 4")
    opened.keyboard.press("Escape")
    assert opened.locator(".lit").count() == 0
    opened.keyboard.press("k")
    opened.keyboard.press(" ")
    assert "Ali Larijani" in lit(opened, "B")
    assert lit(opened, "A") == ""
    expect(opened.locator(".now")).to_contain_text("A: silent")


def test_a_click_on_a_text_chooses_its_line(opened):
    opened.locator('.text[data-label="A"] .m', has_text="The US government’s record").click()
    assert lit(opened, "B") == QUOTE_B
    expect(opened.locator('.line[data-line="4"]')).to_be_in_viewport()


def test_filters_and_search_leave_what_fits(opened):
    opened.locator('[data-filter="standing"][data-value="single"]').click()
    assert opened.locator(".line:visible").count() == 5
    opened.locator('[data-filter="kind"][data-value="event"]').click()
    assert opened.locator(".line:visible").count() == 2
    opened.keyboard.press("/")
    opened.keyboard.type("larijani")
    assert opened.locator(".line:visible .summary").all_text_contents() == ["Ri Yong-ho met Ali Larijani."]
    expect(opened.locator(".shown")).to_have_text("1 of 9 lines")
    opened.keyboard.press("Escape")
    assert opened.locator(".line:visible").count() == 2


def test_a_link_to_a_line_opens_it(opened, report):
    name = opened.locator('.line[data-line="4"]').get_attribute("id")
    opened.goto(f"{report.as_uri()}#{name}")
    assert lit(opened, "A") == QUOTE_A


def test_choosing_a_name_lights_all_its_mentions(opened):
    opened.locator(".entity", has_text="Chosun Ilbo").click()
    assert lit(opened, "A") == "Chosun Ilbo" * 2


def test_a_narrow_screen_needs_no_sideways_scrolling(opened):
    opened.set_viewport_size({"width": 380, "height": 800})
    opened.locator('.pick[data-pick="5"]').click()
    assert opened.evaluate("document.documentElement.scrollWidth") <= 380
    expect(opened.locator('.line[data-line="5"] blockquote').first).to_be_in_viewport()
