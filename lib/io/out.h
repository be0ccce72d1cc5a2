#ifndef IO_OUT_H
#define IO_OUT_H

/*
 * Writing records to standard output: TSV in a pipe or a file, an aligned
 * table on a terminal.  There is one output; its header comes first:
 *
 *	out_fields(in);			the fields of an input, then
 *	out_field("due");		one more
 *	while (rec_next(in)) {
 *		out_record(in);		the values of the record in hand, then
 *		out_value(due);		one more
 *		out_end();
 *	}
 *	return out_finish(rec_close(in));
 *
 * A value is escaped when it is written.  The values of a record must be as
 * many as the fields; a field named twice dies.  What cannot be written dies.
 */

#include <stdint.h>

#include "base/str.h"
#include "io/rec.h"

/* The header.  It is printed by the first out_end, or by out_finish. */
void out_fields(const struct rec *in);
void out_field(const char *name);
void out_field_str(struct str name);

/* The record in hand of an input, all its values at once. */
void out_record(const struct rec *in);

/* A whole record as a line of TSV, with its escapes and without its end. */
void out_line(struct str line);

/* The next value: any text; a text with its escapes; numbers. */
void out_value(struct str value);
void out_raw(struct str value);
void out_text(const char *value);
void out_number(int64_t value);
void out_decimal(int64_t units, int places);

/* The record is complete. */
void out_end(void);

/* For programs whose output is no records (rec-to, --completion): bytes. */
void out_bytes(struct str bytes);

/*
 * Hold everything back until out_finish, for a program that says what it did
 * only when it is truly done.  If it dies before, nothing is printed.
 */
void out_hold(void);

/* Write all that is left, check that it was written; returns finish(status). */
int out_finish(int status);

#endif
