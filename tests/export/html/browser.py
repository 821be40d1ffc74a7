"""A page opened in the browser, as the tests speak of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Opened:
    """A page in the browser, with what it asked for and complained of."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def run(self, script: str, argument: object = None) -> Any:
        """The value of a JavaScript function or expression in the page."""
        return self.page.evaluate(script, argument)

    def until(self, expression: str, milliseconds: int = 5000) -> Any:
        """The value of an expression once it is true (the policy of the page forbids polling inside)."""
        for _ in range(milliseconds // 50):
            if value := self.page.evaluate(expression):
                return value
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never true: {expression}")

    def text(self, selector: str) -> str:
        """The visible text of the first element that matches."""
        return str(self.page.locator(selector).first.inner_text())

    def go(self, fragment: str) -> None:
        """Follow a deep link inside the page."""
        self.page.evaluate("(f) => { location.hash = f; }", fragment)
        self.page.wait_for_timeout(150)


Opener = Callable[..., Opened]


def taken(page: Opened, button: str, folder: Path) -> Path:
    """A file taken away by one of the buttons."""
    page.page.click("#take > summary")
    with page.page.expect_download() as waiting:
        page.page.locator("#take-list button", has_text=button).click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target
