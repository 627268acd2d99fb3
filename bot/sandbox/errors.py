"""What the sandbox answers when it refuses a call, in the Bot API's own form."""

from typing import Any


class ApiError(Exception):
    """A call was refused; carries the status code, the description and the response parameters."""

    def __init__(self, code: int, description: str, parameters: dict[str, int] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON object that Telegram sends with an error."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(reason: str, parameters: dict[str, int] | None = None) -> ApiError:
    """400: the call was understood and refused."""
    return ApiError(400, f"Bad Request: {reason}", parameters)


def forbidden(reason: str) -> ApiError:
    """403: the bot may not write there."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """409: another poller or a webhook takes the updates."""
    return ApiError(409, f"Conflict: {reason}")


def too_many_requests(retry_after: int) -> ApiError:
    """429: a limit was exceeded; retry_after in seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


class SandboxError(Exception):
    """An act of a person in the sandbox is impossible; the message says why."""


class PortTakenError(SandboxError):
    """The port that the sandbox should listen on is in use; the message says what to do."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"port {port} on 127.0.0.1 is already in use: stop the program that listens there, "
            "or choose another port (0 takes any free one)"
        )
        self.port = port
