"""The texts of one language, by symbolic key, from locale/<language>/LC_MESSAGES/messages.po.

The catalogues are read as they are: a newcomer edits a .po file and runs; nothing is compiled. Reading one
takes about 25 ms for 1,500 messages and happens once, when its language is first needed. zh_CN is the source
of meaning: a key that another language lacks is said in it.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from gettext import c2py
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from handlers.wording.html import Html, Piece, fill

logger = logging.getLogger(__name__)

SOURCE = "zh_CN"
LANGUAGES = (SOURCE, "zh_Hant", "en", "ru")
NATIVE_NAMES: Mapping[str, str] = {
    "zh_CN": "简体中文",
    "zh_Hant": "繁體中文",
    "en": "English",
    "ru": "Русский",
}
FOLDER = Path(__file__).resolve().parents[2] / "locale"

# Dates in English stand in the order of the contract's examples: 22 November 2026.
_LOCALES = {"en": "en_GB"}
_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


class MissingText(LookupError):
    """No catalogue has a text for this key."""


@dataclass(frozen=True)
class Translator:
    """The texts of one language. `strict` makes a missing key an error instead of a fallback in the log."""

    language: str
    strict: bool = False

    @cached_property
    def locale(self) -> Locale:
        """The forms of numbers and dates."""
        return Locale.parse(_LOCALES.get(self.language, self.language))

    def has(self, key: str) -> bool:
        """Whether this language has a text of its own for the key."""
        return key in _texts(self.language).forms

    def text(self, key: str, **params: object) -> str:
        """The plain text of a key with its placeholders filled in."""
        return _filled(key, self._template(key, None), params)

    def plural(self, key: str, count: int, **params: object) -> str:
        """The form of a text that fits a count, which fills the placeholder {n}."""
        return _filled(key, self._template(key, count), {"n": count, **params})

    def html(self, key: str, **params: Piece) -> Html:
        """The text of a key as HTML: it and its plain parameters are escaped, `Html` parameters are kept."""
        return fill(self._template(key, None), params)

    def listed(self, items: Iterable[str]) -> str:
        """Several words in a row."""
        return self.text("general.separator").join(items)

    def _template(self, key: str, count: int | None) -> str:
        for language in dict.fromkeys((self.language, SOURCE)):
            found = _texts(language).form(key, count)
            if found:
                return found
            self._report(language, key)
        return key

    def _report(self, language: str, key: str) -> None:
        if self.strict:
            raise MissingText(f"{key} is not in the catalogue of {language}")
        logger.error("no text for %s in %s", key, language)


@dataclass(frozen=True)
class _Texts:
    """A catalogue in memory: every text by its key, plural ones with all their forms."""

    forms: Mapping[str, tuple[str, ...]]
    choose: Callable[[int], int]

    def form(self, key: str, count: int | None) -> str:
        forms = self.forms.get(key, ("",))
        if count is None or len(forms) == 1:
            return forms[0]
        return forms[min(self.choose(abs(count)), len(forms) - 1)]


@cache
def _texts(language: str) -> _Texts:
    path = FOLDER / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        catalogue = read_po(file)
    return _Texts(_forms(catalogue), c2py(catalogue.plural_expr))


def _forms(catalogue: Catalog) -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for message in catalogue:
        key = message.id if isinstance(message.id, str) else message.id[0]
        if key and message.string:
            forms[key] = (message.string,) if isinstance(message.string, str) else tuple(message.string)
    return forms


def _filled(key: str, template: str, params: Mapping[str, object]) -> str:
    """A wrong parameter is our own error; the person still gets the sentence."""
    try:
        return template.format_map(params)
    except (KeyError, IndexError, ValueError):
        logger.exception("the parameters %s do not fit the text %s", sorted(params), key)
        return template


def keys_of(language: str) -> frozenset[str]:
    """The keys for which a language has a text of its own."""
    return frozenset(_texts(language).forms)


@cache
def wording_for(language: str, *, strict: bool = False) -> Translator:
    """The texts of a language; one that there is no catalogue for gets the default's."""
    return Translator(language if language in LANGUAGES else SOURCE, strict)


def language_of(telegram_code: str | None) -> str:
    """The language to begin with, from a Telegram `language_code` (an IETF tag such as zh-hans or ru-RU).

    Without a code it is Chinese, with one that we have no catalogue for, English.
    """
    code = (telegram_code or "").strip().lower().replace("_", "-")
    if not code or code == "zh" or code.startswith("zh-"):
        return "zh_Hant" if code.startswith(_TRADITIONAL) else SOURCE
    return "ru" if code.split("-")[0] == "ru" else "en"
