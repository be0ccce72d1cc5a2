#ifndef IO_JSON_FIND_H
#define IO_JSON_FIND_H

/*
 * Where the objects of a file stand: on a line each, in one array, or in an
 * array within a document.  At most one of them is held at a time.
 */

#include <stdbool.h>

#include "io/foreign.h"
#include "io/json_doc.h"

struct json_find {
	struct foreign *f;	/* the one found: f->source and f->line */
	struct json_doc doc;	/* of no keys: files are no documents */

	/* The rest is for json_find.c alone. */
	bool array, begun;
};

/*
 * Begin with the file that was opened.  True if a line of names comes first
 * (["a","b"]), which is to be taken by json_find_line.
 */
bool json_find_names(struct json_find *find);

/* Turn to the next object; false at the end of the file. */
bool json_find_next(struct json_find *find);

/* Turn to the next line that is not empty; false at the end of the file. */
bool json_find_line(struct json_find *find);

#endif
