"""The grade of industrial-internet security, and what was awarded before."""

import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from handlers.understanding.reading.found import Found
from handlers.understanding.reading.scene import Scene, Stance
from handlers.understanding.reading.tables import document, pattern

SECURITY = "hlj-industrial-security"
_DIGITS = {"一": "1", "二": "2", "两": "2", "三": "3", "ⅰ": "1", "ⅱ": "2", "ⅲ": "3"}
_GRADE = re.compile(
    r"(?<![国省市县\d一二三四五六七八九十第])(?P<digit>[一二两三123])级"
    r"(?!指标|标题|市场|学科|域名|建造|资质|甲等|节点|单位|教授|火灾)"
    r"|\b(?:grade|level|class)(?: is| was|:)? ?(?P<latin>[123])\b|(?<![а-я])(?P<cyrillic>[123])"
    r"(?:-?(?:го|й|ий|ая|ую))? (?:уровн|класс|категори)[а-я]+"
    r"|(?<![а-я])(?:уров|класс|категори)[а-я]+ (?P<after>[123])"
)
_OTHER_GRADE = re.compile(r"等保|等级保护|等级测评|三甲|资质|甲级|国标|风险|应急|保密|mlps")
_AWARDED_BEHIND = re.compile(
    r"^(?:和|、|及|与|跟|都|也|的|[二三]级|奖|奖励|钱|我们|已经)*(?:拿|领|获|得|享受)(?:到|得)?(?:过|了)"
)
_AWARD_BEHIND = re.compile(r"^(?:的)?(?:那个|那笔|这个)?(?:安全)?(?:定级)?(?:奖|补|钱)")
_AWARD_BEFORE = re.compile(
    r"(?:拿|领|获|得|享受)(?:到|得)?(?:过|了)[^,。;]{0,8}$"
    r"|award(?:ed)? (?:\w+ ){0,3}$|получ(?:али|или) [^,.;]{0,24}$"
)
_RISE = re.compile(r"(?:从|由|原来是?|以前是?)[^,。;]{0,6}$")
_TO_HIGHER = re.compile(r"^(?:升|提|晋|变|到|改)")
_PLANNED = re.compile(
    r"(?:想|要|准备|打算|争取|申请|计划)(?:再|把|去)?(?:定|升|评|报)?(?:到|为|成)?[^,。;]{0,4}$"
)
_READ = frozenset({Stance.STATED, Stance.ASSUMED})


def read_grades(scene: Scene, contexts: Collection[str]) -> Iterator[Found]:
    """The grade now and the grades that were awarded; 等保三级 is another kind of grade."""
    if SECURITY not in contexts:
        return
    awarded: list[tuple[str, Found]] = []
    held: list[tuple[bool, Found]] = []
    for match in _GRADE.finditer(scene.text):
        stance = scene.stance(match.start())
        clause = scene.view(match.start()).clause
        before, behind = scene.text[clause.start : match.start()], scene.text[match.end() : clause.end]
        if stance not in _READ or _is_of_another_kind(before, behind):
            continue
        digit = _digit(match)
        found = Found(
            "security_grade",
            Decimal(digit),
            match.start(),
            match.end(),
            assumed=stance is Stance.ASSUMED,
        )
        if _is_awarded(before, behind):
            awarded += [] if _NEVER.search(clause.text) else [(digit, found)]
        elif _is_held(before, behind):
            held.append((bool(_EARLIER.search(before)), found))
    # 去年定为二级,今年评上三级: the grade is the one of now.
    now = [found for earlier, found in held if not earlier]
    yield from now or [found for _, found in held]
    yield from _awarded(awarded)


def _is_of_another_kind(before: str, behind: str) -> bool:
    """等保三级, 三级等保: not the grade of industrial-internet security."""
    words = list(_OTHER_GRADE.finditer(before))
    near = bool(words) and "工业互联" not in before[words[-1].end() :]
    return near or bool(_OTHER_GRADE.match(behind))


def _digit(match: re.Match[str]) -> str:
    said = next(group for group in match.groups() if group)
    return _DIGITS.get(said, said)


def _is_awarded(before: str, behind: str) -> bool:
    """拿过二级的奖, 二级和三级都拿过: the grade of an award, not the grade that is held."""
    if _AWARDED_BEHIND.match(behind) or _AWARD_BEFORE.search(before):
        return True
    return bool(_AWARD_BEHIND.match(behind) and _AWARDED_BEFORE.search(before))


def _is_held(before: str, behind: str) -> bool:
    if _RISE.search(before) and _TO_HIGHER.match(behind):
        return False
    if _NO.search(before) or _PLANNED.search(before):
        return False
    return not (_AWARD_BEHIND.match(behind) or _GENERAL.match(behind))


def _awarded(grades: list[tuple[str, Found]]) -> Iterator[Found]:
    digits = frozenset(digit for digit, _ in grades if digit in {"2", "3"})
    if digits:
        first, last = grades[0][1], grades[-1][1]
        assumed = any(found.assumed for _, found in grades)
        yield Found("awarded_grades", digits, first.start, last.end, assumed=assumed)


_AWARDED_BEFORE = re.compile(r"(?:拿|领|获|得|享受)(?:到|得)?(?:过|了)")
_NEVER = re.compile(r"没(?:有)?(?:拿|领|获|得|享受)|从未|从没|未(?:曾)?(?:拿|领|获|得|享受)")
_EARLIER = re.compile(r"去年|前年|以前|之前|原来|原先|last year|previously|раньше")
_NO = re.compile(r"(?:不是|没有?(?:到|达到|定到|评上)|未(?:到|达到)|不到|不够)[^,。;]{0,4}$")
_GENERAL = re.compile(r"^(?:的)?(?:企业|单位|公司|标准|要求|条件)?(?:给|奖|补|能|可以|要求)")


def _words(name: str) -> re.Pattern[str]:
    return pattern(document("scopes")["words"][name])


_OF_CONTEXT = {
    "hlj-computing-centre": ("same_project_awarded", ""),
    "hlj-sme-digital": ("sme_benchmark_awarded", ""),
    "zj-future-industry": ("provincial_support_received", r"省|provincial|провинц|工信|经信|科技厅"),
}


def read_awards(scene: Scene, contexts: Collection[str]) -> Iterator[Found]:
    """Whether this award was received before; only where one scheme is spoken of is it clear which."""
    never = [match.span() for match in _words("never").finditer(scene.text)]
    for start, end in never:
        yield from _award(scene, contexts, start, end, False)
    for match in _words("award").finditer(scene.text):
        start, end = match.span()
        if not any(first <= start < last or start <= first < end for first, last in never):
            yield from _award(scene, contexts, start, end, True)


def _award(scene: Scene, contexts: Collection[str], start: int, end: int, value: bool) -> Iterator[Found]:
    stance = scene.stance(start)
    clause = scene.view(start).clause
    if stance not in _READ or _words("other_award").search(scene.sentence(start)):
        return
    assumed = stance is Stance.ASSUMED
    for context, (fact, needed) in _OF_CONTEXT.items():
        clear = bool(re.search(needed, clause.text)) if needed else len(contexts) == 1
        if context in contexts and clear:
            yield Found(fact, value, start, end, assumed=assumed)
    if SECURITY in contexts and not value and not _GRADE.search(clause.text):
        yield Found("awarded_grades", frozenset(), start, end, assumed=assumed)
