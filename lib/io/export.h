#ifndef IO_EXPORT_H
#define IO_EXPORT_H

/*
 * Records on their way out, to standard output, in a foreign format:
 *
 *	csv		lines of values between commas, under a header
 *	excel		the same as Excel opens it: a byte order mark,
 *			semicolons, CR LF, and an apostrophe before what would
 *			be a formula
 *	json		an object of strings on each line; an array of the
 *			names alone if there is no record
 *	table		aligned columns, control bytes made visible
 *	markdown	a table; nothing in a value is markup
 *	html		a page with a table; nothing in a value is markup
 *
 * What cannot be written dies.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct export;

bool export_is(const char *format);

/* One of these formats.  The names are kept. */
struct export *export_open(const char *format, const struct str *name,
    size_t count);

/* A record: as many values as there are names. */
void export_row(struct export *e, const struct str *value);

/* Write all that is left, and free it. */
void export_close(struct export *e);

#endif
