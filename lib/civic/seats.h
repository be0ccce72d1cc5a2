#ifndef CIVIC_SEATS_H
#define CIVIC_SEATS_H

/*
 * Who sits where: seats in councils, taken in any order, and of them those
 * in force on a day and on an earlier one to compare it with.  Only these
 * are remembered, and some words for each council.
 *
 * Two members of a council are one person if their person ids are the same,
 * or, where there are none, their folded names (name_fold).
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"

/* The last day of a seat that somebody still has: after DATE_MAX. */
#define SEATS_OPEN 4000000L

/* A seat, with the places of its level and its origin in the law. */
struct seat {
	struct str council, body, organisation;
	struct str member;	/* empty: the seat is vacant */
	struct str person;	/* the member's id; may be empty */
	size_t level, origin;
	long since, until;	/* the first and the last day */
	long term;
};

/* One who sits on a day: what there is to say of the seat, kept small. */
struct seats_sitter {
	struct str member, person, organisation;
	int32_t since, until;
	uint16_t term, origin;
	uint32_t body;		/* its place among the bodies */
	uint32_t council;	/* its place among the councils */
	uint32_t who;		/* the same person in the same council */
};

enum seats_day { SEATS_NOW, SEATS_BEFORE, SEATS_DAYS };

struct seats_council {
	struct str name;
	struct str body;	/* that of the seat that began last and counts, */
	long body_since;	/* on this day */
	long last;		/* the last day that a member has a seat */
	long vacant;		/* seats in force without a member */
	uint32_t level;
	bool begun;		/* if not, only the name and the level count */
};

struct seats {
	long day[SEATS_DAYS];
	struct seats_council *council;
	size_t councils;

	/* Each day's sitters, each person once in a council. */
	struct seats_sitter *sitter[SEATS_DAYS];
	size_t sitters[SEATS_DAYS];

	/* The rest is for seats.c alone. */
	struct arena text;
	size_t recent;			/* the council of the last seat */
	uint32_t body;			/* and its body */
	struct map titles, persons, bodies;
	uint32_t (*sits)[SEATS_DAYS];	/* of a person */
	size_t councilroom, sitsroom, sitterroom[SEATS_DAYS];
	struct buf key;
};

/* Start.  before is the earlier day, or LONG_MIN for none. */
void seats_open(struct seats *s, long day, long before);

/*
 * Take a seat.  False if the same person has another in the same council on
 * one of the days, which comes back in *other.  Then the one that began first
 * counts, in whatever order they came.
 */
bool seats_add(struct seats *s, const struct seat *seat,
    struct seats_sitter *other);

/* Call it when all seats are taken, before anything is asked. */
void seats_settle(struct seats *s);

/* Whether the person sits in the same council on the other day, too. */
bool seats_stayed(const struct seats *s, const struct seats_sitter *sitter);

void seats_free(struct seats *s);

#endif
