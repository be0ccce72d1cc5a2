#ifndef CIVIC_GATHER_H
#define CIVIC_GATHER_H

/*
 * Groups of texts that say nearly the same.  Texts come in an order; each is
 * held against the first of the groups there are, joins the one it is most
 * like (of equals the earliest), or begins a group of its own.  So each text
 * of a group is like the group's first, and the result depends on the order
 * alone.
 *
 * Those that may be alike are found by sketches, of which pairs can be
 * missed, with a probability that sketch_missed tells; what is said to be
 * alike was compared letter by letter.  What a text costs is bounded: so many
 * texts are looked at of each band, and so many compared.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "civic/likeness.h"
#include "civic/nearby.h"
#include "civic/sketch.h"
#include "civic/wording.h"

#define GATHER_NONE UINT32_MAX

/* What alike means, and how it is found. */
struct gather_rules {
	size_t letters;		/* of a shingle */
	long threshold;		/* percent of likeness, from which on */
	size_t bands, rows;	/* of a sketch */
	size_t band_most;	/* texts looked at of a band */
	size_t compared_most;	/* texts compared with one */
};

enum { GATHER_COMPARED_MOST = 256 };

/* A text made ready: the keys of its bands. */
struct gather_text {
	uint64_t key[SKETCH_BANDS_MOST];
	bool empty;		/* it has no letters, and is like nothing */
};

/* What makes them ready. */
struct gather_reader {
	struct wording_reader reader;
	struct wording wording;
	struct sketch sketch;
};

struct gather_match {
	uint32_t number;	/* GATHER_NONE if there is none */
	struct likeness likeness;
};

struct gather {
	const struct gather_rules *rules;
	size_t crowded;		/* entered in less than half of their bands */

	/* Told of each text that one was compared with; may be NULL. */
	void (*compared)(void *who, uint32_t number, struct likeness l);
	void *who;

	/* The rest is for gather.c alone. */
	struct str (*text)(const void *of, uint32_t number);
	const void *of;
	struct nearby nearby;
	struct likeness_table table;
	struct wording_reader reader;
	struct wording own, other;
};

void gather_reader_open(struct gather_reader *r,
    const struct gather_rules *rules);
void gather_reader_close(struct gather_reader *r);

/* Make ready a value of a record as it stands. */
void gather_read(struct gather_reader *r, struct gather_text *t,
    struct str raw);

/*
 * Room for count texts, of which text() says each again by its number.  The
 * rules are kept.
 */
void gather_open(struct gather *g, const struct gather_rules *rules,
    size_t count, struct str (*text)(const void *of, uint32_t number),
    const void *of);

/* Have at hand what a gather_find of the text will need. */
void gather_prefetch(const struct gather *g, const struct gather_text *t);

/*
 * The text entered that this one, which was made ready, is most like, if any
 * is at the threshold.
 */
struct gather_match gather_find(struct gather *g, const struct gather_text *t,
    struct str raw);

/* Enter a text, to be found by others. */
void gather_add(struct gather *g, const struct gather_text *t,
    uint32_t number);

void gather_free(struct gather *g);

#endif
