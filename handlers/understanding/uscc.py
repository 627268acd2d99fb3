"""The unified social credit code (统一社会信用代码, GB 32100): whether it is one, and what follows from it
for certain.

python-stdnum has the alphabet and the check digit; the authority with the kind of entity (first two
characters) and the region (digits 3 to 8) are checked here. What follows is a proposal to confirm. What
follows only mostly is not proposed: an enterprise (91) may be a branch or a partnership, and so says nothing
of legal personality.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from stdnum.cn import uscc

from handlers.understanding.folding import folded_text
from handlers.understanding.readings import bounded
from rules.engine.facts import Value

LENGTH = 18
ALPHABET = frozenset("0123456789ABCDEFGHJKLMNPQRTUWXY")

# Registering authority: the kinds of entity that it registers.
_ENTITIES = {
    "1": "1239",  # 机构编制: 机关, 事业单位, 群众团体
    "2": "19",  # 外交: 外国常驻新闻机构
    "3": "123459",  # 司法行政: 律师执业机构, 公证处, 基层法律服务所, 司法鉴定机构, 仲裁委员会
    "4": "19",  # 文化: 外国在华文化中心
    "5": "1239",  # 民政: 社会团体, 民办非企业单位, 基金会
    "6": "129",  # 旅游: 外国, 港澳台旅游部门代表机构
    "7": "129",  # 宗教: 宗教活动场所, 宗教院校
    "8": "19",  # 工会: 基层工会
    "9": "1239",  # 市场监管: 企业, 个体工商户, 农民专业合作社
    "A": "19",  # 军队: 军队事业单位
    "N": "1239",  # 农业: 组级, 村级, 乡镇级集体经济组织
    "Y": "1",  # 其他
}
# 社会团体 and rural collectives (N1-N3) are registered as legal persons only; 个体工商户 never is one.
_LEGAL_PERSON = {"51": True, "N1": True, "N2": True, "N3": True, "92": False}
_APPLICANT_KIND = {"91": "enterprise", "11": "other"}

# Provinces by GB/T 2260 that are choices of their own; all the others are "other".
_PROVINCES = {"23": "heilongjiang", "32": "jiangsu", "33": "zhejiang", "21": "liaoning"}
_OTHER_PROVINCES = frozenset(
    "11 12 13 14 15 22 31 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split()  # noqa: SIM905
)
_CENTRAL = "10"

_LOOK_ALIKES = str.maketrans("IOZS", "1025")
_SEPARATORS = re.compile(r"[\s\-_.·]+")
_RUN = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])")


class CodeProblem(StrEnum):
    """Why a text is no credit code."""

    EMPTY = "empty"
    WRONG_LENGTH = "wrong_length"
    OLD_NUMBER = "old_number"
    WRONG_CHARACTER = "wrong_character"
    UNKNOWN_ENTITY = "unknown_entity"
    UNKNOWN_REGION = "unknown_region"
    WRONG_CHECK_DIGIT = "wrong_check_digit"


@dataclass(frozen=True, slots=True)
class CreditCode:
    """A valid code. `entity` are its first two characters; `is_central` says that it names no province."""

    code: str
    entity: str
    is_central: bool

    @property
    def proposals(self) -> Mapping[str, Value]:
        """What follows for certain, by fact id."""
        found: dict[str, Value] = {}
        if not self.is_central:
            found["registration_province"] = _PROVINCES.get(self.code[2:4], "other")
        if self.entity in _LEGAL_PERSON:
            found["independent_legal_person"] = _LEGAL_PERSON[self.entity]
        if self.entity in _APPLICANT_KIND:
            found["applicant_kind"] = _APPLICANT_KIND[self.entity]
        return found


@dataclass(frozen=True, slots=True)
class CodeReading:
    """A valid code; or a problem, and where look-alike characters explain it the code that was meant.

    `parameters` hold what a message needs: length, expected, character, position (from 1), region, entity.
    """

    given: str
    code: CreditCode | None = None
    problem: CodeProblem | None = None
    did_you_mean: CreditCode | None = None
    parameters: Mapping[str, object] = field(default_factory=dict)


def read_credit_code(text: str) -> CodeReading:
    """The code in a text: alone, with separators, or as the one run of 18 letters and digits in a
    sentence.
    """
    code = _candidate(text[:1_000])
    problem, parameters = _problem(code)
    if problem is None:
        return CodeReading(bounded(text), _described(code))
    return CodeReading(bounded(text), None, problem, _repaired(code), parameters)


def looks_like_credit_code(text: str) -> bool:
    """Whether a text is meant as a code: 18 letters and digits, hardly anything else, mostly digits in
    front.
    """
    code = _candidate(text[:200])
    if len(code) != LENGTH or not code.isascii() or not code.isalnum():
        return False
    return sum(character in "0123456789IOZS" for character in code[2:8]) >= 5


def _candidate(text: str) -> str:
    """Upper case without separators; out of a longer text the only run of 18 letters and digits."""
    upper = folded_text(text).upper().strip()
    runs = _RUN.findall(upper)
    if len(runs) == 1:
        return str(runs[0])
    return _SEPARATORS.sub("", upper)


def _problem(code: str) -> tuple[CodeProblem | None, dict[str, object]]:
    if not code:
        return CodeProblem.EMPTY, {}
    if len(code) != LENGTH:
        old = len(code) == 15 and code.isascii() and code.isdecimal()
        problem = CodeProblem.OLD_NUMBER if old else CodeProblem.WRONG_LENGTH
        return problem, {"length": len(code), "expected": LENGTH}
    for position, character in enumerate(code, 1):
        if character not in ALPHABET or (2 < position < 9 and not character.isdecimal()):
            return CodeProblem.WRONG_CHARACTER, {"character": character, "position": position}
    if code[1] not in _ENTITIES.get(code[0], ""):
        return CodeProblem.UNKNOWN_ENTITY, {"entity": code[:2]}
    if not _is_region(code[2:8]):
        return CodeProblem.UNKNOWN_REGION, {"region": code[2:8]}
    if uscc.calc_check_digit(code[:-1]) != code[-1]:
        return CodeProblem.WRONG_CHECK_DIGIT, {"character": code[-1]}
    return None, {}


def _is_region(region: str) -> bool:
    """A province of GB/T 2260, or 10 for central registration."""
    return region[:2] == _CENTRAL or region[:2] in _PROVINCES or region[:2] in _OTHER_PROVINCES


def _described(code: str) -> CreditCode:
    return CreditCode(code, code[:2], code[2:4] == _CENTRAL)


def _repaired(code: str) -> CreditCode | None:
    """The code with look-alikes put right (I is 1, O is 0, Z is 2, S is 5), where it is then valid as a
    whole.
    """
    repaired = code.translate(_LOOK_ALIKES)
    return _described(repaired) if repaired != code and _problem(repaired)[0] is None else None
