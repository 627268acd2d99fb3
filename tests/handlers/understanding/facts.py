"""Facts of every kind to answer, as schemes have them."""

from decimal import Decimal
from typing import TypeVar

from rules.engine.facts import Fact, Kind, choice, day, flag, money, number

Outcome = TypeVar("Outcome")

SPEND = money("compute_spend")
PFLOPS = number("new_pflops", "pflops")
PUE = number("pue", "ratio", "1")
SHARE = number("prepaid_share", "share", "0", "1")
GRADE = Fact("security_grade", Kind.INTEGER, minimum=Decimal(1), maximum=Decimal(3))
COUNT = Fact("projects_total", Kind.INTEGER, "count", minimum=Decimal(0))
YEARS = number("construction_years", "year")
FIRST_YEAR = Fact("incentive_first_year", Kind.YEAR, "year")
ACCEPTED = day("acceptance_date")
PENALTY = day("penalty_date", inapplicable=True)
LEGAL_PERSON = flag("independent_legal_person")
APPLICANT = choice("applicant_kind", "university", "research_institute", "enterprise", "other")
AWARDED = Fact("awarded_grades", Kind.SET, choices=("1", "2", "3"))

EVERY = (
    SPEND, PFLOPS, PUE, SHARE, GRADE, COUNT, YEARS, FIRST_YEAR, ACCEPTED, PENALTY, LEGAL_PERSON, APPLICANT,
    AWARDED,
)  # fmt: skip

LABELS = {
    "university": ("高等院校", "高校", "university", "вуз"),
    "research_institute": ("科研院所", "科研机构", "research institute", "НИИ"),
    "enterprise": ("企业", "企業", "enterprise", "предприятие"),
    "other": ("其他", "other", "другое"),
}


def each(fact: Fact, texts: str, outcome: Outcome) -> list[tuple[Fact, str, Outcome]]:
    """A case for each of the texts between bars, all with one outcome."""
    return [(fact, text, outcome) for text in texts.split("|")]


def every(fact: Fact, outcome: Outcome, *raws: object) -> list[tuple[Fact, object, Outcome]]:
    """A case for each of the raw values, all with one outcome."""
    return [(fact, raw, outcome) for raw in raws]


# Pieces of every script and kind that the grammar knows, to be thrown together.
PIECES = """
0 1 3 9 10 80 1.2 1,2 万 亿 千 百 十 一 二 两 半 个 几 多 来 元 块 角 % 成 P T w m 年 月 日 号 天 周 前 后
内 以上 超过 不到 至 到 - ~ . , ， 。 / : 第 条 级 PUE 去 上 下 今 千万 百分之 分之 点 零 〇 ¥ RMB million
half до от млн юаней ноября 2024 2024-11-05 nov e e400 \u0301 \u200f \ud800 ½ ٣ ０ İ 壹 拾 負 ( < > + ±
不 有 是 没有 吗 约
"""
