#!/usr/bin/env python3
"""What runs of pipelines cost: many small documents, results from the cache, one core and two.

    swift build -c release --product cotejo
    swift build -c release --package-path Benchmarks
    python3 Benchmarks/runs.py [--documents 100000] [--folder DIR] [BINARY]

What a run costs beyond its stages is measured where the second of these was built, too. Texts are made up
from a seed. Each line has wall-clock and CPU seconds (user and system) and the peak of
memory; on a machine that does other work too, go by CPU seconds.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

BENCHMARKS = os.path.join(
    os.path.dirname(os.path.abspath(__file__)), ".build/release/cotejo-benchmarks"
)

PIPELINE = """cotejo: 1
name: many
languages: {source: es, target: en}
inputs:
  documents: {corpus: corpus}
stages:
  - uses: normalize
  - uses: segment
  - uses: align
  - {uses: filter, with: {minimumScore: 0.3}}
  - uses: deduplicate
  - {uses: export, with: {to: pairs.tmx}}
  - {uses: export, with: {to: pairs.jsonl}}
"""

WORDS = [
    ("casa", "house"), ("libro", "book"), ("agua", "water"), ("ciudad", "city"), ("puente", "bridge"),
    ("escuela", "school"), ("camino", "road"), ("tren", "train"), ("mercado", "market"),
    ("campana", "bell"), ("vecino", "neighbour"), ("plaza", "square"), ("noche", "night"),
    ("hospital", "hospital"), ("presupuesto", "budget"), ("alcalde", "mayor"),
]


def sentence(generator):
    first, second, third = (generator.choice(WORDS) for _ in range(3))
    number = generator.randrange(2, 5000)
    return (
        f"El día {number} la gente vio {first[0]}, {second[0]} y {third[0]} en el centro.",
        f"On day {number} people saw {first[1]}, {second[1]} and {third[1]} in the centre.",
    )


def write_corpus(folder, documents, sentences, seed):
    """Documents of about so many sentences, in paragraphs."""
    generator = random.Random(seed)
    for language in ("es", "en"):
        os.makedirs(f"{folder}/corpus/{language}", exist_ok=True)
    for number in range(documents):
        count = max(1, int(sentences * generator.uniform(0.5, 1.5)))
        pairs = [sentence(generator) for _ in range(count)]
        for side, language in enumerate(("es", "en")):
            lines = [
                pair[side] + ("\n\n" if index % 4 == 3 else " ") for index, pair in enumerate(pairs)
            ]
            with open(f"{folder}/corpus/{language}/d{number:06}.txt", "w", encoding="utf-8") as file:
                file.write("".join(lines).strip() + "\n")
    with open(f"{folder}/p.yml", "w", encoding="utf-8") as file:
        file.write(PIPELINE)


def measure(binary, folder, title, *arguments):
    """Runs a command; its wall-clock and CPU seconds and the peak of its memory in MB."""
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        quiet = os.open(os.devnull, os.O_RDWR)
        os.dup2(quiet, 0)
        os.dup2(quiet, 1)
        os.execv(binary, [binary, *arguments])
    _, status, usage = os.wait4(child, 0)
    wall = time.monotonic() - start
    processor = usage.ru_utime + usage.ru_stime
    memory = usage.ru_maxrss / 1024
    if status != 0:
        sys.exit(f"{title}: {' '.join(arguments)} ended with {os.waitstatus_to_exitcode(status)}")
    print(f"{title:44} {wall:8.2f} s wall {processor:8.2f} s CPU {memory:8.1f} MB", flush=True)
    return wall, processor, memory


def many(binary, folder, documents):
    """Memory a document, planning, a run from the cache."""
    print(f"{documents} documents of about 3 sentences")
    write_corpus(folder, documents, 3, seed=1)
    run = ["run", "p.yml", "--quiet", "--cache", "cache"]
    measure(binary, folder, "plan, nothing stored", "plan", "p.yml", "--cache", "cache")
    cold = measure(binary, folder, "run, nothing stored", *run, "--output", "a")
    measure(binary, folder, "plan, all stored", "plan", "p.yml", "--output", "a", "--cache", "cache")
    measure(binary, folder, "run, all stored, output to be written", *run, "--output", "b")
    measure(binary, folder, "run, all stored, output there", *run, "--output", "a")
    small = f"{folder}/few"
    write_corpus(small, 1000, 3, seed=1)
    few = measure(binary, small, "run of 1000, nothing stored", *run, "--output", "a")
    share = (cold[2] - few[2]) * 1024 / (documents - 1000)
    print(f"memory: {share:.2f} kB a document more than 1000 take")


def speed(binary, folder):
    """One core against two, and what the cache costs, in turns."""
    print("200 documents of about 150 sentences; the best of three")
    write_corpus(folder, 200, 150, seed=2)
    best = {}
    for turn in range(3):
        for title, options in [
            ("1 job, no cache", ["--jobs", "1", "--no-cache"]),
            ("2 jobs, no cache", ["--jobs", "2", "--no-cache"]),
            ("1 job, cold cache", ["--jobs", "1", "--cache", f"cold{turn}"]),
            ("2 jobs, cold cache", ["--jobs", "2", "--cache", f"cold-two{turn}"]),
        ]:
            arguments = ["run", "p.yml", "--quiet", "--output", f"out{turn}", *options]
            wall, processor, _ = measure(binary, folder, title, *arguments)
            shutil.rmtree(f"{folder}/out{turn}")
            earlier = best.get(title, (wall, processor))
            best[title] = (min(wall, earlier[0]), min(processor, earlier[1]))
    one, two = best["1 job, no cache"], best["2 jobs, no cache"]
    print(f"two jobs are {one[0] / two[0]:.2f} times as fast as one by the clock")
    print(f"a cold cache takes {100 * (best['1 job, cold cache'][1] / one[1] - 1):.1f} % more CPU")


def overhead(benchmarks, folder):
    """What a run costs beyond its stages: the same documents, the stages called in a loop."""
    if not os.path.exists(benchmarks):
        print(f"{benchmarks} is not built: no figure of what a run costs beyond its stages")
        return
    print("200 documents of about 150 sentences; the stages by themselves, and runs", flush=True)
    write_corpus(folder, 200, 150, seed=2)
    subprocess.run([benchmarks, "overhead", "p.yml"], cwd=folder, check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", nargs="?", default=".build/release/cotejo")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--folder", help="where to work (default: a temporary folder)")
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        many(binary, f"{folder}/many", options.documents)
        speed(binary, f"{folder}/speed")
        overhead(BENCHMARKS, f"{folder}/overhead")


if __name__ == "__main__":
    main()
