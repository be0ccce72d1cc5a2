#ifndef IO_ROW_H
#define IO_ROW_H

/*
 * The values of a record that a program counts with, each read by its type,
 * all faults of a record named at once.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "io/rec.h"

enum row_type {
	ROW_ID,		/* a text of at most 100 characters */
	ROW_TEXT,	/* any text */
	ROW_NUMBER,	/* a number of a series: 1 to ROW_NUMBER_MAX */
	ROW_MONEY,	/* tiyn, from 1 */
	ROW_DATE,	/* a day, as civic/date.h counts them */
};

enum row_need { ROW_VALUE, ROW_MAY_BE_EMPTY, ROW_MAY_BE_MISSING };

struct row_field {
	const char *name;
	enum row_type type;
	enum row_need need;
};

enum { ROW_FIELDS_MAX = 16, ROW_NUMBER_MAX = 999999999 };
#define ROW_EMPTY INT64_MIN	/* the units of no value */

struct row {
	struct rec *in;
	const struct row_field *field;
	size_t count;
	size_t place[ROW_FIELDS_MAX];	/* REC_NONE if the field is missing */

	/* Of the record in hand: texts as they are, the others in units. */
	struct str text[ROW_FIELDS_MAX];
	int64_t units[ROW_FIELDS_MAX];

	char *file[2];	/* of row_open_file */
};

/* Dies, with the nearest name, if the input has no field that must be there. */
void row_open(struct row *r, struct rec *in, const struct row_field *field,
    size_t count);

/* The same for a file that is all of an input; the row outlives it. */
struct rec *row_open_file(struct row *r, const char *file,
    const struct row_field *field, size_t count);

/*
 * Read the record in hand; its texts are views until the next rec_next.
 * False if it is refused (rec_refuse), for all that is wrong with it.
 */
bool row_read(struct row *r);

#endif
