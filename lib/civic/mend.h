#ifndef CIVIC_MEND_H
#define CIVIC_MEND_H

/*
 * Values as others write them, turned into ours.  Nothing is guessed: the
 * caller says what a text is, and a text that is not that is left alone.
 *
 * Each appends to out what the text becomes and returns true; or appends
 * nothing and returns false.
 */

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

/*
 * A BIN: as it stands, or what a spreadsheet made of one, a number without
 * its leading zeros, with a fraction of zeros (80340021186.0), or with an
 * exponent and all its digits (8.0340021186E+10).  The check digit must hold.
 */
bool mend_bin(struct buf *out, struct str text);

/*
 * A number with a decimal mark, '.' or ',', and perhaps blanks (of any
 * width, breaking or not) between groups of three digits: 1250000.50.
 */
bool mend_number(struct buf *out, struct str text, char mark);

/*
 * A day by its pattern: dd and mm are two digits, d and m one or two, yyyy
 * four; HH, MM, SS are hours, minutes and seconds, checked and left out; the
 * rest stands for itself.  "d.m.yyyy" makes 2024-03-01 of 1.3.2024.
 */
bool mend_date(struct buf *out, struct str text, struct str pattern);

/*
 * A day, or a moment, as RFC 3339 writes them: 2021-01-26,
 * 2021-01-26T18:30:00+06:00, 2021-01-26T12:30:00.5Z.  Of a moment, it is the
 * day that is written there, wherever that offset is.
 */
bool mend_iso(struct buf *out, struct str text);

/* Whether a pattern has one year, one month and one day. */
bool mend_is_pattern(struct str pattern);

#endif
