"""The list of schemes, and one scheme introduced."""

from collections.abc import Sequence
from datetime import date

from handlers.wording.catalogue import Translator
from handlers.wording.html import Html, bold, html, lines
from handlers.wording.splitting import split
from handlers.wording.terms import authority, short_title, since_when, summary, title, validity
from rules.engine.result import Validity
from rules.engine.scheme import Scheme


def schemes_card(wording: Translator, schemes: Sequence[Scheme], on: date) -> list[Html]:
    """Every scheme with its nature and what it gives."""
    if not schemes:
        return [html(wording.text("schemes.none"))]
    intro = wording.text("schemes.intro", which=wording.text("button.which"))
    head = lines(bold(wording.text("schemes.title")), intro)
    return split([head, *(_entry(wording, scheme, on) for scheme in schemes)])


def scheme_card(wording: Translator, scheme: Scheme, on: date, state: Validity) -> list[Html]:
    """One scheme: its name, its authority, what it gives and how, since when and whether still."""
    since = since_when(wording, scheme)
    facts = lines(
        wording.text("schemes.authority", authority=authority(wording, scheme)),
        wording.text("schemes.since", date=since) if since else "",
        validity(wording, scheme, state, on),
    )
    head = lines(bold(title(wording, scheme)), summary(wording, scheme, on))
    return split([head, wording.text(f"nature.{scheme.nature}"), facts])


def _entry(wording: Translator, scheme: Scheme, on: date) -> Html:
    nature = wording.text(f"nature.short.{scheme.nature}")
    name = html(f"{scheme.position}. ", bold(short_title(wording, scheme)), f" · {nature}")
    return lines(name, summary(wording, scheme, on))
