"""Rules of forum-route from regular expressions that are lists of words.

usage: ukcat.py ukcat.csv

A code is a body, its expression the stems of a rule, the one that excludes
the stems that forbid it.  Of an expression all texts are written out that it
can be; a gap of any length (.*) becomes one of a few words.
"""

import csv
import re
import sys

EDGE, REST, GAP, MOST = "\1", "\2", "\3", 4000


class Reader:
    """Write out what an expression can be, from left to right."""

    def __init__(self, text):
        self.text, self.at = text, 0

    def peek(self):
        return self.text[self.at:self.at + 1]

    def take(self):
        self.at += 1
        return self.text[self.at - 1]

    def either(self):
        found = self.sequence()
        while self.peek() == "|":
            self.take()
            found += self.sequence()
        return found

    def sequence(self):
        found = [""]
        while self.peek() not in ("", "|", ")"):
            part = self.repeated(self.one())
            found = [a + b for a in found for b in part][:MOST]
        return found

    def one(self):
        c = self.take()
        if c == "(":
            found = self.either()
            self.take()
            return found
        if c == "[":
            return self.letters()
        if c == "\\":
            c = self.take()
            return [{"b": EDGE, "w": REST, "W": " "}.get(c, c)]
        return [" "] if c == "." and self.peek() not in ("*", "+") else [
            GAP if c == "." else c]

    def letters(self):
        found = []
        while self.peek() != "]":
            found += self.one()
        self.take()
        return [" "] if " " in found else found

    def repeated(self, part):
        mark = self.peek()
        if mark not in ("?", "*", "+") or mark == "":
            return part
        self.take()
        if self.peek() == "?":
            self.take()
        if GAP in part:
            return [GAP]
        if mark == "+":
            return part
        return [REST] if REST in part else [""] + part


def gapped(left, right):
    """Two texts with a gap between, as wide as forum-route has it."""
    sides = [re.findall(r"\w+", side.lower()) for side in (left, right)]
    room = min(6, 8 - len(sides[0]) - len(sides[1]))
    if not all(sides) or room < 1 or REST in left + right:
        return ""
    return "%s ~%d %s" % (" ".join(sides[0]), room, " ".join(sides[1]))


def stem(text):
    """A text as forum-route writes its stem, or nothing."""
    if GAP in text:
        return gapped(*text.split(GAP)[:2]) if text.count(GAP) == 1 else ""
    left = "" if text.startswith(EDGE) else "*"
    right = "" if text.endswith(EDGE) and REST not in text else "*"
    words = re.findall(r"\w+", text.lower().replace(REST, ""))
    if not words or len(words) > 8 or max(map(len, words)) > 30:
        return ""
    return left + " ".join(words) + right


def stems(expression):
    found = Reader(expression.strip()).either()
    words = set(map(stem, found)) - {""}
    return sorted(words - {re.sub(" ~.", "", w) for w in words if "~" in w})


def put(key, words):
    print("        %s:" % key)
    for word in words:
        print('          - "%s"' % word)


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        codes = list(csv.DictReader(file))
    print("rules: routes\ntitle: ukcat\ncite: ukcat\neditions:\n"
          "  - from: 2021-01-01\n    cite: ukcat\n"
          "    fields: {text: [name, activities, objects], id: org_id}\n"
          "    otherwise: none\n    bodies:\n"
          "      none: {kk: none, ru: none, en: none}")
    for code in codes:
        name = code["Code"].lower()
        print("      %s: {kk: %s, ru: %s, en: %s}" % ((name,) * 4))
    print("    routes:")
    for code in codes:
        words = stems(code["Regular expression"])
        if not words:
            continue
        print("      - rule: r-%s\n        body: %s" % (
            (code["Code"].lower(),) * 2))
        put("any", words)
        without = [w for w in stems(code["Exclude regular expression"])
                   if w not in words]
        if without:
            put("none", without)


main()
