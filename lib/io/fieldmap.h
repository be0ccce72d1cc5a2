#ifndef IO_FIELDMAP_H
#define IO_FIELDMAP_H

/*
 * Maps: how the fields of a foreign file become ours.  share/maps/NAME.yaml;
 * rec-from(1) describes them.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "io/foreign.h"
#include "io/json_doc.h"
#include "io/json_path.h"

struct fieldmap {
	/* What the map says of the files; NULL or 0 where it says nothing. */
	struct str format;		/* csv or json */
	const char *encoding;
	struct str delimiter;
	bool no_quotes;
	size_t skip;
	struct json_doc records;	/* where they are in a document */
	bool nested_drop;		/* leave out what is no field */

	/* The foreign fields that it takes, and whether it keeps others. */
	struct str *from;
	size_t froms;
	bool keeps_others;
	struct json_path paths;		/* the same, for json, if it does not */

	/* The rest is for fieldmap.c alone. */
	bool trims;
	struct str *empty;
	size_t empties;
	struct mapped *field;
	size_t count;
	struct str *name;		/* all fields that go out */
	struct arena *run;
	struct buf text;		/* of the record in hand */
};

/*
 * Read a map, which lives as long as the program; NULL is the one that only
 * makes names ours.  Trouble dies.
 */
struct fieldmap *fieldmap_read(struct arena *a, const char *name);

/*
 * Find the map's fields in an input, and give its own to the output.  Dies
 * if one is missing, or if a name cannot be made one of ours.
 */
void fieldmap_bind(struct fieldmap *m, const struct foreign *in);

/* Whether a record goes out as it comes in. */
bool fieldmap_changes(const struct fieldmap *m);

/*
 * Write the record in hand, whose values are in in->value.  False, and
 * nothing written, if a value is not what the map says, or if all of them are
 * longer than a line may be: then it is refused.
 */
bool fieldmap_write(struct fieldmap *m, struct foreign *in);

#endif
