"""What a route says besides the instrument: context, doubt, places, comparisons, excerpts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search import ClauseIndex
from handlers.understanding.routing import ClauseSearch, Context, Intent, Route, route
from handlers.understanding.routing.instruments import instruments
from rules.ledger import Aspect

CENTRE = "hlj-computing-centre"
PURCHASE = "hlj-compute-purchase"
SECURITY = "hlj-industrial-security"
INDEX = ClauseIndex.of_the_ledgers()


def ask(text: str, context: Context | None = None, language: str = "zh_CN") -> Route:
    return route(text, language, search=INDEX, context=context)


def keys(found: Route) -> list[str]:
    return [citation.key for _, citation in found.citations]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("那三级呢?", "六"),
        ("要是评测没过呢", "五(四)"),
        ("公示几天?", "七(四)"),
        ("怎么申报", "七"),
        ("How do we apply?", "七"),
    ],
)
def test_a_follow_up_is_read_for_the_instrument_spoken_of(text: str, first: str) -> None:
    found = ask(text, Context(SECURITY, Intent.AMOUNT))
    assert (found.scheme, found.follows, keys(found)[0]) == (SECURITY, True, first)


def test_a_follow_up_that_asks_nothing_new_keeps_the_intent() -> None:
    assert ask("那三级呢?", Context(SECURITY, Intent.AMOUNT)).intent is Intent.AMOUNT
    assert ask("如果PUE是1.35呢?", Context(CENTRE, Intent.ELIGIBILITY)).intent is Intent.ELIGIBILITY


def test_a_follow_up_that_names_another_instrument_goes_there() -> None:
    found = ask("那买算力服务呢?", Context(CENTRE))
    assert (found.scheme, found.follows) == (PURCHASE, False)


@pytest.mark.parametrize(
    "text", ["今天天气怎么样", "社保断缴了怎么补", "怎么注销公司", "谢谢", "推荐一只股票", "那北京呢"]
)
def test_what_is_outside_stays_outside_in_a_conversation(text: str) -> None:
    found = ask(text, Context(SECURITY, Intent.AMOUNT))
    assert (found.scheme, found.citations) == (None, ())


def test_a_context_that_is_no_instrument_is_left_alone() -> None:
    assert ask("那三级呢?", Context("no-such-scheme")).scheme is None


@pytest.mark.parametrize("text", ["公示期几天", "怎么申报", "失信被执行人能申请吗", "有什么补贴"])
def test_a_question_for_any_instrument_offers_three(text: str) -> None:
    found = ask(text)
    assert found.scheme is None
    assert len(found.candidates) == 3
    assert len(found.citations) == 3
    assert not found.certain


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("天津的算力补贴怎么申请", "天津"),
        ("北京智算中心补贴政策", "北京"),
        ("上海有没有算力券", "上海"),
        ("Computing power subsidy in Shanghai", "上海"),
        ("江苏的智算中心有奖励吗", "江苏"),
    ],
)
def test_a_place_whose_policy_is_asked_for_is_not_covered(text: str, place: str) -> None:
    found = ask(text)
    assert (found.scheme, found.citations, found.uncovered) == (None, (), place)


@pytest.mark.parametrize(
    "text",
    [
        "公司在哈尔滨注册的,智算中心建在内蒙古,可以申请吗",
        "服务商是深圳的公司,算力奖励还能拿吗",
        "我们集团总部在上海,子公司在哈尔滨注册,建了60P智算中心",
        "买的北京的算力,能拿奖励吗",
    ],
)
def test_a_place_that_is_merely_mentioned_does_not_matter(text: str) -> None:
    found = ask(text)
    assert found.scheme in (CENTRE, PURCHASE)
    assert found.uncovered is None


def test_a_programme_is_not_covered_where_it_is_asked_for() -> None:
    assert ask("高新技术企业认定奖励多少").uncovered == "高新技术企业"
    assert ask("我们是高新技术企业,买算力花了90万能拿多少").scheme == PURCHASE


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [("哈尔滨的信息化项目是指什么", "harbin-it"), ("卫生信息化的着力点有哪些", "sd-health-it")],
)
def test_what_only_an_excerpt_answers_has_its_citation_and_no_scheme(text: str, excerpt: str) -> None:
    found = ask(text)
    assert found.scheme is None
    assert {instrument for instrument, _ in found.citations} == {excerpt}


def test_a_comparison_cites_each_instrument() -> None:
    found = ask("大科学装置和智算中心哪个奖励上限高")
    assert found.comparison
    assert {instrument for instrument, _ in found.citations} == {CENTRE, "hlj-science-facility"}
    assert not found.certain


def test_a_named_instrument_is_certain_and_a_misspelled_one_is_not() -> None:
    assert ask("智算中心最高能补多少钱").certain
    misspelled = ask("购买算例服务有补贴吗")
    assert (misspelled.scheme, misspelled.meant, misspelled.certain) == (PURCHASE, ("购买算力服务",), False)


def test_the_aspect_is_that_of_the_article_found() -> None:
    assert ask("智算中心最高能补多少钱").aspect is Aspect.AWARD
    assert ask("申报智算中心奖励时材料造假会怎样").aspect is Aspect.CONSEQUENCE


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("智算中心申报流程是什么", Intent.PROCEDURE),
        ("智算中心申报条件是什么", Intent.CONDITIONS),
        ("算力奖励最多多少", Intent.AMOUNT),
        ("算力服务奖励公示几天", Intent.DEADLINE),
        ("什么叫因素法", Intent.DEFINITION),
        ("财政厅对专项资金有什么职责", Intent.DUTY),
        ("分公司能申请智算中心奖励吗", Intent.ELIGIBILITY),
        ("智算中心50P", Intent.OTHER),
    ],
)
def test_the_intent_is_what_is_asked(text: str, intent: Intent) -> None:
    assert ask(text).intent is intent


def test_the_language_of_the_text_goes_before_that_of_the_person() -> None:
    assert ask("購買算力服務可以拿多少獎勵").language == "zh_Hant"
    assert ask("80P", language="ru").language == "ru"


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=300),
    st.sampled_from(["zh_CN", "zh_Hant", "en", "ru", "xx"]),
    st.sampled_from([None, Context(CENTRE), Context("", Intent.AMOUNT)]),
)
def test_any_text_has_a_route(text: str, language: str, context: Context | None) -> None:
    _well_formed(ask(text, context, language))


_PIECES = [
    "智算中心",
    "买算力",
    "北京",
    "的",
    "奖励多少",
    "？",
    "信息化项目",
    "哈尔滨",
    "\u202e",
    "'--",
    "<b>",
    "专项资金",
    "\ud800",
    "what",
    "сколько",
    "3",
    "萬",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
def test_any_mixture_of_known_words_has_a_route(text: str) -> None:
    _well_formed(ask(text))


@pytest.mark.parametrize(
    "text", ["", " ", "智" * 100_000, "a" * 100_000, "，" * 100_000, "\x00", '" OR NEAR( *', "(" * 5_000]
)
def test_bad_input_has_a_route(text: str) -> None:
    _well_formed(ask(text))


def _well_formed(found: Route) -> None:
    assert found.scheme is None or found.scheme in found.candidates
    assert len(found.candidates) <= 3
    assert len(found.citations) <= 3
    assert set(found.candidates) <= set(instruments())
    assert len(set(found.citations)) == len(found.citations)
    assert found.uncovered is None or found.scheme is None


def test_the_search_is_a_port(search: ClauseSearch) -> None:
    assert route("验收没通过怎么办", "zh_CN", search=search).scheme == "pj-it-projects"
