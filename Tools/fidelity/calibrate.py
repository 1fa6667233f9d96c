"""Fits the calibration of `cotejo check`: for each type of finding, how likely a suspicion is a fault.

usage: calibrate.py --pairs FILE --checked FILE [--output calibration.txt]
  FILE of --pairs: what pairs.py writes; of --checked: what `cotejo check --evidence` says of them.

The probability that a pair is at fault is 1 - prod(1 - w p) over the types of findings, p a logistic
function of the features of the likeliest suspicion of the type, w the weight of its severity: a noisy
or. The functions of all types are fitted together by maximum likelihood, with a ridge, on four fifths
of the groups; the rest judges them. That a rendering scores above its own faulty variants counts, too.

How well a rendering reads is fitted apart, behind all others, to that alone: see Fluency.

Written for this program. Licence: Apache-2.0, as the program. Needs numpy and scipy.
"""
import argparse
import collections
import json
import re

import numpy
from scipy.optimize import minimize

WEIGHT = {"minor": 0.5, "major": 1.0, "critical": 1.0}
RIDGE = 0.002
ROUNDS = 3
# What it costs that a rendering does not score above its faulty variant, and how steeply.
CONTRAST = 0.3
CONTRAST_SLOPE = 10
# What the matcher of values says is a probability already, as log-odds.
VALUES = {f"accuracy/mistranslation/{kind}" for kind in (
    "number", "number/missing", "percentage", "currency", "unit", "date", "date/missing", "qualifier")}
# How well a rendering reads: the most that it takes off a score, as in FidelityChecker; how many of its
# features are of the original alone; how steeply a margin of scores counts, a ridge, and what it costs that
# human renderings differ in it among themselves.
FLUENCY = "linguistic-conventions"
FLUENCY_WEIGHT = 0.2
ORIGINAL = 7
FLUENCY_SLOPE = 40
FLUENCY_RIDGE = 0.0005
FLUENCY_SPREAD = 0.005
# Serious faults that no check sees, for each word between so many and so many, as in FidelityChecker.
UNSEEN, LEAST_WORDS, MOST_WORDS = 0.005, 14, 60
# Types with features of which more may be better; of all others more is worse.
SIGNED = {"accuracy/omission", "accuracy/omission/truncation", "accuracy/addition"}


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def unseen(pair):
    """The logarithm of the probability that a rendering has no fault that no check sees."""
    words = len(re.findall(r"\w+", pair["source"]))
    return -UNSEEN * max(0, min(MOST_WORDS, words) - LEAST_WORDS)


class Model:
    """A noisy or over types of findings; of several suspicions of a type the likeliest counts."""

    def __init__(self, pairs, checked, sizes):
        self.types = sorted(sizes)
        index = {name: i for i, name in enumerate(self.types)}
        self.width = max(sizes.values())
        self.columns = numpy.array([[f < sizes[name] for f in range(self.width)] for name in self.types])
        rows = [(n, index[e["type"]], WEIGHT[e["severity"]], e["features"])
                for n, record in enumerate(checked) for e in record["evidence"]]
        self.count = len(pairs)
        # The logarithm of what the score is of a pair that nothing is suspected of and that reads like most.
        self.base = numpy.array([unseen(pair) + numpy.log1p(-FLUENCY_WEIGHT / 2) for pair in pairs])
        self.pair, self.type, self.w = (numpy.array([row[i] for row in rows]) for i in range(3))
        self.x = numpy.array([row[3] + [0.0] * (self.width - len(row[3])) for row in rows])
        self.bad = numpy.array([pair["label"] == "bad" for pair in pairs])
        human = {pair["group"]: n for n, pair in enumerate(pairs) if pair["kind"] == "human"}
        faulty = [n for n, pair in enumerate(pairs) if pair["label"] == "bad" and pair["group"] in human]
        self.contrast = (numpy.array([human[pairs[n]["group"]] for n in faulty]), numpy.array(faulty))
        # What the features of each type are divided by; one that stands alone keeps its zero.
        self.scale = numpy.ones((len(self.types), self.width))
        self.mean = numpy.zeros((len(self.types), self.width))
        for name, i in index.items():
            if sizes[name] > 1:
                self.mean[i] = self.x[self.type == i].mean(0)
            deviation = self.x[self.type == i].std(0)
            self.scale[i] = numpy.where(deviation > 1e-3, deviation, 1)

    def like(self, other):
        """Takes the scales of another model."""
        self.mean, self.scale = other.mean, other.scale
        return self

    def logits(self, theta):
        """The features of each suspicion, scaled, and how likely it is as a logit."""
        theta = theta.reshape(len(self.types), self.width + 1)
        x = (self.x - self.mean[self.type]) / self.scale[self.type]
        return x, ((x * theta[self.type, 1:]).sum(1) + theta[self.type, 0]).clip(-30, 30)

    def likeliest(self, theta):
        """Which suspicions count: of a pair's of one type the one with the highest weighed probability."""
        _, z = self.logits(theta)
        order = numpy.lexsort((-self.w / (1 + numpy.exp(-z)), self.type, self.pair))
        key = (self.pair * len(self.types) + self.type)[order]
        counts = numpy.zeros(len(z), bool)
        counts[order[numpy.concatenate([[True], key[1:] != key[:-1]])]] = True
        return counts

    def faultless(self, theta, counts=None):
        """The probability that nothing is wrong with each pair."""
        counts = self.likeliest(theta) if counts is None else counts
        log = self.base.copy()
        p = 1 / (1 + numpy.exp(-self.logits(theta)[1]))
        numpy.add.at(log, self.pair[counts], numpy.log1p(-(self.w * p).clip(0, 1 - 1e-9))[counts])
        return numpy.exp(log)

    def loss(self, theta, start, counts):
        x, z = self.logits(theta)
        p = 1 / (1 + numpy.exp(-z))
        good = self.faultless(theta, counts).clip(1e-9, 1 - 1e-9)
        value = -numpy.where(self.bad, numpy.log1p(-good), numpy.log(good)).sum()
        # d value / d log(good): -1 for a good pair, good / (1 - good) for a bad one.
        outer = numpy.where(self.bad, good / (1 - good), -1)
        better, worse = self.contrast
        margin = CONTRAST_SLOPE * (numpy.log(good[better]) - numpy.log(good[worse]))
        value += CONTRAST * numpy.logaddexp(0, -margin).sum()
        pull = CONTRAST * CONTRAST_SLOPE / (1 + numpy.exp(margin.clip(-30, 30)))
        numpy.add.at(outer, better, -pull)
        numpy.add.at(outer, worse, pull)
        outer = outer[self.pair]
        slope = numpy.where(counts, outer * -self.w * p * (1 - p) / (1 - self.w * p).clip(1e-9), 0)
        gradient = numpy.zeros((len(self.types), self.width + 1))
        numpy.add.at(gradient[:, 0], self.type, slope)
        for f in range(self.width):
            numpy.add.at(gradient[:, f + 1], self.type, slope * x[:, f])
        delta = theta - start
        ridge = RIDGE * len(self.bad) / 100
        return value + ridge * (delta ** 2).sum(), gradient.ravel() + 2 * ridge * delta

    def fit(self):
        """Fits with the choice of suspicions held, then chooses anew, some times."""
        start = numpy.zeros((len(self.types), self.width + 1))
        start[:, 0] = -3
        start[:, 1] = 0.5
        for i, name in enumerate(self.types):
            if name in VALUES:
                start[i, :2] = self.mean[i, 0], self.scale[i, 0]
        bounds = [(-12, 6) if f == 0 else (0, 0) if not self.columns[i, f - 1]
                  else (None, None) if self.types[i] in SIGNED else (0, 10)
                  for i in range(len(self.types)) for f in range(self.width + 1)]
        theta = start = start.ravel()
        for _ in range(ROUNDS):
            theta = minimize(self.loss, theta, args=(start, self.likeliest(theta)), jac=True,
                             method="L-BFGS-B", bounds=bounds, options={"maxiter": 200}).x
        return theta

    def lines(self, theta):
        """The fitted functions, of features as they are."""
        theta = theta.reshape(len(self.types), self.width + 1)
        for i, name in enumerate(self.types):
            weights = theta[i, 1:] / self.scale[i]
            offset = theta[i, 0] - (weights * self.mean[i]).sum()
            yield name + " " + " ".join(f"{n:.5g}" for n in [offset, *weights[self.columns[i]]])


class Fluency:
    """How well renderings read, as a weight on their scores.

    The score is that of all else times 1 - w p, p a logistic function of the features. What the original
    leads to expect is taken off each feature first, by linear regression over the human renderings, so
    that p is about a half for them. Then the weights are fitted so that a rendering scores above its
    faulty variants: to the logistic loss of the difference of the logarithms of their scores.
    """

    def __init__(self, pairs, checked, scores):
        rows = [[e["features"] for e in record["evidence"] if e["type"] == FLUENCY] for record in checked]
        self.has = numpy.array([len(row) == 1 for row in rows])
        width = next(len(row[0]) for row in rows if row)
        self.x = numpy.array([row[0] if row else [0.0] * width for row in rows])
        self.scores = numpy.array(scores).clip(1e-9)
        human = {pair["group"]: n for n, pair in enumerate(pairs) if pair["kind"] == "human"}
        self.human = numpy.array([n for n in human.values() if self.has[n]])
        faulty = [n for n, pair in enumerate(pairs) if pair["label"] == "bad" and pair["group"] in human
                  and self.has[n] and self.has[human[pair["group"]]]]
        self.better = numpy.array([human[pairs[n]["group"]] for n in faulty])
        self.worse = numpy.array(faulty)

    def fit(self):
        """The offset and the weights of the features as they are."""
        rendering, original = self.x[:, :-ORIGINAL], self.x[:, -ORIGINAL:]
        expected = numpy.hstack([numpy.ones((len(self.x), 1)), original])
        slopes = numpy.linalg.lstsq(expected[self.human], rendering[self.human], rcond=None)[0]
        rest = rendering - expected @ slopes
        scale = rest[self.human].std(0)
        rest = rest / scale
        margin = numpy.log(self.scores[self.better]) - numpy.log(self.scores[self.worse])

        def loss(weights):
            p = 1 / (1 + numpy.exp(-(rest @ weights).clip(-30, 30)))
            log = numpy.log1p(-FLUENCY_WEIGHT * p)
            total = FLUENCY_SLOPE * (margin + log[self.better] - log[self.worse])
            slope = -FLUENCY_WEIGHT * p * (1 - p) / (1 - FLUENCY_WEIGHT * p)
            pull = -FLUENCY_SLOPE / (1 + numpy.exp(total.clip(-30, 30))) / len(margin)
            gradient = ((pull * slope[self.better]) @ rest[self.better]
                        - (pull * slope[self.worse]) @ rest[self.worse])
            spread = rest[self.human] @ weights
            return (numpy.logaddexp(0, -total).mean() + FLUENCY_RIDGE * (weights ** 2).sum()
                    + FLUENCY_SPREAD * (spread ** 2).mean(),
                    gradient + 2 * FLUENCY_RIDGE * weights
                    + 2 * FLUENCY_SPREAD * (spread @ rest[self.human]) / len(spread))

        weights = minimize(loss, numpy.zeros(rest.shape[1]), jac=True, method="L-BFGS-B").x / scale
        expected = -slopes @ weights
        return [expected[0], *weights, *expected[1:]]

    def factor(self, function):
        """What scores are multiplied by, in which one that reads like most is taken for granted."""
        z = function[0] + self.x @ numpy.array(function[1:])
        weight = FLUENCY_WEIGHT * numpy.where(self.has, 1 / (1 + numpy.exp(-z.clip(-30, 30))), 0.5)
        return (1 - weight) / (1 - FLUENCY_WEIGHT / 2)


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
    human = {p["group"]: s for p, s in zip(pairs, score) if p["kind"] == "human"}
    wins = [s < human[p["group"]] for p, s in zip(pairs, score) if p["label"] == "bad" and p["group"] in human]
    print(f"  faulty variants that score below their rendering: {100 * sum(wins) / len(wins):.1f} %")
    print(f"  expected calibration error {error:.3f} over {len(pairs)} pairs")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", required=True)
    parser.add_argument("--checked", required=True)
    parser.add_argument("--output")
    parser.add_argument("--source", default="variants of openly licensed pairs, see Tools/fidelity")
    options = parser.parse_args()
    pairs, checked = read(options.pairs), read(options.checked)
    for record in checked:
        record["evidence"] = [e for e in record["evidence"] if e["severity"] != "note"]
    assert [p["id"] for p in pairs] == [c["id"] for c in checked], "the files are not of the same pairs"
    sizes = {e["type"]: len(e["features"]) for record in checked for e in record["evidence"]
             if e["type"] != FLUENCY}
    others = [{"evidence": [e for e in record["evidence"] if e["type"] != FLUENCY]} for record in checked]

    def model(rows):
        return Model([pairs[i] for i in rows], [others[i] for i in rows], sizes)

    def fluency(rows, scores):
        return Fluency([pairs[i] for i in rows], [checked[i] for i in rows], scores)

    def fit(rows):
        """Fits all but how renderings read, then that."""
        found = model(rows)
        theta = found.fit()
        return found, theta, fluency(rows, found.faultless(theta)).fit()

    fitted = [i for i, pair in enumerate(pairs) if pair["group"] % 5]
    held = [i for i, pair in enumerate(pairs) if pair["group"] % 5 == 0]
    rest, theta, function = fit(fitted)
    print("pairs that nothing was fitted to:")
    scores = model(held).like(rest).faultless(theta)
    judge([pairs[i] for i in held], scores * fluency(held, scores).factor(function))
    if options.output:
        whole, theta, function = fit(range(len(pairs)))
        with open(options.output, "w", encoding="utf-8") as output:
            output.write("# How likely a suspicion is a fault: type, offset and weights of a logistic function of its\n"
                         "# features.\n#\n"
                         f"# Origin: fitted by Tools/fidelity to {options.source}.\n# Licence: Apache-2.0, as the program.\n\n")
            output.writelines(line + "\n" for line in whole.lines(theta))
            output.write(FLUENCY + " " + " ".join(f"{n:.5g}" for n in function) + "\n")


if __name__ == "__main__":
    main()
