"""`shenbao doctor`: what is in order, what is not, and what to do about it."""

import asyncio
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from functools import partial

from rich.text import Text

from bot.clock import SystemClock
from bot.commands.common import REFUSED, console
from bot.commands.health import Examination, Finding, Health
from bot.commands.operator_file import examine_operator_file, records_or_none
from bot.settings import Settings, SettingsError, load_settings, unknown_variables
from bot.store.engine import address, old_sqlite, place
from bot.store.errors import StoreError
from bot.store.migrate import head
from bot.store.store import open_store
from handlers.wording.catalogue import LANGUAGES, SOURCE, Translator, keys_of
from handlers.wording.numbers import day
from rules.calendar.calendars import official_days_left
from rules.engine.assess import validity_of
from rules.engine.result import Validity
from rules.schemes import SCHEMES

LEAST_CALENDAR_DAYS = 60


def examine(words: Translator) -> None:
    """Look at everything and print it; the exit status is 1 where something must be mended."""
    findings = [finding for examination in EXAMINATIONS for finding in examination(words)]
    colours = {Health.FINE: "green", Health.WARNING: "yellow", Health.FAULT: "red"}
    for finding in findings:
        line = words.text("doctor.ok", what=finding.what, found=finding.found)
        console().print(
            Text(f"{finding.health} ", style=colours[finding.health]) + Text(line, style="default")
        )
    if any(finding.health is Health.FAULT for finding in findings):
        raise SystemExit(REFUSED)


def _settings(words: Translator) -> Iterator[Finding]:
    say = partial(Finding, what=words.text("doctor.settings"))
    try:
        settings = load_settings()
    except SettingsError as error:
        yield from (say(Health.FAULT, found=line) for line in error.lines)
        return
    mode = words.text("doctor.mode_telegram" if settings.token else "doctor.mode_sandbox")
    yield say(Health.FINE, found=words.text("doctor.settings_fine", mode=mode))
    for name, near in unknown_variables().items():
        key = "doctor.variable_near" if near else "doctor.variable"
        yield say(Health.WARNING, found=words.text(key, name=name, near=near))


def _database(words: Translator) -> Iterator[Finding]:
    """Opened as `shenbao run` would open it, migrations included: what fails here fails there."""
    say = partial(Finding, what=words.text("doctor.database"))
    try:
        settings = load_settings()
    except SettingsError:
        return
    try:
        asyncio.run(_open_once(settings))
    except StoreError as error:
        yield say(Health.FAULT, found=str(error))
        return
    url = address(settings.database)
    fine = words.text("doctor.database_fine", where=place(url), revision=head())
    yield say(Health.FINE, found=fine)
    version = old_sqlite()
    if url.get_backend_name() == "sqlite" and version:
        yield say(Health.FINE, found=words.text("doctor.sqlite", version=version))


async def _open_once(settings: Settings) -> None:
    async with await open_store(settings.database, SystemClock(settings.timezone)):
        pass


def _calendar(words: Translator) -> Iterator[Finding]:
    """The State Council publishes each year's calendar late in the year before."""
    calendars, today = records_or_none().calendars, SystemClock().today()
    left = official_days_left(calendars, today)
    latest = max(calendar.year for calendar in calendars.years if calendar.is_official)
    last = calendars.last_official_day(today) or date(latest, 12, 31)
    key, health = "doctor.calendar_left", Health.FINE
    if left < LEAST_CALENDAR_DAYS:
        key, health = "doctor.calendar_short", Health.WARNING
    found = words.text(key, last=day(words, last), days=left, least=LEAST_CALENDAR_DAYS)
    yield Finding(health, words.text("doctor.calendar"), found)


def _catalogues(words: Translator) -> Iterator[Finding]:
    say = partial(Finding, what=words.text("doctor.catalogues"))
    source = keys_of(SOURCE)
    complete = True
    for language in LANGUAGES:
        gaps = sorted(source - keys_of(language))
        if gaps:
            complete = False
            gap = words.text("doctor.catalogues_gaps", language=language, count=len(gaps), example=gaps[0])
            yield say(Health.FAULT, found=gap)
    if complete:
        fine = words.text("doctor.catalogues_fine", languages=", ".join(LANGUAGES), count=len(source))
        yield say(Health.FINE, found=fine)


def _fonts(words: Translator) -> Iterator[Finding]:
    """Only the chat page needs one; where fontconfig is absent (macOS), the system brings its own."""
    lister = shutil.which("fc-list")
    if lister is None:
        return
    listed = subprocess.run([lister, ":lang=zh", "family"], capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command
    key = "doctor.fonts_fine" if listed.stdout.strip() else "doctor.fonts_missing"
    health = Health.FINE if listed.stdout.strip() else Health.WARNING
    yield Finding(health, words.text("doctor.fonts"), words.text(key))


def _rules(words: Translator) -> Iterator[Finding]:
    today, recorded = SystemClock().today(), records_or_none().recorded
    validities = [validity_of(scheme, today, recorded) for scheme in SCHEMES.values()]
    unverified = validities.count(Validity.UNVERIFIED)
    key = "doctor.rules_unverified" if unverified else "doctor.rules_fine"
    found = words.text(key, count=len(SCHEMES), unverified=unverified)
    yield Finding(Health.WARNING if unverified else Health.FINE, words.text("doctor.rules"), found)


EXAMINATIONS: tuple[Examination, ...] = (
    _settings,
    _database,
    _rules,
    examine_operator_file,
    _calendar,
    _catalogues,
    _fonts,
)
"""In the order in which they are printed."""
