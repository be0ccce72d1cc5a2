#ifndef IO_ACTIVITIES_H
#define IO_ACTIVITIES_H

/*
 * What councils did in a period, from the files that go along with their
 * seats: meetings, attendance, recommendations, publications.
 */

#include "base/arena.h"
#include "civic/composition.h"
#include "civic/terms.h"
#include "io/councils.h"

struct activities_files {
	const char *councils, *meetings, *attendance, *recommendations,
	    *publications;
};

/* A recommendation that is counted. */
struct activities_recommendation {
	struct str meeting, no, to, answered_on;
	long due;			/* LONG_MAX: cannot be told */
	enum activity_answer how;
	struct str cite;
	size_t next;			/* of the same council, or STR_NONE */
};

struct activities {
	struct arena *run;
	const char *rules;		/* the law's name */
	const struct council_law *law;
	long since, day;		/* the period: after, until */
	int year;			/* of the day */
	struct composition *list;	/* councils, to be told of */
	size_t count;
	struct activities_recommendation *recommendation;
	size_t recommendations;

	/* The rest is for activities.c and activities_read.c alone. */
	struct councils *councils;
	struct map keys;		/* councils, by their canonical names */
	struct composition **known;
	struct activities_chain {	/* recommendations of a council */
		size_t first, last;
	} *chain;
	struct map meetings;		/* of the period: "council\tno" */
	struct map kinds, terms;
	size_t *term_of;		/* a kind's term */
	struct terms_book *book;
	size_t knownroom, chainroom, bookroom, termroom, room;
	int status;
};

/*
 * Begin with the compositions that there are.  The councils of the file that
 * have no seats are added, if their law is this one; the order is kept.
 * Without any file nothing is to be found, and nothing is done.
 */
void activities_open(struct activities *a,
    const struct activities_files *files);

/* Read the other files, and judge what the councils owe the public. */
void activities_read(struct activities *a,
    const struct activities_files *files);

/* The council of a record, by its id or name; NULL if there is none. */
struct composition *activities_council(struct activities *a,
    struct str text, size_t *number);

/* The first recommendation of a composition, or STR_NONE. */
size_t activities_first(struct activities *a, const struct composition *c);

/* REFUSED if a record was refused. */
int activities_close(struct activities *a);

#endif
