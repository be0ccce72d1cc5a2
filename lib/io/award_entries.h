#ifndef IO_AWARD_ENTRIES_H
#define IO_AWARD_ENTRIES_H

/*
 * What applications say beside their scores: lot, NGO, amount, the verdict
 * on their form, and the fields that tell ties apart.  Either the records of
 * the scores have these fields, or a file of applications has.
 */

#include "civic/award.h"
#include "io/award_lots.h"
#include "io/rec.h"

/* Where they stand in a stream; REC_NONE for those that are not there. */
struct award_fields {
	size_t lot, bin, requested, verdict, reasons, cite;
	size_t key[AWARD_KEYS_MAX];
};

struct award_entry {
	struct str name;
	uint32_t lot;
	bool returned, seen;	/* its score has been */
	int64_t requested;
	struct str bin, reasons, cite;
	struct award_said *said;
};

struct award_entries {
	struct arena text;
	struct map names;
	struct award_entry *entry;
	size_t count, room;
	struct award_fields field;	/* of the file */
};

/*
 * The places of the fields; dies if the lot, the NGO or the amount is
 * missing.  A key's field may be in either stream.
 */
struct award_fields award_entries_fields(const struct award_rules *r,
    const struct rec *in);

/*
 * Take what the record in hand says, by its fields.  Its texts are the
 * record's.  False if it is refused; entry->lot is then the lot if that is
 * known, else the number of all lots.
 */
bool award_entries_look(const struct award_rules *r,
    const struct award_lots *lots, const struct award_fields *f,
    struct rec *in, struct award_entry *entry);

/* What a key's field says, or refuse the record. */
void award_entries_key(const struct award_rules *r, size_t key, size_t field,
    struct rec *in, struct award_said *said);

/*
 * Read a file of applications.  Those refused are told to the award.
 * Returns the exit status so far.
 */
int award_entries_read(struct award_entries *e, struct award *w,
    const struct award_lots *lots, const char *file);

/* By name; NULL if there is none. */
struct award_entry *award_entries_find(const struct award_entries *e,
    struct str name);

void award_entries_free(struct award_entries *e);

#endif
