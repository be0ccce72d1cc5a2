#ifndef IO_JSON_H
#define IO_JSON_H

/*
 * Records in JSON: an object on each line, or one array of objects laid out
 * at will, which may stand within a document.  One object at a time is held.
 *
 * Strings lose their escapes; numbers, true and false keep their text; null
 * and a key that is not there are empty.  Refused, with the way to it: what
 * is not JSON, an object or array that is no field, something else than what
 * a path needs to go on, a key twice, an unknown key, \u0000, half a
 * surrogate pair, depth over JSON_SCAN_DEPTH.  An array of strings before all
 * objects names the fields.
 */

#include "io/foreign.h"
#include "io/json_doc.h"
#include "io/json_path.h"

struct json_format {
	const struct str *names;	/* the keys to take; NULL: the first */
	size_t count;			/* object's, or the array's */
	struct json_path *paths;	/* names are paths, each a field here */
	struct json_doc records;	/* of no keys: files are no documents */
	bool pass_over;			/* other keys are no fault, */
	bool nested_drop;		/* nor are other objects and arrays */
	const char *encoding;		/* as for encoding_open */
};

/* All records of the files.  The format is kept. */
struct foreign *json_open(char **files, const struct json_format *format);

/* Turn to the next record; false after the last. */
bool json_next(struct foreign *f);

/* As foreign_close. */
int json_close(struct foreign *f);

#endif
