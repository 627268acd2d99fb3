"""What looks like a number and counts nothing: 千万别, 万一, 第七条, A100, 10:30, 7×24, 4567体系, 七台河."""

import re

from handlers.understanding.numerals import FORMAL, Numeral
from handlers.understanding.units import Unit, UnitMatch

_IDIOM = re.compile(
    r"千万(?:别|不|要|记|小心|注意|莫|勿|得|可|请|当心|千万)|万一|万分(?!之)|十分(?!之|[，,。;；]?$)|百分百"
    r"|千方|千百|万事|万万|百度|百川|千问|千帆|百货|百姓|百花|千里|万里|百科|百强|千兆|万兆|千瓦|万象|万科|万达"
    r"|千家|万家|一[般起直定样些下边旦共律致切带再时]|十足|千差|万能|万元户|千禧|百年|百日|千古|万岁|万物|千人计划"
)
_SIGNS_BEHIND = re.compile(
    r"\s?[×*^⁰-₉²³¹]|[\"”’']?(?:现代)?(?:产业)?体系|[°⁄½¼¾]"
    r"|p\s?(?:视频|高清|画质|分辨率|显示|摄像)"
)
_SIGNS_BEFORE = re.compile(
    r"(?:[0-9][:/]|[×*#№⁄±]|(?<![0-9])\.|(?<![a-z])[a-z]-|第|双|[〔\[]|(?<![a-z])no\.)\s?\Z"
)
_LABEL_BEFORE = re.compile(
    r"(?:附件|附表|(?<![代报年月])表|(?<![企意试力])图|公式|编号|序号|电话|邮编|尾号|手机号?|账号|卡号)[:：]?\s?\Z"
)
_RATIO_BEHIND = re.compile(r"[:/][0-9]")
_LIST_MARK = re.compile(r"(?:[、)]|\.(?![0-9]))\s?(?=[^\s0-9])")
_BESIDE_BARE = re.compile(
    r"[元块级]|以上|以下|以内|左右|[，,。;；!?、]|$|\s|美|港|欧|日元|人民币|rmb|的?资金|的?投|的?算力|多"
)
_BEFORE_BARE = re.compile(r"(?:[上近达约超逾过破到足满]|超过|不止|接近|至少|起码|最多)\Z")
_RANGE = re.compile(r"\s?(?:~|-|至|到)\s?[0-9一二三四五六七八九十百千两]")


def begins_idiom(text: str, at: int) -> int | None:
    """Where the idiom that begins here ends; `None` where none does."""
    match = _IDIOM.match(text, at)
    return match.end() if match else None


def is_part_of_something(text: str, at: int, numeral: Numeral, *, alone: bool) -> bool:
    """Whether signs before the number, or its place at the start of a line, make it part of something else.

    几十万 and 数百万 name no number at all.
    """
    if _SIGNS_BEFORE.search(text, max(at - 4, 0), at):
        return True
    if numeral.digits and _LABEL_BEFORE.search(text, max(at - 5, 0), at):
        return True
    if text[at - 1 : at] in {"几", "数"} and (numeral.bare or text[at] in "十拾百千"):
        return True
    at_start = at == 0 or text[at - 1] in "\n;；。("
    small = numeral.high is not None and numeral.high <= 30 and bool(numeral.digits)
    return at_start and small and not alone and _LIST_MARK.match(text, numeral.end) is not None


def is_quantity(
    text: str, at: int, numeral: Numeral, unit: UnitMatch | None, *, is_scaled: bool, alone: bool
) -> bool:
    """Whether a numeral with this unit counts something; `alone`: the whole text answers one question."""
    end = numeral.end
    if alone and not text[:at].strip() and end == len(text):
        return True
    if _RATIO_BEHIND.match(text, end) and not numeral.scaled:
        return False
    if _SIGNS_BEHIND.match(text, end) or (unit is None and not is_scaled and _is_letter(text, end)):
        return False
    if numeral.bare:
        return _is_bare_quantity(text, at, end)
    if numeral.single:
        return _is_single_quantity(text, at, end, unit)
    is_row = bool(numeral.digits) and text[at] not in "0123456789"
    return unit is not None or not (numeral.open_pair or is_row)


def behind_name(text: str, at: int) -> int:
    """Behind letters, digits and hyphens that belong to what cannot be read: 5G-A, 0451-12345678."""
    while at < len(text):
        follows = text[at + 1 : at + 2]
        if not (text[at] == "_" or text[at] in "0123456789" or _is_letter(text, at)) and not (
            text[at] == "-" and follows and follows in "0123456789"
        ):
            break
        at += 1
    return at


def _is_bare_quantity(text: str, at: int, end: int) -> bool:
    """百万 and 千万 without a digit count where a bound, money, or an end stands beside them."""
    if _BEFORE_BARE.search(text, max(at - 2, 0), at):
        return True
    return end - at > 1 and _BESIDE_BARE.match(text, end) is not None


def _is_single_quantity(text: str, at: int, end: int, unit: UnitMatch | None) -> bool:
    """One Chinese digit needs a unit: 三成, 五天. 一 before a classifier is an article (一个, 一家)."""
    if unit is None:
        return _RANGE.match(text, end) is not None and text[at] not in FORMAL
    if unit.unit is Unit.OTHER:
        return False
    if text[at] in FORMAL:
        return unit.unit is Unit.YUAN
    return not (unit.counts and text[at] == "一")


def _is_letter(text: str, at: int) -> bool:
    behind = text[at : at + 1]
    return bool(behind) and (behind == "_" or (behind.isalpha() and behind < "一"))
