"""What is kept of a question comes back as it was, and what cannot be read is as good as gone."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search import ClauseIndex
from handlers.ask import understand
from handlers.ask.understood import weighed
from handlers.talking.kept import load_talk, talk_of
from rules.engine.situation import Source, known

ON = date(2026, 11, 22)
INDEX = ClauseIndex.of_the_ledgers()
QUESTIONS = (
    "我们公司去年买了80万的算力服务，能拿多少奖励？",
    "PUE 1.28、新建60P的智算中心，2024年11月5日验收，设备软件投了8000万，能申请吗？",
    "拿过二级的奖，升到三级还能拿多少？",
    "花了大概30万买算力能拿奖吗",
    "如果PUE是1.35呢，智算中心还能申请吗？",
    "智算中心和购买算力有什么区别？",
    "今天天气怎么样",
    "北京的算力补贴怎么申请？",
    "哈尔滨市信息化项目建设管理办法依据什么制定？",
    "可以拿多少补贴",
    "智酸中心能奖多少？",
    "不清楚有没有被列入失信名单，算力买了80万",
)


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_talk_comes_back_and_means_the_same(text: str) -> None:
    """The same route, readings and assessment: the answer can be drawn again without the question."""
    understood = understand(text, ON, INDEX)
    talk = talk_of(understood, 17, "zh_CN", text)
    again = load_talk(talk.dump())
    assert again is not None
    assert (again.number, again.route, again.rated) == (17, understood.route, False)
    drawn = weighed(text, ON, again.route, again.readings)
    assert (drawn.assessment, drawn.citations) == (understood.assessment, understood.citations)
    assert (drawn.facts, drawn.assumed) == (understood.facts, understood.assumed)
    assert json.loads(again.dump()) == json.loads(talk.dump())


def test_what_was_said_earlier_comes_back_with_its_words() -> None:
    understood = understand("要多久？", ON, INDEX)
    earlier = {"registration_province": known("jiangsu", Source.READ, "江苏")}
    talk = talk_of(understood, 1, "zh_CN", "要多久？")
    kept = type(talk)(1, "zh_CN", talk.route, talk.readings, earlier, "要多久？")
    again = load_talk(kept.dump())
    assert again is not None
    assert again.earlier == earlier


@given(st.text(max_size=80) | st.recursive(st.none() | st.integers(), st.lists).map(json.dumps))
def test_whatever_else_stands_there_is_no_talk(document: str) -> None:
    assert load_talk(document) is None


def test_a_scheme_or_fact_that_is_gone_ends_the_talk() -> None:
    talk = talk_of(understand(QUESTIONS[0], ON, INDEX), 1, "zh_CN", "")
    assert load_talk(talk.dump().replace("hlj-compute-purchase", "gone-scheme")) is None
    assert load_talk(talk.dump().replace("compute_spend", "gone_fact")) is None
