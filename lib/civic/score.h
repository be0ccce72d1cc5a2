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
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/order.h"
#include "base/slab.h"
#include "base/str.h"
#include "civic/decimal.h"
#include "civic/score_sheet.h"

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
	size_t share_above, share_below;	/* or this share at each end */
	size_t drop_from;		/* ... if it has at least so many */
	bool winsorise;			/* not left out: taken for the next */
	enum score_centre centre;
	bool severity;			/* correct for severe experts */
	int severity_places, criterion_places, product_places, total_places;
	enum rounding rounding;
	bool has_pass;
	int64_t pass;			/* with total_places */
	uint32_t chosen;		/* how many are to be; 0: not said */
	const struct score_key *key;
	size_t keys, fields;		/* all keys; those that are fields */
	struct str lot_key;		/* of civic/lot.h */
	struct str lot_awaits;		/* the first source without numbers */
	struct str cite;
};

/* One of the marks that an expert gave more than once. */
struct score_again {
	uint32_t sheet, criterion;
	int32_t units;
};

/* What a field among the keys says of an application. */
struct score_tie {
	int64_t value;		/* decimal units, or a number in texts */
	enum { SCORE_TIE_NONE, SCORE_TIE_GIVEN, SCORE_TIE_DIFFERS } state;
};

/* Let one more say it: those who say nothing do not differ. */
void score_tie_add(struct score_tie *all, struct score_tie one);

/* A name's number in a table: the name is its word, if that is all of it. */
struct score_name {
	uint64_t word;
	uint32_t n, number;	/* its length; 0 or its number + 1 */
};
enum { SCORE_CRITERIA_BITS = 8, SCORE_EXPERT_BITS = 12 };

/* All marks.  Reading is for everybody, writing for score*.c alone. */
struct score {
	const struct score_rubric *rubric;
	uint64_t multiplier;	/* of the hashes here: odd, and a secret */
	struct score_name criteria[1 << SCORE_CRITERIA_BITS];
	bool unmarked[256];	/* some text for no mark begins with the byte */
	int64_t unit;		/* 1 in a mark's places */

	/* Experts' numbers, and those lately used; the texts of fields. */
	struct map experts, texts;
	struct score_name lately[1 << SCORE_EXPERT_BITS];

	/* Applications, numbered like their cards as they come: what tells
	 * them from others (rubric->fields of each), what they are found by. */
	size_t applications, room, nameroom;
	struct arena names;
	struct str *name;	/* of those that do not fit on a card */
	struct score_tie *tie;
	uint32_t *slot;		/* by a hash of the name; score_take.c */
	struct slab slots;	/* its memory */
	unsigned slot_bits;
	uint32_t slot_low;	/* the number of the last slot */
	struct score_sheets sheets;

	/* What the fields of a sheet's records say, rubric->fields of each:
	 * of sheets on cards, of sheets apart. */
	struct score_tie *said[2];
	size_t saidroom[2];

	struct score_again *again;
	size_t agains, againroom;

	struct slab run;	/* the memory of what follows */

	/* Room to sort things in: so many as there are applications. */
	struct order *item, *spare;

	/* Made by score_group. */
	uint32_t *first, *list;	/* sheets of a begin at list[first[a]] */
	uint32_t *by_name;	/* applications in the order of their names */
	uint32_t *standing;	/* of each expert in the order of names */

	/* Made by score_severity_find: by criterion and expert. */
	int64_t *severity;
	uint32_t *part, *parts;	/* the part of the panel, from 1; how many */
};

/*
 * All of a name up to 8 bytes as a number, the bytes in their places, so that
 * two of one length are the same if these are; the first 8 of a longer one.
 */
static inline uint64_t
score_word(struct str name)
{
	uint64_t word = 0;
	uint32_t first, last;

	if (name.n >= sizeof(word)) {
		memcpy(&word, name.p, sizeof(word));
		return word;
	}
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	/* Pieces that overlap: cheaper than to copy so many bytes. */
	if (name.n >= sizeof(first)) {
		memcpy(&first, name.p, sizeof(first));
		memcpy(&last, name.p + name.n - sizeof(last), sizeof(last));
		return first | (uint64_t)last << 8 * (name.n - sizeof(last));
	}
	if (name.n > 0) {
		first = (unsigned char)name.p[0];
		last = (unsigned char)name.p[name.n - 1];
		word = first | last << 8 * (name.n - 1) |
		    (uint64_t)(unsigned char)name.p[name.n / 2]
			<< 8 * (name.n / 2);
	}
#else
	if (name.n > 0)
		memcpy(&word, name.p, name.n);
#endif
	return word;
}

/* The name of an application: lives as long as the score. */
static inline struct str
score_name(const struct score *s, uint32_t application)
{
	uint32_t n = score_sheet_length(&s->sheets, application);

	if (n > SCORE_SHEET_WORD)
		return s->name[application];
	return (struct str){
		(const char *)score_sheet_at(&s->sheets, application), n };
}

/* What the records of a sheet say in their fields. */
static inline struct score_tie *
score_said(const struct score *s, uint32_t sheet)
{
	return s->said[sheet >= SCORE_SHEET_APART] +
	    (sheet & ~SCORE_SHEET_APART) * s->rubric->fields;
}

/* The rubric lives as long as the score. */
struct score *score_new(const struct score_rubric *rubric);
void score_free(struct score *s);

/* The number of a criterion, or rubric->count. */
size_t score_criterion(const struct score *s, struct str name);

/* What is wrong with a mark's text; *units is set only when nothing is. */
enum score_fault {
	SCORE_FINE, SCORE_NOT_A_MARK, SCORE_OFF_SCALE, SCORE_OFF_STEP
};
enum score_fault score_parse(const struct score *s, struct str text,
    int32_t *units);

/* Whether a text can be the value of a field among the keys; empty can. */
bool score_field_fits(const struct score_key *key, struct str text);

/* All marks are in: put the sheets of each application together. */
void score_group(struct score *s);

#endif
