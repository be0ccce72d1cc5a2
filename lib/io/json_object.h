#ifndef IO_JSON_OBJECT_H
#define IO_JSON_OBJECT_H

/* An object in JSON, read into the values of the fields that it has. */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/map.h"
#include "io/foreign.h"
#include "io/json_path.h"
#include "io/json_scan.h"

/* The first six are the caller's. */
struct json_object {
	struct foreign *f;	/* the object is f->source */
	struct json_path *tree;	/* where the fields stand in it */
	bool pass_over;		/* other keys are no fault, */
	bool nested_drop;	/* nor are objects and arrays of no field */
	struct map *keys;	/* if not NULL: its keys go here, no value is */
	struct buf why;		/* taken, and the first fault waits here */

	bool good;		/* the object in hand has no fault */

	/* The rest is for json_object.c alone. */
	struct json_scan scan;
	size_t objects;
};

/*
 * Read the object and refuse it for its faults.  False if it is not JSON to
 * its end.  The values live until the next is read.
 */
bool json_object_read(struct json_object *o);

void json_object_free(struct json_object *o);

#endif
