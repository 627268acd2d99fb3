"""Why the bot cannot run; each message is one line that says what to do, and holds no secret."""


class CannotRunError(Exception):
    """The bot cannot start or go on."""


class WrongTokenError(CannotRunError):
    """Telegram does not know the token."""

    def __init__(self) -> None:
        super().__init__(
            "Telegram does not accept the token: set SHENBAO_TOKEN to the one that @BotFather shows for "
            "your bot, or leave it out to try the bot in the sandbox"
        )


class SecondPollerError(CannotRunError):
    """Another program fetches the updates of the same bot."""

    def __init__(self) -> None:
        super().__init__(
            "another program fetches this bot's updates: end it (or wait a minute if it was just ended), "
            "or give this one a token of its own, then start again"
        )


class PortInUseError(CannotRunError):
    """The webhook's address is taken or not this machine's."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(
            f"{host}:{port} cannot be listened on ({reason}): end the program that uses it, "
            "or set SHENBAO_WEBHOOK_LISTEN to another HOST:PORT"
        )
