# shellcheck shell=sh
# Sourced by the tests of the register: kinds of our own, with every type.

mkdir share share/schema share/vocab
cp "$CIVUTILS_SHARE"/vocab/regions.yaml share/vocab
cat >share/vocab/colours.yaml <<'END'
vocabulary: colours
title: Colours
cite: the test
entries:
  red: { kk: қызыл, ru: красный, en: red }
  green: { kk: жасыл, ru: зелёный, en: green }
END
cat >share/schema/thing.yaml <<'END'
kind: thing
title: A thing
cite: the test
key: [id]
fields:
  id: { type: text, longest: 20, en: i, ru: i, kk: i }
  name: { type: text, search: yes, required: yes, en: n, ru: n, kk: n }
  note: { type: text, search: yes, en: n, ru: n, kk: n }
  count: { type: integer, en: c, ru: c, kk: c }
  weight: { type: decimal(3), en: w, ru: w, kk: w }
  price: { type: money, en: p, ru: p, kk: p }
  day: { type: date, en: d, ru: d, kk: d }
  hour: { type: time, en: h, ru: h, kk: h }
  sold: { type: yes, en: s, ru: s, kk: s }
  place: { type: region, en: p, ru: p, kk: p }
  colours: { type: list of one of colours, en: c, ru: c, kk: c }
  part_of: { type: ref thing, en: p, ru: p, kk: p }
END
cat >share/schema/mark.yaml <<'END'
kind: mark
title: A mark of a thing in a year
cite: the test
key: [thing, year]
fields:
  thing: { type: ref thing, en: t, ru: t, kk: t }
  year: { type: integer, en: y, ru: y, kk: y }
  mark: { type: integer, en: m, ru: m, kk: m }
  seen_with: { type: list of ref thing, en: s, ru: s, kk: s }
END
# shellcheck disable=SC2154 # lib.sh has it
export CIVUTILS_SHARE="$dir/share"
