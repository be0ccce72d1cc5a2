#include <stdlib.h>

#include "base/buf.h"
#include "civic/award_order.h"
#include "io/award_batch.h"

/* So many applications' texts are freed at once: most batches are of one. */
enum { KEEP = 512 };

static void
decide(struct award_batch *b)
{
	struct award *w = b->intake->award;

	if (b->count == 0)
		return;
	b->order = buf_grow(b->order, &b->orderroom, b->count,
	    sizeof(*b->order));
	award_order(w->rules, b->bid, b->count, b->order);
	award_take(w, b->order, b->count);
	b->done(b);
	for (size_t i = 0; !b->hold && i < b->count; i++)
		if (b->bid[i].decision == AWARD_AWARDED)
			award_intake_remember(b->intake, b->bid[i].name);
	b->kept += b->count;
	b->count = 0;
	if (b->kept < KEEP)
		return;
	arena_reset(&b->text);
	b->kept = 0;
}

static void
add(struct award_batch *b, const struct award_bid *bid)
{
	b->bid = buf_grow(b->bid, &b->room, b->count + 1, sizeof(*b->bid));
	b->bid[b->count] = *bid;
	award_intake_keep(b->intake, &b->text, &b->bid[b->count++]);
	/* Those tied may be many; the last is known to the intake. */
	if (b->count > 1 && !b->hold)
		award_intake_remember(b->intake, b->bid[b->count - 2].name);
}

/*
 * Of a lot's ranks none may come after a worse one, unless all are held; of
 * the ranks of all lots, where the awards of an NGO are counted across them.
 */
static void
check_order(struct award_batch *b, const struct award_bid *bid)
{
	struct award_lot *lot = &b->intake->award->lot[bid->lot];
	const struct award_rules *r = b->intake->award->rules;
	bool same = b->count > 0 && b->bid[0].rank == bid->rank;

	if (bid->rank == 0)
		return;
	if (r->per_ngo > 0 && !r->across_lots && !same && bid->rank <= b->rank)
		die("%s: rank: %u comes after %u, and the awards of an NGO are "
		    "counted in the order of all; sort the records by rank, "
		    "or give --unsorted", rec_where(b->intake->in), bid->rank,
		    b->rank);
	b->rank = bid->rank;
	if (bid->rank < lot->rank || (bid->rank == lot->rank && !same))
		die("%s: rank: %u of lot '%.*s' comes after %u; sort the "
		    "records by rank, or give --unsorted",
		    rec_where(b->intake->in), bid->rank, STR_ARG(lot->id),
		    lot->rank);
	lot->rank = bid->rank;
}

void
award_batch_run(struct award_batch *b)
{
	struct award_bid bid;
	size_t next = 0;

	b->intake->all = b->hold;
	while (award_intake_next(b->intake, &bid)) {
		if (!b->hold) {
			check_order(b, &bid);
			if (b->count > 0 && (bid.rank == 0 ||
			    b->bid[0].rank != bid.rank))
				decide(b);
		}
		add(b, &bid);
	}
	while (award_intake_unseen(b->intake, &next, &bid) != NULL) {
		b->bid = buf_grow(b->bid, &b->room, b->count + 1,
		    sizeof(*b->bid));
		b->bid[b->count++] = bid;
	}
	decide(b);
}

void
award_batch_free(struct award_batch *b)
{
	free(b->bid);
	free(b->order);
	arena_reset(&b->text);
}
