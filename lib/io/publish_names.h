#ifndef IO_PUBLISH_NAMES_H
#define IO_PUBLISH_NAMES_H

/* Names of organisations, from the register; each is asked for once. */

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"

struct publish_names {
	struct map known;
	struct str *name;
	size_t room;
	struct arena *run;
	struct reg *reg;
	struct reg_table *table;
	size_t first, second;	/* fields: in the language, in the other */
};

/* file is the register's, or NULL: then no name is known. */
void publish_names_open(struct publish_names *n, struct arena *a,
    const char *file, struct str language);

/* The name of a BIN, or an empty one. */
struct str publish_names_of(struct publish_names *n, struct str bin);

void publish_names_close(struct publish_names *n);

#endif
