#ifndef IO_REG_TABLE_H
#define IO_REG_TABLE_H

/* What a register and its tables are made of, for reg.c and its kin alone. */

#include "base/arena.h"
#include "io/journal.h"
#include "io/reg.h"
#include "io/store.h"
#include "io/twin.h"

struct reg {
	struct sql *sql;
	struct arena run;
	bool writing, loading;
	struct journal journal;
	struct reg_table *tables;
};

struct reg_table {
	struct reg *reg;
	struct reg_table *next;
	const struct schema *schema;
	struct store store;
	size_t *column;			/* of each field; STR_NONE: not yet */
	struct reg_table **target;	/* of each field that refers */
	struct twin *twin;
	size_t twins;
	struct str *now;		/* the record in hand, by columns */
	struct str *asked;		/* the key of another, by columns */
	char (*digits)[24];
	struct str *shown;		/* a record, by fields */
	struct buf key, before, after, why;
	struct arena told;
	struct reg_fault *fault;
	size_t faults, room;
};

void reg_table_close(struct reg_table *t);

#endif
