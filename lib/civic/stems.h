#ifndef CIVIC_STEMS_H
#define CIVIC_STEMS_H

/*
 * Many word stems looked for in a text at once, in one pass over it.
 *
 * The time of a look grows with the text, not with the number of stems,
 * unless many are of one or two letters.  Memory: 4 to 12 bytes a letter of
 * the stems (30 more while they are added), and the text, one byte a
 * character; with places, five.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "civic/letters.h"
#include "civic/stem.h"

/* All zeros is no stem yet. */
struct stems {
	struct map known;	/* the stems as folded, by their numbers */
	uint32_t *found;	/* by the last stems_find, as in the text */
	size_t founds;
	struct letters letters;	/* the text read */

	/* The rest is for stems.c alone. */
	struct stems_node *node;
	size_t nodes, noderoom;
	uint32_t *code;
	size_t codes;
	struct stems_jump *jump;
	uint32_t jumps;
	int jumpbits;
	struct stems_filter *filter;
	struct buf folded;
	struct stems_word *word;	/* of the text: the last passed over */
	unsigned words;		/* how many ever; the newest takes turns */
	uint32_t *round, *first, *last;	/* of each stem */
	uint32_t now;
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

void stems_free(struct stems *s);

#endif
