"""Texts are found by key in the reader's language; a gap is loud in tests and readable at run time."""

import logging

import pytest

from handlers.wording.catalogue import LANGUAGES, NATIVE_NAMES, MissingText, language_of, wording_for
from handlers.wording.html import bold


@pytest.mark.parametrize(
    ("code", "language"),
    [
        (None, "zh_CN"),
        ("", "zh_CN"),
        ("zh", "zh_CN"),
        ("zh-hans", "zh_CN"),
        ("zh-CN", "zh_CN"),
        ("zh-hant", "zh_Hant"),
        ("zh-TW", "zh_Hant"),
        ("zh_HK", "zh_Hant"),
        ("zh-hant-mo", "zh_Hant"),
        ("ru", "ru"),
        ("ru-RU", "ru"),
        ("en-GB", "en"),
        ("de", "en"),
        ("rus", "en"),
    ],
)
def test_the_first_language_follows_from_telegram(code: str | None, language: str) -> None:
    assert language_of(code) == language


def test_every_language_has_its_own_name() -> None:
    assert tuple(NATIVE_NAMES) == LANGUAGES
    assert len(set(NATIVE_NAMES.values())) == len(LANGUAGES)


def test_a_language_without_a_catalogue_is_served_in_the_default() -> None:
    assert wording_for("tlh").text("button.yes") == "是"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_key_is_an_error_where_it_is_asked_for_strictly(language: str) -> None:
    with pytest.raises(MissingText, match=r"no\.such\.key"):
        wording_for(language, strict=True).text("no.such.key")


def test_a_missing_key_shows_itself_at_run_time_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert wording_for("en").text("no.such.key") == "no.such.key"
    assert "no.such.key" in caplog.text


def test_a_missing_parameter_leaves_the_sentence_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert "{title}" in wording_for("en").text("start.deep_link")
    assert "start.deep_link" in caplog.text


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("zh_CN", {1: "已满足 1 项", 5: "已满足 5 项"}),
        ("en", {1: "1 condition met", 2: "2 conditions met", 0: "0 conditions met"}),
        ("ru", {1: "1 условие выполнено", 3: "3 условия выполнены", 11: "11 условий выполнено"}),
        ("ru", {21: "21 условие выполнено", 112: "112 условий выполнено"}),
    ],
)
def test_a_count_takes_the_form_of_its_language(language: str, forms: dict[int, str]) -> None:
    wording = wording_for(language, strict=True)
    assert {count: wording.plural("check.so_far_met", count) for count in forms} == forms


def test_a_parameter_that_looks_like_a_placeholder_stays_as_it_is() -> None:
    assert "{label}{0}{x.y}" in wording_for("en").text("start.deep_link", title="{label}{0}{x.y}")


def test_html_parameters_keep_their_markup_and_plain_ones_are_escaped() -> None:
    said = wording_for("zh_CN").html("general.colon", label="a<b", value=bold("c&d"))
    assert said.markup == "a&lt;b：<b>c&amp;d</b>"
