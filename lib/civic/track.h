#ifndef CIVIC_TRACK_H
#define CIVIC_TRACK_H

/*
 * Proposals on their way: the bodies that they were passed on to, the
 * extensions of their terms, their answers.  Each is taken as it is told;
 * what the law says of it is the word of civic/track_judge.h.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "base/str.h"

#define TRACK_NONE UINT32_MAX	/* no number */
#define TRACK_NO_DAY INT32_MAX	/* has not happened, or is not said */

/* Routes, and extensions, that a proposal may have. */
enum { TRACK_MOST = 64 };

struct track_proposal {
	const char *title;	/* of titled bytes */
	uint32_t titled;
	int32_t received, answered_on;	/* each may be no day */
	uint32_t body;		/* that it names itself, or none */
	uint32_t answered_by, act;	/* each may be none */
	uint32_t route, extension;	/* the first, or none */
	uint32_t refused;	/* records of it that were */
	uint8_t answer;		/* which kind */
	bool answered;
};

/* Those of a proposal stand in the order of their days, no day last. */
struct track_route {
	uint32_t next, body;
	int32_t on;
};

struct track_extension {
	uint32_t next;
	int32_t until, decided_on, told_on;	/* may be no day, but until */
	bool reasoned;
};

/* Reading is for everybody, writing for track.c alone. */
struct track {
	struct map ids, bodies, acts;
	struct track_proposal *list;	/* by their numbers in ids */
	struct track_route *route;
	struct track_extension *extension;
	size_t routes, extensions;
	size_t room, route_room, extension_room;
	struct map refused;
	struct arena titles;
};

enum track_fault {
	TRACK_FINE,
	TRACK_TWICE,	/* there is one of this key already */
	TRACK_TOO_MANY,	/* TRACK_MOST of them are there */
	TRACK_BEFORE,	/* earlier than the proposal */
};

/* A proposal; body and title may be empty. */
enum track_fault track_add(struct track *t, struct str id, int32_t received,
    struct str body, struct str title);

/* The number of a proposal, or MAP_NONE. */
size_t track_find(const struct track *t, struct str id);

/* Remember the id of one that is not taken; whether this is one. */
void track_refuse(struct track *t, struct str id);
bool track_is_refused(const struct track *t, struct str id);

/* What is told of a proposal.  On a fault nothing of it counts. */
enum track_fault track_route(struct track *t, size_t number, struct str body,
    int32_t on);
enum track_fault track_extend(struct track *t, size_t number,
    const struct track_extension *e);
enum track_fault track_answer(struct track *t, size_t number,
    struct str body, uint8_t kind, struct str act, int32_t on);

/*
 * For loops over millions of them: ask memory for what belongs to one some
 * steps ahead, near first (the proposal is near at hand), then further on.
 */
void track_prefetch(const struct track *t, size_t number);
void track_prefetch_next(const struct track *t, size_t number);

void track_free(struct track *t);

#endif
