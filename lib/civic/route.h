#ifndef CIVIC_ROUTE_H
#define CIVIC_ROUTE_H

/*
 * Which body is to answer a proposal.
 *
 * A rule speaks for a body.  It holds if its tests of fields hold, each of
 * its groups has a stem in the text, one of its other stems is there (if it
 * has any), and none of those is that forbid it.  A stem that is found gives
 * its weight to the body, once, at the highest weight of the body's rules
 * that hold; a rule that holds may give points of its own.  Most points win;
 * among equals the body of the lower rank.
 *
 * Before that, triage: rules without a body, of which the first that holds
 * ends the matter.
 *
 * Points and weights are counts of 10^-places.  io/routes.h reads the rules.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "civic/stems.h"
#include "civic/vocab.h"

#define ROUTE_NONE ((size_t)-1)
#define ROUTE_MODEL ((size_t)-2)	/* no rule: a model said it; */
#define ROUTE_PERSON ((size_t)-3)	/* a person must */

/* The languages of names and stems. */
enum { ROUTE_KK, ROUTE_RU, ROUTE_EN, ROUTE_LANGUAGES };

struct route_body {
	struct str code;
	size_t place;		/* role of the region after the code, or NONE */
	size_t rank;		/* in precedence; no two are the same */
	struct str name[ROUTE_LANGUAGES], brief[ROUTE_LANGUAGES];
	size_t stems[ROUTE_LANGUAGES];	/* how many are declared for each */
};

/* A test of a field; it fails if the record has no such field. */
struct route_test {
	size_t role;
	enum { ROUTE_IS, ROUTE_ISNT, ROUTE_STARTS } how;
	struct str *value;	/* any of them, or for ISNT none of them */
	size_t count;
};

struct route_rule {
	struct str name, cite;
	size_t body;		/* ROUTE_NONE in triage */
	int64_t points;		/* of its own */
	struct route_test *test;
	size_t tests;
	size_t words;		/* holds only for texts of fewer words in */
				/* which no body has a stem; 0: for any */
	unsigned groups;
	bool any;		/* has stems of ROUTE_ANY */
	bool forbids;		/* has stems of ROUTE_FORBIDS */
};

/* What a stem is in a rule; the groups are ROUTE_GROUP, + 1, + 2 ... */
enum { ROUTE_ANY, ROUTE_FORBIDS, ROUTE_GROUP, ROUTE_GROUPS = 60 };

struct route_use {
	uint32_t stem, rule, part;
	int32_t weight;
	bool form;		/* of the forms; route_build makes its number */
				/* one behind those of the stems */
	uint32_t near;		/* the same in uses of a rule of which one */
				/* alone gives its weight; 0: in no other */
	uint32_t body;		/* route_build fills in this and the next: */
	bool alone;		/* being found is all that its rule asks for */
};

/* A stem found for a rule, or (stem ROUTE_NONE) the rule's own points. */
struct route_hit {
	size_t stem, rule;
	int64_t points;		/* that it gave; 0 if it gave none */
};

struct route_answer {
	size_t rule;		/* triage, or what gave the body most points; */
				/* ROUTE_NONE if no rule held */
	size_t body;		/* ROUTE_NONE after triage, or for a person */
	int64_t points;
	const size_t *co;	/* bodies to help, most points first */
	size_t cos;
	size_t runner_up;	/* ROUTE_NONE if no other body has points */
	int64_t runner_up_points;
	int64_t confidence;	/* of 10000, of a model that was asked */
};

struct route {
	struct str cite;
	struct stems stems;
	struct stems forms;	/* looked for in texts without endings */
	struct str *role;	/* names of fields; the texts first */
	size_t texts, roles;
	size_t id;		/* the role of the proposal's key, or NONE */
	struct route_body *body;
	size_t bodies;
	struct route_rule *rule;	/* triage first */
	size_t rules, triage;
	struct route_use *use;	/* in any order until route_build */
	size_t uses;
	int places;
	const struct vocab *regions;	/* if a body has a place */
	size_t *placed;		/* roles that are places of bodies; */
	size_t placeds;		/* route_build fills in these two */
	size_t otherwise;	/* the body if no rule gives points */
	int64_t co_points;	/* what a body needs to help: so many points, */
	int64_t co_percent;	/* and such a share of the winner's, */
	size_t co_most;		/* and not more than so many bodies */
	int64_t model_confidence;	/* of 10000, from which a model may */
				/* answer; 0: none may */
	int64_t model_under;	/* is asked if the body has fewer points */
	bool asks_model;	/* io/routed_model.h: answers have confidence */

	/* The rest is for route.c alone. */
	struct route_state *state;	/* of each rule */
	struct route_score *score;	/* of each body */
	size_t *first_use;	/* of each stem, and behind the last */
	size_t *bare;		/* rules that hold without a stem */
	size_t bares;
	size_t *touched, touches;	/* rules that may hold and ask more */
	size_t *gave, gaves;	/* rules that gave points */
	bool spoken;		/* a body has a stem in the text */
	struct buf *formed;	/* of each text */
	const uint32_t *found;	/* stems, then forms; one list of both */
	uint32_t *both;
	size_t founds;
	size_t *near, nears;	/* uses with a near that gave their weight */
	size_t *best, bests;	/* bodies with points, best first */
	struct route_hit *hit;
};

/* After all is filled in; with places if hits are to be explained. */
void route_build(struct route *r, struct arena *a, bool places);

/*
 * Append a body as it is written: its code and, where it has a place, the
 * region of that role's value behind a colon, if it has one.
 */
void route_spell(const struct route *r, size_t body, const struct str *value,
    struct buf *out);

/*
 * Forget the text; read one of its r->texts parts, of which the value lives
 * until the next decision.
 */
void route_clear(struct route *r);
void route_read(struct route *r, size_t text, struct str value);

/*
 * Decide on the text read.  value[i] is the value of role i,
 * with p NULL where the record has no such field.
 */
struct route_answer route_decide(struct route *r, const struct str *value);

/* What the last decision rests on, until the next one. */
size_t route_hits(struct route *r, const struct route_answer *answer,
    const struct route_hit **hit);

#endif
