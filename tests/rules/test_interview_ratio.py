"""The order of the questions is close to the best possible one, for two kinds of crowd."""

import pytest

from tests.rules.asking import compare
from tests.rules.best_order import BestOrder, Law
from tests.rules.oracle import RULES, Day, Rule
from tests.rules.populations import POPULATIONS, Population
from tests.rules.situations import ON, good

each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
each_population = pytest.mark.parametrize("population", POPULATIONS, ids=lambda population: population.name)


@pytest.mark.slow
@each_rule
@each_population
@pytest.mark.parametrize("amount", [False, True], ids=["verdict", "everything"])
def test_a_thousand_applicants_are_asked_at_most_15_percent_more_than_the_best_order_asks(
    rule: Rule, population: Population, amount: bool
) -> None:
    found = compare(rule, population, amount=amount, size=1000, seed=1)
    assert found.hindsight <= found.best
    assert found.hindsight <= found.engine
    assert found.ratio <= 1.15


@each_rule
def test_the_search_asks_one_question_where_one_settles_it(rule: Rule) -> None:
    law = Law(rule, Day(ON), amount=True)
    crowd = [good(rule, independent_legal_person=False)] * 3
    assert BestOrder(law, crowd).fewest() == 3


@each_rule
def test_the_search_asks_everything_that_matters_of_an_applicant_who_meets_it_all(rule: Rule) -> None:
    law = Law(rule, Day(ON), amount=True)
    # Neither whether it is an expansion, nor the problems where nothing would be serious, nor the reverse.
    spared = 1 if rule.base == "equipment_software_cost" else 2
    assert BestOrder(law, [good(rule)]).fewest() == len(rule.facts) - spared


@each_rule
def test_an_order_found_for_one_crowd_asks_another_more(rule: Rule) -> None:
    law = Law(rule, Day(ON), amount=False)
    order = BestOrder(law, [good(rule, independent_legal_person=False)])
    others = [good(rule, dishonest_debtor=True)] * 2
    assert order.asked(others) > BestOrder(law, others).fewest() == 2
