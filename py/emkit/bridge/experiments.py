"""Experiments: a sample, a start, a question to answer first, and what to notice after.

``python -m emkit.bridge.experiments`` prints experiments.json, from which the page makes its
list and the guide its links. A test for each asserts that what it says happens is what happens.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from emkit.bridge.task import to_json

Numbers = tuple[float, ...]


@dataclass(frozen=True)
class Experiment:
    """One lesson, ready to be pressed.

    Attributes:
        name: what links to it call it.
        title: what people call it.
        sample: the sample it uses.
        question: to be answered before the run.
        notice: what to look at after it.
        components: how many.
        weights, means, sds: where it starts; empty where the page may choose.
        iterations, tol: when it stops.
    """

    name: str
    title: str
    sample: str
    question: str
    notice: str
    components: int = 2
    weights: Numbers = ()
    means: Numbers = ()
    sds: Numbers = ()
    iterations: int = 100
    tol: float = 1e-6

    @property
    def fragment(self) -> str:
        """The address that loads it, by the keys that all links have.

        >>> EXPERIMENTS[1].fragment
        'sample=ten-numbers&components=2&weights=0.5,0.5&means=2,3&sds=1,1&iterations=100&tol=1e-06'
        """
        lists = {"weights": self.weights, "means": self.means, "sds": self.sds}
        parts = [f"sample={self.sample}", f"components={self.components}"]
        parts += [f"{key}={_joined(values)}" for key, values in lists.items() if values]
        return "&".join([*parts, f"iterations={self.iterations}", f"tol={self.tol:g}"])


def _joined(values: Numbers) -> str:
    return ",".join(f"{value:g}" for value in values)


HALVES = (0.5, 0.5)
THIRDS = (0.34, 0.33, 0.33)

EXPERIMENTS = (
    Experiment(
        name="good-start",
        title="A good start",
        sample="faithful-waiting",
        weights=HALVES,
        means=(55, 80),
        sds=(5, 5),
        question="The bars show two groups, and the start puts one curve near each. About how many "
        "iterations will it take until nothing moves?",
        notice="Fewer than ten. The first iteration does most of the work, and the path of the "
        "log-likelihood is flat after three. About a third of the waits are short.",
    ),
    Experiment(
        name="by-hand",
        title="The example by hand",
        sample="ten-numbers",
        weights=HALVES,
        means=(2, 3),
        sds=(1, 1),
        question="Both means start at the left. Work out the responsibilities of 1.2 with a "
        "pencil: which component gets more of it?",
        notice="Open “Work shown” and compare. After five iterations the means are 1.2 and 5.0, "
        "the averages of the two groups of five.",
    ),
    Experiment(
        name="equal-means",
        title="Two equal means",
        sample="faithful-waiting",
        weights=(0.3, 0.7),
        means=(70, 70),
        sds=(10, 10),
        question="Both curves start at the same place with the same spread. Which of the two "
        "groups will each of them find?",
        notice="Neither. Every value is shared 0.3 to 0.7, so both curves get the same mean and "
        "the same spread, for ever. EM has converged at a saddle: a step to the side "
        "the way leads up, but nothing pushes it there.",
    ),
    Experiment(
        name="tiny-spread",
        title="A spread too small",
        sample="ten-numbers",
        weights=HALVES,
        means=(4.6, 3),
        sds=(0.05, 2),
        question="The first curve is a needle upon the value 4.6. Will it widen until it covers "
        "its group?",
        notice="No: it sees one value only, so that its spread shrinks to nothing and its density "
        "grows without limit. The run stops and says so. The same start with standard deviations "
        "of 1 ends well; so does a little regularisation.",
    ),
    Experiment(
        name="too-few",
        title="Stopped too early",
        sample="faithful-waiting",
        weights=HALVES,
        means=(70, 71),
        sds=(10, 10),
        iterations=5,
        question="The start is poor and only five iterations are allowed. Where will the two "
        "means be?",
        notice="Still side by side, and the last sentence says that the limit was reached, not "
        "that the run converged. Write 100 for the limit: for a dozen iterations almost nothing "
        "happens, then the curves part within a few.",
    ),
    Experiment(
        name="local-maxima",
        title="Two peaks",
        sample="galaxies",
        components=3,
        weights=THIRDS,
        means=(10, 16, 22),
        sds=(2, 2, 2),
        iterations=1000,
        question="Three curves for the speeds of 82 galaxies. The run will converge. Will it have "
        "found the best three curves there are?",
        notice="No. It converges after a dozen iterations at a log-likelihood of -209.83. Now "
        "write 20 for Mean 2 and 33 for Mean 3: the same data and the same model reach -203.48. "
        "Both runs stand on a peak; only one of the peaks is the higher.",
    ),
    Experiment(
        name="overlap",
        title="Groups that overlap",
        sample="slow",
        weights=HALVES,
        means=(100, 112),
        sds=(10, 10),
        question="Two groups were mixed here, little more than a standard deviation apart, and "
        "the bars have one hump. For how many of the 400 values will EM be sure of the group?",
        notice="For about one in six the larger responsibility is above 0.9; for about half of "
        "them it stays below three quarters. The shape of the hump says that there are two "
        "groups, but not who belongs to which.",
    ),
    Experiment(
        name="weights",
        title="Weights as proportions",
        sample="faithful-waiting",
        weights=(0.9, 0.1),
        means=(55, 80),
        sds=(5, 5),
        question="The start says that nine waits in ten are short. The bars say otherwise. How "
        "many iterations does a wrong weight survive?",
        notice="Hardly one. A weight is the share that a component holds, and after one E-step "
        "it is counted anew. The end is the same as from a good start: 0.36 and 0.64.",
    ),
    Experiment(
        name="slow",
        title="Thousands of iterations",
        sample="slow",
        weights=HALVES,
        means=(98, 115),
        sds=(8, 8),
        iterations=5000,
        tol=1e-10,
        question="After twenty iterations each further one gains less than 0.005 in "
        "log-likelihood. Is that the end?",
        notice="Far from it: there are 2,700 to go. Drag the slider and watch the first mean "
        "wander from 99 to 101.6, each step too small to see. Then tick acceleration under “More "
        "options”: about 90 E-steps reach the same place.",
    ),
    Experiment(
        name="how-many",
        title="How many components?",
        sample="faithful-waiting",
        components=3,
        weights=THIRDS,
        means=(54, 70, 82),
        sds=(5, 5, 5),
        iterations=1000,
        question="A third curve for two groups. Will the log-likelihood be higher than with two? "
        "Will BIC be better?",
        notice="Higher, because a third curve can never do harm; but BIC is worse, because "
        "three more parameters bought almost nothing. Open “How many components?” and let it "
        "compare.",
    ),
    Experiment(
        name="not-normal",
        title="Data that are not normal",
        sample="skewed",
        weights=HALVES,
        means=(2, 6),
        sds=(1, 3),
        iterations=1000,
        question="These values come from one group with a long tail to the right. What will two "
        "bell curves make of it?",
        notice="A narrow curve for the bulk and a wide one for the tail, and BIC is far better "
        "than with one curve. A component is a piece of a shape; whether it is a group is for you "
        "to say.",
    ),
)


def experiments() -> list[dict[str, str]]:
    """What the page shows of them, in order."""
    shown = ("name", "title", "sample", "question", "notice")
    return [
        {**{key: asdict(one)[key] for key in shown}, "fragment": one.fragment}
        for one in EXPERIMENTS
    ]


if __name__ == "__main__":
    print(to_json(experiments()))
