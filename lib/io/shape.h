#ifndef IO_SHAPE_H
#define IO_SHAPE_H

/*
 * What a register consists of: its tables, views, indexes and triggers, and
 * whether they are those that the programs make.  What is made anew, in
 * memory, from reg_field is compared with what is there.
 *
 * Blanks make no difference, nor do the engine's own notes (sqlite_stat1);
 * what is below a full-text table is the engine's, and only has to be there.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "io/sql.h"

enum shape_what { SHAPE_MISSING, SHAPE_CHANGED, SHAPE_FOREIGN };

struct shape_fault {
	enum shape_what what;
	struct str type, name;	/* "table", "ngo" */
};

/* What differs, in the arena; returns how many. */
size_t shape_compare(struct sql *s, struct arena *a,
    const struct shape_fault **fault);

#endif
