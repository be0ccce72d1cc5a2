#ifndef CIVIC_AWARD_H
#define CIVIC_AWARD_H

/*
 * Awards: from ranked applications, and lots with budgets and places, to
 * decisions.
 *
 * The applications of a lot are put in order (award_order.h) and taken one
 * after the other.  Each that passed gets what it asks for as long as there
 * is a place and the budget lasts; the rules say what happens where it does
 * not.  All sums are whole tiyn, and no lot's awards exceed its budget.
 *
 * What is not known is not decided: behind a tie at the cut that nothing
 * breaks, or behind a record that was refused, a lot awards nothing more.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"

#define AWARD_PLACES 6		/* of scores, shares and keys */
#define AWARD_KEYS_MAX 16

/* What puts the applications of a lot in order. */
enum award_by { AWARD_RANK, AWARD_PRICE, AWARD_VALUE };

/* Parts of the rules that decide, each with its article. */
enum award_part {
	AWARD_ORDER, AWARD_PASS, AWARD_SEATS, AWARD_BUDGET, AWARD_PART,
	AWARD_NGOS, AWARD_RESERVES, AWARD_TIES, AWARD_FORM, AWARD_QUORUM,
	AWARD_VOTE, AWARD_PARTS
};

/* What tells apart those whom the order leaves together. */
enum award_key_kind { AWARD_NUMBER, AWARD_TEXT, AWARD_LOT };

struct award_key {
	enum award_key_kind kind;
	struct str name;
	bool low_wins;
};

struct award_share {
	int64_t of, parts;	/* 2/3 is 2 of 3 parts */
};

/* How awards are made; io/award_rules.h reads it. */
struct award_rules {
	enum award_by by;
	bool has_pass, low_passes;	/* if not, the rubric says who passed */
	int64_t pass;			/* with AWARD_PLACES */
	bool stops;	/* the first that does not fit ends a lot's awards */
	bool in_part;	/* the last may get less than it asks for, */
	int64_t least_share;	/* but not under this of it (AWARD_PLACES) */
	int64_t least_amount;	/* nor under this */
	size_t per_ngo;		/* awards; 0 for no limit */
	bool across_lots;	/* counted lot by lot; else in the order of all */
	size_t reserve;		/* of a lot; SIZE_MAX for no limit */
	const struct award_key *key;
	size_t keys;
	struct str lot_key;	/* of civic/lot.h */
	struct str lot_awaits;	/* the first source without numbers */
	struct award_share quorum, majority;
	struct str cite[AWARD_PARTS];
};

/* A lot, and how far its budget has gone. */
struct award_lot {
	struct str id;
	int64_t budget, left;
	uint32_t places, awarded, reserved;
	uint32_t rank;		/* of the last one taken */
	struct str stopped;	/* the application at which awards ended */
	struct str tied;	/* the first of those that are undecided */
	struct str refused;	/* where a record of the lot was refused */
};

enum award_standing {
	AWARD_PASSED, AWARD_FAILED, AWARD_RETURNED, AWARD_UNSCORED,
	AWARD_UNSEEN,	/* nobody has marked it */
};

/* Why an application is decided so; in this order they are looked at. */
enum award_why {
	AWARD_WHY_RETURNED, AWARD_WHY_UNSEEN, AWARD_WHY_UNSCORED,
	AWARD_WHY_FAILED,
	AWARD_WHY_NGO,		/* its NGO has as many as it may have */
	AWARD_WHY_REFUSED,	/* undecided: a record was refused, */
	AWARD_WHY_BEHIND,	/* it is behind a tie at the cut, */
	AWARD_WHY_OPEN,		/* others of its NGO are undecided, */
	AWARD_WHY_TIED,		/* or it is in such a tie */
	AWARD_WHY_PLACES, AWARD_WHY_STOPPED, AWARD_WHY_BUDGET,
	AWARD_WHY_PARTLY, AWARD_WHY_FULLY,
};

enum award_decision {
	AWARD_AWARDED, AWARD_RESERVE, AWARD_REJECTED, AWARD_NOT_SCORED
};

/* What a record says in the field of a key. */
struct award_said {
	bool given;
	int64_t number;		/* with AWARD_PLACES */
	struct str text;
};

/* An application for an award. */
struct award_bid {
	struct str name, bin;
	struct str scored;	/* its score as it stands in the record */
	struct str remark;	/* why it has no score, or was returned, */
	struct str cite;	/* and by which article */
	uint32_t lot, rank;
	enum award_standing standing;
	int64_t requested;	/* tiyn, over 0 */
	int64_t score;		/* with AWARD_PLACES */
	const struct award_said *said;	/* for each key */

	/* Made by award_order. */
	bool tied;		/* with others of its lot */
	uint8_t key;		/* what told it from the nearest of them */
	uint32_t together;	/* how many nothing tells apart; 1 if alone */
	uint32_t drawn, pool;	/* if that was the lot */

	/* Made by award_take. */
	enum award_decision decision;
	enum award_why why;
	bool reserve_full;	/* so rejected, and not in the reserve */
	uint32_t place;		/* among the awarded or the reserve; or 0 */
	uint32_t of_ngo;	/* awards that its NGO has, with this one */
	uint32_t places_before;	/* of the lot, left before it, */
	int64_t amount, before;	/* awarded; left of the budget before it */
};

/* How many awards an NGO has, and how many of its are undecided. */
struct award_ngo {
	uint32_t awards, open;
};

struct award {
	const struct award_rules *rules;
	struct award_lot *lot;
	size_t lots;
	bool undecided;		/* some decision */

	/* The rest is for award.c alone. */
	struct str refused;	/* where a record of no known lot was */
	struct map ngos;	/* those that have some of either */
	struct award_ngo *ngo;
	size_t room;
	struct arena names;
};

/* The rules and lots live as long as the award. */
void award_open(struct award *w, const struct award_rules *rules,
    struct award_lot *lot, size_t lots);
void award_close(struct award *w);

/*
 * A record of a lot was refused; of every lot, if it is w->lots.  The BIN is
 * that of its NGO, whose awards may be limited; empty if it is not known: then
 * it might be anybody's.
 */
void award_refuse(struct award *w, size_t lot, struct str bin,
    struct str where);

/*
 * Decide on those that award_order has put in order, one after the other.
 * Those together get the same place.
 */
void award_take(struct award *w, struct award_bid **bid, size_t count);

/* The part of the rules by which an application was decided. */
enum award_part award_part(const struct award_bid *bid);

#endif
