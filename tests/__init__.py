"""The tests: rules/ handlers/ bot/ journeys/ structure/ benchmarks/, laid out as the product is."""
