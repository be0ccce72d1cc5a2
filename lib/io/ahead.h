#ifndef IO_AHEAD_H
#define IO_AHEAD_H

/*
 * Reading records whose keys are looked up in a large map, which does not
 * change meanwhile: some are read ahead, and what belongs to them is asked of
 * memory, before the first of them is looked at.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "io/rec.h"

enum { AHEAD_MOST = 64 };

struct ahead {
	struct rec *in;
	const struct map *map;
	size_t key;		/* the field */
	const void *of;		/* what belongs to the keys, by number */
	size_t size;		/* of one of them */

	/* The rest begins as zeros. */
	size_t found;		/* the key's number, or MAP_NONE */
	struct rec_place place[AHEAD_MOST];
	size_t number[AHEAD_MOST];
	struct rec_place end;	/* where the reading stands */
	size_t count, next;
};

/* Turn to the next record, as rec_next does. */
bool ahead_next(struct ahead *a);

#endif
