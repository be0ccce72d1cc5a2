#ifndef CIVIC_SKETCH_H
#define CIVIC_SKETCH_H

/*
 * Sketches of texts, by which those that are alike are found without
 * comparing each with each: MinHash over shingles, all runs of so many
 * letters.  Two texts have each value of their sketches in common with the
 * probability of their likeness (civic/likeness.h).  The values are cut into
 * bands; a band that two texts have in common is a sign that they are alike.
 *
 * The values are filled as Dahlgaard, Knudsen and Thorup have it (Fast
 * Similarity Sketching, 2017), in a time that grows with the text, not with
 * the text times the values.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "civic/wording.h"

enum { SKETCH_BANDS_MOST = 64, SKETCH_ROWS_MOST = 16 };

/* All zeros but for the first three is ready. */
struct sketch {
	size_t letters;		/* of a shingle, from 1 */
	size_t bands, rows;	/* values in all: their product */

	/* The rest is for sketch.c alone. */
	uint64_t *shingle;
	size_t room;
	uint64_t value[SKETCH_BANDS_MOST * SKETCH_ROWS_MOST];
};

/*
 * How many shingles a text of so many letters has, each counted as often as
 * it stands there.  A text shorter than a shingle is one itself.
 */
size_t sketch_shingles(size_t count, size_t letters);

/*
 * Write a key for each band of the text's sketch, the same on every machine.
 * False for a text without letters, which has none.
 */
bool sketch_read(struct sketch *s, const struct wording *w, uint64_t *key);

void sketch_free(struct sketch *s);

/*
 * How many of a million pairs with this likeness, in percent, have fewer than
 * two bands in common, by probability; rounded up.
 */
long sketch_missed(long percent, size_t bands, size_t rows);

#endif
