#ifndef IO_PROPOSALS_H
#define IO_PROPOSALS_H

/*
 * Proposals held in memory, as they were read: the lines of their records
 * and some 80 bytes for each.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "base/slab.h"
#include "base/str.h"
#include "io/rec.h"

#define PROPOSALS_NONE UINT32_MAX
#define PROPOSALS_UNDATED INT32_MAX

struct proposal {
	struct str line;	/* as it stands */
	struct str id;		/* with its escapes; given later if empty */
	uint32_t text, text_size;	/* what is compared: its part of line */
	int32_t received;	/* a day; PROPOSALS_UNDATED if there is none */
	bool numbered;		/* its id is not in its line */
	unsigned char similar;	/* to the first of its group, in percent */
	uint32_t group;		/* the first of its group */
	uint32_t next;		/* of its group, in order; or PROPOSALS_NONE */
	uint32_t size;		/* of the group, if it is its first */
	uint32_t last;		/* of the group, if it is its first */
	uint32_t repeats;	/* a known proposal, or PROPOSALS_NONE */
};

enum proposals_field {
	PROPOSALS_ID, PROPOSALS_TEXT, PROPOSALS_RECEIVED, PROPOSALS_FORUM,
	PROPOSALS_AUTHOR, PROPOSALS_REGION, PROPOSALS_REPEAT_OF,
	PROPOSALS_FIELDS
};

struct proposals {
	struct proposal *one;	/* as they came */
	size_t count;
	uint32_t *order;	/* by day of registration, then by id or line */
	size_t fields;		/* of a line */
	size_t place[PROPOSALS_FIELDS];	/* in the line, or REC_NONE */

	/* The rest is for proposals.c alone. */
	size_t room;
	struct slab lines;
	char *piece;
	size_t left;
	struct map ids;
};

/* The places of the fields; dies if the text has none. */
void proposals_open(struct proposals *p, const struct rec *in,
    const char *text);

/*
 * Read all.  A record whose id stands twice, or has over 100 characters, or
 * whose day is no date, is refused.  Known ones need an id.
 */
void proposals_read(struct proposals *p, struct rec *in, bool known);

/* Put the order, and number those without an id in it, after their forum. */
void proposals_number(struct proposals *p, struct str forum);

/* The text compared, with its escapes; the value of a field, likewise. */
struct str proposals_text(const struct proposals *p, uint32_t number);
struct str proposals_value(const struct proposals *p, uint32_t number,
    enum proposals_field field);

void proposals_free(struct proposals *p);

#endif
