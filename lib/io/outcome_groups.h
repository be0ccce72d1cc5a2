#ifndef IO_OUTCOME_GROUPS_H
#define IO_OUTCOME_GROUPS_H

/*
 * Which group a decision belongs to, and which call: by a field of the
 * decision itself, of its lot or of its call; order-report(1).
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "civic/outcomes.h"
#include "io/rec.h"

struct outcome_groups {
	struct outcomes *o;
	const char *by;		/* a field, or NULL: all are one group */

	/* The rest is for outcome_groups.c alone. */
	enum { OUTCOME_ALL, OUTCOME_FIELD, OUTCOME_YEAR, OUTCOME_FILE } how;
	bool has_lots, has_calls;
	bool found;		/* the field, in the lots or the calls */
	size_t by_place, lot_place, call_place, year_place;
	struct arena run;
	struct map lots;
	struct outcome_lot *lot;
	struct outcome_call *call;	/* by its number in o->calls */
	size_t lotroom, callroom;
};

/* Read these first; each returns the exit status so far. */
int outcome_groups_calls(struct outcome_groups *g, const char *file);
int outcome_groups_lots(struct outcome_groups *g, const char *file);

/* The decisions are about to be read.  Dies if nothing has the field. */
void outcome_groups_open(struct outcome_groups *g, const struct rec *in);

/*
 * The group, the call and the lot (or none) of the decision in hand; false
 * if it is refused, for a lot or a call that is not there, or for its day.
 */
bool outcome_groups_find(struct outcome_groups *g, struct rec *in,
    uint32_t *group, uint32_t *call, uint32_t *lot);

/* A lot (or none) gave an award; warn of lots that gave more than they have. */
void outcome_groups_give(struct outcome_groups *g, uint32_t lot,
    int64_t amount);
int outcome_groups_check(const struct outcome_groups *g);

/* The day on which a call was announced, or OUTCOME_NO_DAY. */
#define OUTCOME_NO_DAY INT32_MIN
int32_t outcome_groups_announced(const struct outcome_groups *g,
    uint32_t call);

void outcome_groups_free(struct outcome_groups *g);

#endif
