"""Fits the calibration of `cotejo check`: for each type of finding, how likely a suspicion is a fault.

usage: calibrate.py --pairs FILE --checked FILE [--output calibration.txt]
  FILE of --pairs: what pairs.py writes; of --checked: what `cotejo check --evidence` says of them.

The probability that a pair is at fault is 1 - prod(1 - w p) over the types of findings, p a logistic
function of the features of the likeliest suspicion of the type, w the weight of its severity: a noisy
or. The functions of all types are fitted together by maximum likelihood, with a ridge, on four fifths
of the groups; the rest judges them. That a rendering scores above its own faulty variants counts, too.

Written for this program. Licence: Apache-2.0, as the program. Needs numpy and scipy.
"""
import argparse
import collections
import json

import numpy
from scipy.optimize import minimize

WEIGHT = {"minor": 0.5, "major": 1.0, "critical": 1.0}
RIDGE = 0.002
ROUNDS = 4
# What it costs that a rendering does not score above its faulty variant, and how steeply.
CONTRAST = 0.3
CONTRAST_SLOPE = 10
# Types with features of which more may be better; of all others more is worse.
SIGNED = {"accuracy/omission", "accuracy/omission/truncation", "accuracy/addition"}


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


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
        log = numpy.zeros(self.count)
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
    sizes = {e["type"]: len(e["features"]) for record in checked for e in record["evidence"]}

    def model(rows):
        return Model([pairs[i] for i in rows], [checked[i] for i in rows], sizes)

    rest = model([i for i, pair in enumerate(pairs) if pair["group"] % 5])
    held = [i for i, pair in enumerate(pairs) if pair["group"] % 5 == 0]
    print("pairs that nothing was fitted to:")
    judge([pairs[i] for i in held], model(held).like(rest).faultless(rest.fit()))
    if options.output:
        whole = model(range(len(pairs)))
        with open(options.output, "w", encoding="utf-8") as output:
            output.write("# How likely a suspicion is a fault: type, offset and weights of a logistic function of its\n"
                         "# features.\n#\n"
                         f"# Origin: fitted by Tools/fidelity to {options.source}.\n# Licence: Apache-2.0, as the program.\n\n")
            output.writelines(line + "\n" for line in whole.lines(whole.fit()))


if __name__ == "__main__":
    main()
