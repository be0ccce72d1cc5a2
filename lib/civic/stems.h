#ifndef CIVIC_STEMS_H
#define CIVIC_STEMS_H

/*
 * Many word stems looked for in a text at once, in one pass over it.
 *
 * The time of a look grows with the text, not with the number of stems,
 * unless many are of one letter; words that have been seen cost little.
 * Memory: 4 to 12 bytes a letter of the stems (30 more while they are added),
 * a quarter of a MiB, and the text, one byte a character; with places, five.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "civic/letters.h"
#include "civic/stem.h"
#include "civic/stem_gate.h"
#include "civic/stem_tree.h"
#include "civic/stem_walk.h"

/* All zeros is no stem yet. */
struct stems {
	size_t count;		/* stems in it */
	const uint32_t *found;	/* by the last stems_find; with places, */
	size_t founds;		/* in the order of the text */
	struct letters letters;	/* the text read */

	/* The rest is for stems.c alone. */
	struct map paths;	/* of the stems, in classes */
	uint32_t *tree;
	struct stem_gate word_gate, any_gate;
	bool at_words, at_any;	/* where stems can begin */
	struct stem_walk walk;
	struct stems_places *places;
	struct stems_seen *seen;	/* NULL with places */
	struct buf folded;
};

/*
 * Add a stem and say its number, 0, 1, 2 ...; the same stem again, also one
 * written in other case or spacing, has the same number.  On a fault nothing
 * is found by it, and *number is as it was.
 */
enum stem_fault stems_add(struct stems *s, struct str stem, size_t *number);

/* After the last stems_add, before the first look; with places if wanted. */
void stems_build(struct stems *s, bool places);

/*
 * Forget the text; add a part to it, such as one field of a record; look.
 * Phrases do not reach from one part into the next.  Returns how many
 * different stems were found; their numbers are in found until the next look.
 */
void stems_clear(struct stems *s);
void stems_read(struct stems *s, struct str part);
size_t stems_find(struct stems *s);

/*
 * The word or words, as they stand, in which a stem found was found first.
 * Only with places, and while the parts read are there.
 */
struct str stems_where(const struct stems *s, uint32_t stem);

/* Append a stem as all its spellings have it: "окружающ* сред*". */
void stems_spell(const struct stems *s, size_t number, struct buf *out);

void stems_free(struct stems *s);

#endif
