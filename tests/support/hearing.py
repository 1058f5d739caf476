"""What a page said in its console and asked of the network."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError


@dataclass
class Heard:
    """Everything a browser context did that a person does not see, its workers included."""

    console: list[str] = field(default_factory=list)  # "warning: text", in order
    errors: list[str] = field(default_factory=list)  # uncaught, and unhandled rejections
    requests: list[str] = field(default_factory=list)  # addresses

    def listen_to(self, context: BrowserContext) -> None:
        """Note all that happens from now on."""
        context.on("console", self._note_console)
        context.on("weberror", self._note_error)
        context.on("request", self._note_request)

    def off_origin(self, origin: str) -> list[str]:
        """The requests that went elsewhere, `data:` and `blob:` addresses aside."""
        elsewhere = [url for url in self.requests if not url.startswith(("data:", "blob:"))]
        return [url for url in elsewhere if not url.startswith(f"{origin}/")]

    def _note_console(self, message: ConsoleMessage) -> None:
        self.console.append(f"{message.type}: {message.text}")

    def _note_error(self, error: WebError) -> None:
        self.errors.append(str(error.error))

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)
