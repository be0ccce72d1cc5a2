#include "civic/award_reason.h"
#include "io/award_rows.h"
#include "io/out.h"

static void
fields(const char *const *name)
{
	for (; *name != NULL; name++)
		out_field(*name);
}

void
award_rows_fields(void)
{
	static const char *const name[] = { "application", "lot", "bin",
		"requested", "score", "rank", "decision", "place", "amount",
		"decided_on", "reason", "cite", NULL };

	fields(name);
}

void
award_rows_explain_fields(void)
{
	static const char *const name[] = { "lot", "step", "application",
		"bin", "rank", "score", "requested", "places_before",
		"budget_before", "decision", "amount", "budget_after",
		"reason", "cite", NULL };

	fields(name);
}

static void
out_rank(uint32_t rank)
{
	if (rank > 0)
		out_number(rank);
	else
		out_text("");
}

static void
out_amount(const struct award_bid *bid)
{
	if (bid->amount > 0)
		out_decimal(bid->amount, 2);
	else
		out_text("");
}

static void
out_reason(const struct award *w, const struct award_bid *bid)
{
	static struct buf reason;

	buf_clear(&reason);
	award_reason(w, bid, &reason);
	out_value(buf_str(&reason));
	out_value(award_reason_cite(w, bid));
	out_end();
}

void
award_rows_print(const struct award *w, const struct award_bid *bid,
    const char *day)
{
	out_value(bid->name);
	out_value(w->lot[bid->lot].id);
	out_value(bid->bin);
	out_decimal(bid->requested, 2);
	out_value(bid->scored);
	out_rank(bid->rank);
	out_value(award_reason_decision(bid));
	out_rank(bid->place);
	out_amount(bid);
	out_text(day);
	out_reason(w, bid);
}

void
award_rows_explain(const struct award *w, const struct award_bid *bid,
    size_t step)
{
	out_value(w->lot[bid->lot].id);
	out_number((int64_t)step);
	out_value(bid->name);
	out_value(bid->bin);
	out_rank(bid->rank);
	out_value(bid->scored);
	out_decimal(bid->requested, 2);
	out_number(bid->places_before);
	out_decimal(bid->before, 2);
	out_value(award_reason_decision(bid));
	out_amount(bid);
	out_decimal(bid->before - bid->amount, 2);
	out_reason(w, bid);
}
