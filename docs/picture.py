"""report.html -> docs/report.png: the picture in the README, one line chosen and lit in both texts.

rashomon compare examples/tehran --html out/report.html && python docs/picture.py out/report.html
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def main(report: Path, picture: Path) -> None:
    """Report and where its picture goes -> the picture is taken with the system's chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 860}, reduced_motion="reduce")
        page.goto(report.resolve().as_uri())
        page.locator(".line[data-kind=statement]:not([data-standing=single]) .pick").first.click()
        page.evaluate("document.querySelector('.line.picked').scrollIntoView({block: 'center'})")
        page.mouse.move(1, 1)
        page.wait_for_timeout(200)
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent / "report.png")
