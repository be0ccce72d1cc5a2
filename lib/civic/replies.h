#ifndef CIVIC_REPLIES_H
#define CIVIC_REPLIES_H

/*
 * What was answered to proposals, or to comments on a draft, added up by
 * groups.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "base/order.h"
#include "base/str.h"

enum { REPLIES_KINDS = 16 };	/* kinds of answers, at most */
#define REPLIES_NO_DAY INT32_MAX

struct replies_sum {
	int64_t given, kind[REPLIES_KINDS], unanswered;
	int64_t late, overdue;	/* answered late; due, and not answered */
	int64_t unknown;	/* when they are or were due */
	int64_t acts;		/* answered, with an act adopted */
	int32_t from, until;	/* the first and the last day, or none */

	/* By replies_find: twice the median of days to answer, or -1. */
	int64_t half_days;
};

/* One that was proposed. */
struct replies_one {
	bool answered, late, overdue, unknown, act;
	size_t kind;		/* of an answer */
	int32_t received;	/* or no day */
	int32_t days;		/* to the answer; below 0: not known */
};

/* Reading is for everybody, writing for replies.c alone. */
struct replies {
	struct map groups;
	struct replies_sum *sum;	/* by group */
	struct replies_sum all;		/* taken apart from the groups */
	struct order *days;	/* by group and days */
	size_t count, room, days_room;
};

/* The number of a group, which is made if it is new. */
uint32_t replies_group(struct replies *r, struct str key);

void replies_add(struct replies *r, uint32_t group,
    const struct replies_one *one);

/*
 * All is added: find the medians.  False if the sums do not reconcile: the
 * groups with all, or what was given with what was answered and what not.
 */
bool replies_find(struct replies *r);

void replies_free(struct replies *r);

#endif
