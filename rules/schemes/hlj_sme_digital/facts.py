"""The facts that only this instrument asks for."""

from rules.engine.facts import flag

is_sme = flag("is_sme")
digital_demonstration = flag("digital_demonstration")
national_little_giant = flag("national_little_giant")
national_champion = flag("national_champion")
sme_benchmark_awarded = flag("sme_benchmark_awarded")
