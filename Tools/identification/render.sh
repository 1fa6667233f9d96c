#!/bin/sh
# Renders Spanish text into Galician: render.sh IN OUT
#
# Apertium's pair es-gl without its constraint grammar, which takes twenty times as long and changes few words.
# Words that it does not know stand in the output with a star.
#
# Written for this program. Licence: Apache-2.0, as the program.
set -e
data=/usr/share/apertium/apertium-es-gl
apertium-destxt < "$1" \
  | lt-proc -w "$data/es-gl.automorf.bin" \
  | apertium-tagger -g "$data/es-gl.prob" \
  | apertium-pretransfer \
  | apertium-transfer "$data/apertium-es-gl.es-gl.t1x" "$data/es-gl.t1x.bin" "$data/es-gl.autobil.bin" \
  | lt-proc -g "$data/es-gl.autogen.bin" \
  | lt-proc -p "$data/es-gl.autopgen.bin" \
  | apertium-retxt > "$2.part"
mv "$2.part" "$2"
