#ifndef IO_JSON_H
#define IO_JSON_H

/*
 * Records in JSON: one flat object on each line, or one array of flat
 * objects laid out at will.
 *
 * Strings lose their escapes; numbers, true and false keep their text; null
 * and a key that is not there are empty.  Refused: what is not JSON, an
 * object or array as a value, a key twice, an unknown key, \u0000, half a
 * surrogate pair.  An array of strings before all objects names the fields.
 */

#include "io/foreign.h"

struct json_format {
	const struct str *names;	/* the keys to take; NULL: the first */
	size_t count;			/* object's, or the array's */
	bool pass_over;			/* other keys are no fault */
	const char *encoding;		/* as for encoding_open */
};

/* Append a text as a string of JSON, with its quotes. */
void json_append(struct buf *out, struct str text);

/* Append an array of names on a line, which names the fields of a file. */
void json_names(struct buf *out, const struct str *name, size_t count);

/* All records of the files.  The format is kept. */
struct foreign *json_open(char **files, const struct json_format *format);

/* Turn to the next record; false after the last. */
bool json_next(struct foreign *f);

/* As foreign_close. */
int json_close(struct foreign *f);

#endif
