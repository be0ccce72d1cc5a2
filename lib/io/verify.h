#ifndef IO_VERIFY_H
#define IO_VERIFY_H

/*
 * Whether a register is what its journal says: the file is sound, each entry
 * has the hash of what it says and follows from the entries before it, and
 * the tables have the records that the entries make, and no others.
 *
 * A journal that was cut short or written anew as a whole agrees with itself.
 * That is found by a head written down elsewhere: how many entries there
 * were, and the hash of the last.
 */

#include <stdint.h>

#include "io/journal.h"
#include "io/reg.h"

struct verify {
	int64_t entries, records;
	char head[JOURNAL_HASH];	/* of the last entry, if there is one */
	char at[32];			/* its time, and a NUL */
	size_t faults;			/* told by warn, up to a limit */

	/* What was written down: 0 and an empty view if it was not. */
	int64_t old_entries;
	struct str old_head;
	int64_t found;			/* the entry that has the old head */
};

/* Of v, the last part is filled in, and the rest zero. */
void verify_register(struct verify *v, struct reg *r);

#endif
