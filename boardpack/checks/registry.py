"""The rules: each registered once, with its kind of finding and the function that asks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar, cast

from boardpack.findings import Finding, FindingKind, Severity, register
from boardpack.model.plan import Action, Field, Plan, Rating, SheetRole


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule may look at: one plan and the dates of the boards round it."""

    plan: Plan
    board: date
    previous: date | None = None
    next_board: date | None = None
    thresholds: Mapping[str, float] = field(default_factory=dict)
    """What the settings tell of thresholds, by kind of question; the rest are the rules' own."""

    @property
    def open(self) -> tuple[Action, ...]:
        """The rows that are not Blue, on whichever sheet they stand."""
        return tuple(action for action in self.plan.actions if action.is_open)

    @property
    def closed(self) -> tuple[Action, ...]:
        """The rows that are Blue, on whichever sheet they stand."""
        return tuple(action for action in self.plan.actions if not action.is_open)

    @property
    def green(self) -> tuple[Action, ...]:
        """The rows that are rated Green."""
        return tuple(action for action in self.plan.actions if action.rating is Rating.GREEN)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: the action, the column that it quotes, the facts of its sentence."""

    action: Action
    column: Field
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Threshold:
    """The number that a rule turns on, unless the settings tell another; `means` says what it counts."""

    default: float
    means: str


Ask = Callable[[Case], Iterator[Hit]]
AskBeyond = Callable[[Case, float], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding and the function that finds it, given its threshold where it has one."""

    kind: FindingKind
    ask: Ask | AskBeyond
    threshold: Threshold | None = None

    def findings(self, case: Case) -> tuple[Finding, ...]:
        """Every finding of this rule, in the order of the plan."""
        return tuple(self.kind.of(hit.action, hit.column, **hit.facts) for hit in self._hits(case))

    def _hits(self, case: Case) -> Iterator[Hit]:
        if self.threshold is None:
            return cast("Ask", self.ask)(case)
        beyond = case.thresholds.get(self.kind.kind, self.threshold.default)
        return cast("AskBeyond", self.ask)(case, beyond)


_RULES: list[Rule] = []
_Ask = TypeVar("_Ask", Ask, AskBeyond)


def rule(
    code: str,
    kind: str,
    *,
    title: str,
    severity: Severity,
    sentence: str,
    remedy: str,
    threshold: Threshold | None = None,
) -> Callable[[_Ask], _Ask]:
    """Registers the function below it as the rule of this kind; the function is given back as it is.

    A rule with a threshold is a function of the case and the number.
    """
    registered = register(code, kind, title, severity, sentence, remedy)

    def keep(ask: _Ask) -> _Ask:
        _RULES.append(Rule(registered, ask, threshold))
        return ask

    return keep


def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    return tuple(sorted(_RULES, key=lambda rule: rule.kind.code))


def is_plan_row(action: Action) -> bool:
    """Whether a row is work to be done by a date: standing work has none, completed work is done."""
    return action.role in {SheetRole.OPEN, SheetRole.METRICS}
