"""Why a file is not read."""


class DocumentRefused(Exception):
    """A file is not read. `code` is the last part of the key that words it; `params` fill its text."""

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.params = params
        super().__init__(code)
