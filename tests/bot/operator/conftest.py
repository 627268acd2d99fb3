"""An operator's file to write into, in a home folder that every command finds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.operator.faults import OperatorRefused, lines_of
from bot.operator.reading import OperatorData, read_operator_file
from handlers.wording.catalogue import wording_for

Write = Callable[[str | bytes], Path]
SOURCE = 'document = "测试文件〔2026〕1号"\ndated = 2026-01-05\n'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that SHENBAO_HOME names."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("SHENBAO_HOME", str(folder))
    return folder


@pytest.fixture
def write(home: Path) -> Write:
    """Write the operator's file; gives its path."""

    def written(content: str | bytes) -> Path:
        path = home / "operator.toml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


@pytest.fixture
def taken(write: Write) -> Callable[[str], OperatorData]:
    """What a file without faults records."""
    return lambda content: read_operator_file(write(content))


@pytest.fixture
def said(write: Write) -> Callable[..., list[str]]:
    """What is said of a file with faults: the head, then a line for each."""

    def lines(content: str | bytes, language: str = "en") -> list[str]:
        with pytest.raises(OperatorRefused) as refused:
            read_operator_file(write(content))
        return lines_of(refused.value, wording_for(language, strict=True))

    return lines
