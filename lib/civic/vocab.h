#ifndef CIVIC_VOCAB_H
#define CIVIC_VOCAB_H

/*
 * Vocabularies: codes with names in Kazakh, Russian and English, and the
 * days between which a code is in force.  Loaded by io/kind.h.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/map.h"
#include "base/str.h"

struct vocab_entry {
	struct str code;
	struct str kk, ru, en;
	long from, until;	/* days; LONG_MIN and LONG_MAX where open */
	struct str parent;	/* code it belongs to or was part of; may be empty */
};

struct vocab {
	struct str name;	/* "regions" */
	struct vocab_entry *entry;
	size_t count;
	struct map codes;	/* code -> entry */
	struct map names;	/* folded name or alias -> index into name_entry */
	size_t *name_entry;
};

/* By code, exactly; NULL if there is none. */
const struct vocab_entry *vocab_find(const struct vocab *v, struct str code);

/* By any name or alias, folded (unicode_fold) by the caller; NULL if none. */
const struct vocab_entry *vocab_find_name(const struct vocab *v,
    struct str folded);

/*
 * Of regions: the one with this code of nine digits, or that the place with
 * this code lies in; NULL if there is none.
 */
const struct vocab_entry *vocab_region(const struct vocab *v,
    struct str code);

/* The code nearest to a wrong one, or an empty view. */
struct str vocab_nearest(const struct vocab *v, struct str code);

#endif
