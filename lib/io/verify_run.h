#ifndef IO_VERIFY_RUN_H
#define IO_VERIFY_RUN_H

/* Where the checks of a register have come to, for io/verify*.c alone. */

#include "base/arena.h"
#include "base/die.h"
#include "base/map.h"
#include "io/search_check.h"
#include "io/sql.h"
#include "io/store.h"
#include "io/twin.h"
#include "io/verify.h"

struct verify_run {
	struct verify *v;
	struct sql *sql;
	struct arena run;
	struct sql_query *one;		/* journal_read_one */
	struct store *store;
	struct search_check *search;	/* of each store */
	size_t stores;

	/* The records the journal makes: "kind\tkey". */
	struct map records;
	struct known {
		int64_t first, last;	/* entries that made, changed it */
		bool seen;		/* in its table */
	} *known;
	size_t room;
	struct buf name, text;
	struct twin_sum twins;		/* those there should be */
};

/* Tell a fault, up to a limit, and how many more there are at the end. */
void verify_run_tell(struct verify_run *c, const char *fmt, ...) PRINTF(2, 3);
void verify_run_end(struct verify_run *c);

/* The table of a kind, or NULL. */
struct store *verify_run_store(struct verify_run *c, struct str kind);

/* By what a record is known, "kind\tkey", until the next time. */
struct str verify_run_name(struct verify_run *c, struct str kind,
    struct str key);

/* Check the journal, from which follows what the records are. */
void verify_journal(struct verify_run *c);

/* Whether it has the head that was written down. */
void verify_journal_head(struct verify_run *c);

#endif
