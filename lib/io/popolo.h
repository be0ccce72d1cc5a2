#ifndef IO_POPOLO_H
#define IO_POPOLO_H

/*
 * Councils, their seats and who has them, as Popolo has them: organizations,
 * persons, posts, memberships.  All are held, and printed once each.
 */

#include "base/arena.h"
#include "base/map.h"
#include "io/councils.h"
#include "io/publish_names.h"
#include "io/rec.h"

struct popolo_organization {
	struct str id, name, other_name, classification, parent;
	struct str founded, dissolved;
};

struct popolo_person {
	struct str id, name;
};

struct popolo_post {
	struct str id, seat;
	size_t organization;
};

struct popolo_membership {
	struct str id, since, until;
	size_t person, post;
	size_t behalf;			/* an organization, or STR_NONE */
};

struct popolo {
	struct arena *run;
	struct councils *councils;	/* or NULL */
	struct publish_names *names;	/* of BINs */

	/* The rest is for popolo.c and popolo_read.c alone. */
	struct popolo_organization *organization;
	struct popolo_person *person;
	struct popolo_post *post;
	struct popolo_membership *membership;
	struct map organizations, persons, posts, memberships;
	size_t room[4];
};

/* Take the seats of an input; those not good are refused. */
void popolo_read(struct popolo *p, struct rec *in);

/* Print the document. */
void popolo_print(const struct popolo *p);

void popolo_free(struct popolo *p);

#endif
