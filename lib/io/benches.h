#ifndef IO_BENCHES_H
#define IO_BENCHES_H

/*
 * Councils with those who stand for their seats, read from seats, candidates
 * and the councils' own records.
 */

#include "base/arena.h"
#include "civic/candidate.h"
#include "civic/composition.h"
#include "civic/slate.h"
#include "civic/tenure.h"
#include "io/councils.h"

struct benches_candidate {
	struct slate_candidate slate;
	struct str person, organisation, bin, origin;	/* as they stand */
	struct candidate_facts facts;
	struct str missing;		/* papers, with commas between */
	struct str status;		/* of the organisation */
	enum candidate_verdict verdict[CANDIDATE_RULES];
	enum candidate_verdict admitted;
	size_t bench;
};

/* A council, those who stand for it, and what is to be filled. */
struct bench {
	struct str name;
	size_t level;			/* of the law */
	const struct composition *composition;	/* NULL: it has no seats */
	bool anew;			/* all its seats are to be filled */
	long places;			/* 0 also where it is not known */
	struct slate slate;
	struct benches_candidate **candidate;	/* in their order */
	size_t count;
};

struct benches {
	const struct council_law *law;
	const struct candidate_law *stand;
	struct arena *run;
	long day, places;		/* places: 0, or of each that is anew */
	struct councils *councils;	/* or NULL */
	struct bench *bench;
	struct benches_candidate **candidate;
	size_t count, candidates;

	/* The rest is for benches.c and benches_candidates.c alone. */
	struct map numbers;
	struct seats seats;
	struct tenure tenure;
	struct reg *reg;
	struct reg_table *ngos;
	size_t status;			/* a field of theirs */
	size_t room, candidateroom;
};

/*
 * Read the seats (or NULL); a seat that is not good is refused.  law, stand,
 * run, day, places and councils are the caller's.  Returns the status.
 */
int benches_seats(struct benches *b, const char *file);

/* Ask this register for organisations. */
void benches_register(struct benches *b, const char *file);

/* Take the candidates of an input; those not good are refused. */
void benches_candidates(struct benches *b, struct rec *in);

/*
 * Take the councils of this law, by its name, of whom nobody has a seat or
 * stands for one.  REFUSED if the level of one is not of the law, else 0.
 */
int benches_candidates_none(struct benches *b, const char *rules);

/* Judge all, choose, and put councils and candidates in order. */
void benches_settle(struct benches *b);

void benches_free(struct benches *b);

/* The number of a council, which is added if it is new. */
size_t benches_number(struct benches *b, size_t level, struct str name);

#endif
