#ifndef CIVIC_SCORE_H
#define CIVIC_SCORE_H

/*
 * Marks of experts: taken in (score_take.h), then made into scores
 * (score_result.h), ranks (score_rank.h) and reasons (score_reason.h).
 *
 * All numbers are exact: marks and weights are decimals in scaled integers,
 * and everything is rounded only where the rubric says so.  Nothing depends
 * on the order in which the marks come.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "civic/decimal.h"

#define SCORE_PLACES_MAX 6	/* of marks, weights and everything rounded */
#define SCORE_CRITERIA_MAX 64
#define SCORE_KEYS_MAX 16
#define SCORE_MARK_MAX INT64_C(1000000000)	/* units, either side of 0 */

struct score_criterion {
	struct str name;
	int64_t weight;		/* units of 10^-SCORE_PLACES_MAX */
};

enum score_centre { SCORE_MEAN, SCORE_MEDIAN, SCORE_SUM };

/* What orders applications of the same score. */
enum score_key_kind {
	SCORE_KEY_CRITERION,	/* their result for a criterion */
	SCORE_KEY_NUMBER,	/* a field of the marks, as decimals */
	SCORE_KEY_TEXT,		/* or as text, by its bytes */
	SCORE_KEY_LOT,		/* civic/lot.h */
};

struct score_key {
	enum score_key_kind kind;
	struct str name;	/* of the criterion or field */
	size_t which;		/* of the criteria; of the fields among keys */
	bool low_wins;
};

static inline bool
score_key_is_field(const struct score_key *key)
{
	return key->kind == SCORE_KEY_NUMBER || key->kind == SCORE_KEY_TEXT;
}

/* How marks become a score; io/rubric.h reads it. */
struct score_rubric {
	int places;			/* of a mark */
	int64_t min, max, step;		/* of a mark, in units */
	bool low_wins;			/* marks are places: 1 is the best */
	const struct str *unmarked;	/* texts that stand for no mark */
	size_t unmarked_count;
	const struct score_criterion *criterion;
	size_t count;			/* of criteria */
	size_t quorum;			/* experts that each criterion needs */
	size_t drop_high, drop_low;	/* marks left out of a criterion ... */
	size_t drop_from;		/* ... if it has at least so many */
	enum score_centre centre;
	bool severity;			/* correct for severe experts */
	int severity_places, criterion_places, product_places, total_places;
	enum rounding rounding;
	bool has_pass;
	int64_t pass;			/* with total_places */
	const struct score_key *key;
	size_t keys, fields;		/* all keys; those that are fields */
	struct str lot_key;		/* of civic/lot.h */
	struct str lot_awaits;		/* the first source without numbers */
	struct str cite;
};

/* A mark in an expert's sheet, or one of these. */
enum { SCORE_TWICE = INT32_MIN, SCORE_UNMARKED, SCORE_ABSENT };

/* One of the marks that an expert gave more than once. */
struct score_again {
	uint32_t sheet, criterion;
	int32_t units;
};

/*
 * Applications are dealt out to shelves by a hash of their names, and marks
 * wait on a shelf until there are many of them: what is looked up for them
 * then lies close together in memory.
 */
struct score_shelf {
	struct map names;
	uint32_t *application;	/* its number in score, by its number here */
	size_t room;
	uint32_t *slot;		/* of sheets by application and expert */
	size_t slots, sheets;
	struct score_load *load, *last;	/* marks that wait */
};
#define SCORE_SHELVES 256

/* Where a shelf's next mark is written, and room there in words. */
struct score_cursor {
	uint64_t *to;
	size_t room;
};

/*
 * All marks.  An expert's marks of one application are a sheet.  Reading is
 * for everybody, writing for score*.c alone.
 */
struct score {
	const struct score_rubric *rubric;
	unsigned char criteria[256];	/* by a hash of the name; number + 1 */
	struct map experts, texts;
	struct score_shelf shelf[SCORE_SHELVES];
	struct score_cursor cursor[SCORE_SHELVES];
	struct score_load *spare;
	size_t waiting;		/* words of marks that wait */

	/* By application: its name, the number of its sheets, what tells it
	 * from others (rubric->fields of each). */
	size_t applications, room;
	struct str *name;
	uint32_t *width;
	struct score_tie *tie;

	/* Sheets stand in blocks that never move. */
	int32_t **block;
	size_t stride, sheets, blocks, blocksroom;

	/* By sheet: what the fields of its records say, rubric->fields of each. */
	struct score_tie *said;
	size_t saidroom;

	/* Marks that were given more than once: all, and of this settling. */
	struct score_again *again;
	struct score_twice *twice;
	size_t agains, againroom, twices, twiceroom;

	struct arena run;	/* of what follows */

	/* Made by score_group. */
	uint32_t *first, *list;	/* sheets of a begin at list[first[a]] */
	uint32_t *by_name;	/* applications in the order of their names */
	uint32_t *standing;	/* of each expert in the order of names */

	/* Made by score_severity_find: by criterion and expert. */
	int64_t *severity;
	uint32_t *part, *parts;	/* the part of the panel, from 1; how many */
};

/* What a field among the keys says of an application. */
struct score_tie {
	int64_t value;		/* decimal units, or a number in texts */
	enum { SCORE_TIE_NONE, SCORE_TIE_GIVEN, SCORE_TIE_DIFFERS } state;
};

/* Let one more say it: those who say nothing do not differ. */
void score_tie_add(struct score_tie *all, struct score_tie one);

/* The rubric lives as long as the score. */
struct score *score_new(const struct score_rubric *rubric);
void score_free(struct score *s);

/* The number of a criterion, or rubric->count. */
size_t score_criterion(const struct score *s, struct str name);

/* What is wrong with a mark's text; *units is set only when nothing is. */
enum score_fault {
	SCORE_FINE, SCORE_NOT_A_MARK, SCORE_OFF_SCALE, SCORE_OFF_STEP
};
enum score_fault score_parse(const struct score_rubric *rubric,
    struct str text, int32_t *units);

/* Whether a text can be the value of a field among the keys; empty can. */
bool score_field_fits(const struct score_key *key, struct str text);

/* All marks are in: put the sheets of each application together. */
void score_group(struct score *s);

/* The sheet of a number, and what is in it. */
enum { SCORE_SHEET_APPLICATION, SCORE_SHEET_EXPERT, SCORE_SHEET_MARKS };
#define SCORE_SHEET_BLOCK ((size_t)1 << 12)
#define SCORE_EXCLUDED INT32_MIN	/* a bit beside the expert's number */

static inline int32_t *
score_sheet(const struct score *s, size_t sheet)
{
	return s->block[sheet / SCORE_SHEET_BLOCK] +
	    sheet % SCORE_SHEET_BLOCK * s->stride;
}

static inline uint32_t
score_sheet_expert(const int32_t *sheet)
{
	return (uint32_t)sheet[SCORE_SHEET_EXPERT] & INT32_MAX;
}

static inline bool
score_sheet_excluded(const int32_t *sheet)
{
	return sheet[SCORE_SHEET_EXPERT] < 0;
}

#endif
