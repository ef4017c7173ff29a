"""What style sheets say, a browser understands."""

from playwright.sync_api import Browser

from tests.style_sheets.__main__ import SHEETS
from tests.style_sheets.rules import declarations

FOR_PAPER_AND_FONTS = {"size", "src", "font-display", "unicode-range"}  # in rules that `CSS.supports` isn't asked about


def test_every_declaration_is_one_the_browser_knows(browser: Browser) -> None:
    page = browser.new_page()
    said = [
        (f"{path.name}:{line}", name, value)
        for path in SHEETS
        for line, name, value in declarations(path.read_text(encoding="utf-8"))
        if name not in FOR_PAPER_AND_FONTS
    ]
    unknown = page.evaluate("said => said.filter(([, name, value]) => !CSS.supports(name, value))", said)
    page.close()
    assert unknown == []
    assert len(said) > 1000
