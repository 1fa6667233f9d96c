"""Fits the calibration of `cotejo check`: for each type of finding, how likely a suspicion is a fault.

usage: calibrate.py --pairs FILE --checked FILE [--output calibration.txt]
  FILE of --pairs: what pairs.py writes; of --checked: what `cotejo check --evidence` says of them.

The probability that a pair is at fault is 1 - prod(1 - w p), p a logistic function of a suspicion's
evidence, w the weight of its severity: a noisy or. Slopes and offsets of all types are fitted together
by maximum likelihood, with a ridge, on four fifths of the groups; the rest judges them.

Written for this program. Licence: Apache-2.0, as the program. Needs numpy and scipy.
"""
import argparse
import collections
import json

import numpy
from scipy.optimize import minimize

WEIGHT = {"note": 0.0, "minor": 0.5, "major": 1.0, "critical": 1.0}
RIDGE = 0.02


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Model:
    """A noisy or over suspicions, kept in flat arrays."""

    def __init__(self, pairs, checked, types):
        index = {name: i for i, name in enumerate(types)}
        rows = [(n, index[e["type"]], e["strength"], WEIGHT[e["severity"]])
                for n, record in enumerate(checked) for e in record["evidence"]]
        self.types = types
        self.count = len(pairs)
        self.pair, self.type, self.x, self.w = (numpy.array(c) for c in zip(*rows))
        self.bad = numpy.array([pair["label"] == "bad" for pair in pairs])

    def faultless(self, theta):
        """The probability that nothing is wrong with each pair, and that each suspicion is right."""
        n = len(self.types)
        slope, offset = numpy.exp(theta[:n]), theta[n:]
        p = 1 / (1 + numpy.exp(-(slope[self.type] * self.x + offset[self.type]).clip(-30, 30)))
        log = numpy.zeros(self.count)
        numpy.add.at(log, self.pair, numpy.log1p(-(self.w * p).clip(0, 1 - 1e-9)))
        return log, p

    def loss(self, theta, start):
        log, p = self.faultless(theta)
        good = numpy.exp(log).clip(1e-9, 1 - 1e-9)
        value = -numpy.where(self.bad, numpy.log1p(-good), log).sum()
        # d value / d log(good): -1 for a good pair, good / (1 - good) for a bad one.
        outer = numpy.where(self.bad, good / (1 - good), -1)[self.pair]
        inner = -self.w * p * (1 - p) / (1 - self.w * p).clip(1e-9)
        n = len(self.types)
        slope = numpy.exp(theta[:n])
        gradient = numpy.zeros(2 * n)
        numpy.add.at(gradient, self.type, outer * inner * self.x * slope[self.type])
        numpy.add.at(gradient, self.type + n, outer * inner)
        # From there on, `value` is of the ridge, too; both are of the loss, not of its negative.
        delta = theta - start
        return value + RIDGE * len(self.bad) / 100 * (delta ** 2).sum(), \
            gradient + RIDGE * len(self.bad) / 50 * delta


def judge(pairs, score):
    """Prints what a score from 0 (at fault) to 1 (faithful) is worth."""
    good = sorted(s for p, s in zip(pairs, score) if p["label"] == "good")
    kinds = collections.defaultdict(list)
    for pair, s in zip(pairs, score):
        if pair["label"] == "bad":
            kinds[pair["kind"]].append(s)
            kinds["all"].append(s)
    limit = {share: good[int(share * len(good))] for share in (0.02, 0.05)}
    for kind, scores in sorted(kinds.items()):
        shares = " ".join(f"{100 * sum(s < limit[x] for s in scores) / len(scores):6.1f}" for x in (0.02, 0.05))
        print(f"  {kind:20} {len(scores):5}  found at 2 and 5 % false alarms: {shares}")
    bad = numpy.array([p["label"] == "bad" for p in pairs])
    score = numpy.array(score)
    bins = numpy.minimum((10 * (1 - score)).astype(int), 9)
    error = sum(abs((1 - score)[bins == b].mean() - bad[bins == b].mean()) * (bins == b).mean()
                for b in range(10) if (bins == b).any())
    print(f"  expected calibration error {error:.3f} over {len(pairs)} pairs")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", required=True)
    parser.add_argument("--checked", required=True)
    parser.add_argument("--output")
    parser.add_argument("--source", default="variants of openly licensed pairs, see Tools/fidelity")
    options = parser.parse_args()
    pairs, checked = read(options.pairs), read(options.checked)
    assert [p["id"] for p in pairs] == [c["id"] for c in checked], "the files are not of the same pairs"
    types = sorted({e["type"] for record in checked for e in record["evidence"]})
    held = [i for i, pair in enumerate(pairs) if pair["group"] % 5 == 0]
    rest = [i for i, pair in enumerate(pairs) if pair["group"] % 5]
    start = numpy.concatenate([numpy.zeros(len(types)), numpy.full(len(types), -3.0)])

    def fit(rows):
        model = Model([pairs[i] for i in rows], [checked[i] for i in rows], types)
        return minimize(model.loss, start, args=(start,), jac=True, method="L-BFGS-B",
                        bounds=[(-3, 3)] * len(types) + [(-12, 6)] * len(types)).x

    theta = fit(rest)
    part = Model([pairs[i] for i in held], [checked[i] for i in held], types)
    print("pairs that nothing was fitted to:")
    judge([pairs[i] for i in held], numpy.exp(part.faultless(theta)[0]))
    if options.output:
        theta = fit(range(len(pairs)))
        with open(options.output, "w", encoding="utf-8") as output:
            output.write("# How likely a suspicion is a fault: type, slope and offset of a logistic function of its\n"
                         "# evidence.\n#\n"
                         f"# Origin: fitted by Tools/fidelity to {options.source}.\n# Licence: Apache-2.0, as the program.\n\n")
            for i, name in enumerate(types):
                output.write(f"{name} {numpy.exp(theta[i]):.4f} {theta[i + len(types)]:.4f}\n")


if __name__ == "__main__":
    main()
