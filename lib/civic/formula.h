#ifndef CIVIC_FORMULA_H
#define CIVIC_FORMULA_H

/*
 * Texts that a spreadsheet would take for a formula and run: they start with
 * = + - @ (or their full-width forms), a tab, a CR or an LF, and are no plain
 * number with a sign.  An apostrophe put before one makes it a text again.  So
 * that it can be taken off without doubt, one is also put before texts that
 * look as if they had one.
 */

#include <stdbool.h>

#include "base/str.h"

/* Whether an apostrophe must be put before it. */
bool formula_is(struct str text);

/* The text without the apostrophe that was put before it, if one was. */
struct str formula_bare(struct str text);

#endif
