#ifndef IO_SEARCH_CHECK_H
#define IO_SEARCH_CHECK_H

/*
 * Whether a kind's full-text table has the words of its records: those that
 * the journal's entries make, up to the last one that was taken in.
 */

#include <stdbool.h>
#include <stdint.h>

#include "io/journal.h"
#include "io/search.h"

struct search_check {
	struct search search;
	bool on;		/* there is such a table, as far as it says */
	int64_t until;		/* the last entry taken in */
	uint64_t count, sum;	/* of words and records that should be there */
};

void search_check_open(struct search_check *c, struct store *store);

/* An entry of the kind, and the entry that registered its record. */
void search_check_entry(struct search_check *c, const struct journal_entry *e,
    int64_t record);

/* After all entries. */
bool search_check_holds(struct search_check *c);
void search_check_close(struct search_check *c);

#endif
