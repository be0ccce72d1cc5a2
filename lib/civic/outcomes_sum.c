#include "civic/outcomes_sum.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/order.h"
#include "civic/concentration.h"

/* What a pair adds to a group: an amount, or how often there were so many. */
struct part {
	uint32_t group;
	int64_t value, times;
};

/* The parts by group, and in a group by value. */
static struct part *
sorted(struct arena *a, const struct part *part, size_t count)
{
	struct order *order = arena_array(a, count, sizeof(*order));
	struct part *out = arena_array(a, count, sizeof(*out));

	for (size_t i = 0; i < count; i++)
		order[i] = (struct order){ (uint64_t)part[i].value,
			(uint32_t)i };
	order_keys(order, count, NULL);
	for (size_t i = 0; i < count; i++)
		order[i].key = part[order[i].number].group;
	order_keys(order, count, NULL);
	for (size_t i = 0; i < count; i++)
		out[i] = part[order[i].number];
	return out;
}

/* Hand each group's parts, and then those of all, to a finder. */
typedef void find_one(struct arena *a, struct outcomes_sum *sum,
    const struct part *part, size_t count);

static void
each_group(struct arena *a, struct outcomes *o, const struct part *part,
    size_t count, find_one *find)
{
	struct part *in_order = sorted(a, part, count);
	size_t end;

	for (size_t i = 0; i < count; i = end) {
		for (end = i; end < count &&
		    in_order[end].group == in_order[i].group; end++)
			continue;
		find(a, &o->sum[in_order[i].group], in_order + i, end - i);
	}
}

static void
find_concentration(struct arena *a, struct outcomes_sum *sum,
    const struct part *part, size_t count)
{
	int64_t *amount = arena_array(a, count, sizeof(*amount));
	struct concentration c;

	sum->ngos = (int64_t)count;
	if (sum->nameless > 0 || count == 0)
		return;
	for (size_t i = 0; i < count; i++)
		amount[i] = part[i].value;
	c = concentration_of(amount, count);
	sum->first = c.first;
	sum->gini = c.gini;
}

/* Twice the middle one, or the two in the middle. */
static void
find_median(struct arena *a, struct outcomes_sum *sum,
    const struct part *part, size_t count)
{
	int64_t all = 0, before = 0;

	(void)a;
	for (size_t i = 0; i < count; i++)
		all += part[i].times;
	if (all == 0)
		return;
	sum->half_days = 0;
	for (size_t i = 0; i < count; i++) {
		int64_t upto = before + part[i].times;

		if ((all - 1) / 2 >= before && (all - 1) / 2 < upto)
			sum->half_days += part[i].value;
		if (all / 2 >= before && all / 2 < upto)
			sum->half_days += part[i].value;
		before = upto;
	}
}

static void
find_ngos(struct arena *a, struct outcomes *o)
{
	size_t count = o->met_ngos.count, ngos = o->ngos.count;
	struct part *part = arena_array(a, count, sizeof(*part));
	struct part *all = arena_array(a, ngos, sizeof(*all));

	for (size_t i = 0; i < count; i++) {
		struct outcomes_pair pair = outcomes_pair(&o->met_ngos, i);

		part[i] = (struct part){ pair.group, o->given[i], 1 };
		all[pair.other].value += o->given[i];
	}
	each_group(a, o, part, count, find_concentration);
	find_concentration(a, &o->all, sorted(a, all, ngos), ngos);
}

static void
find_days(struct arena *a, struct outcomes *o)
{
	size_t count = o->met_days.count;
	struct part *part = arena_array(a, count, sizeof(*part));

	for (size_t i = 0; i < count; i++) {
		struct outcomes_pair pair = outcomes_pair(&o->met_days, i);

		part[i] = (struct part){ pair.group, pair.other, o->count[i] };
	}
	each_group(a, o, part, count, find_median);
	for (size_t i = 0; i < count; i++)
		part[i].group = 0;
	find_median(a, &o->all, sorted(a, part, count), count);
}

static void
find_calls(struct arena *a, struct outcomes *o)
{
	bool *met = arena_array(a, o->calls.count, sizeof(*met));

	for (size_t i = 0; i < o->met_calls.count; i++) {
		struct outcomes_pair pair = outcomes_pair(&o->met_calls, i);

		o->sum[pair.group].calls++;
		o->all.calls += !met[pair.other];
		met[pair.other] = true;
	}
}

/* What is paid over one contract does not make up for another. */
static void
add_payments(struct outcomes_sum *sum, const struct outcomes_contract *c)
{
	if (c->paid > c->amount)
		sum->overpaid += c->paid - c->amount;
	else
		sum->unpaid += c->amount - c->paid;
}

static void
find_payments(struct outcomes *o)
{
	for (size_t i = 0; i < o->contracts.count; i++) {
		const struct outcomes_contract *c = &o->contract[i];

		o->sum[c->group].paid += c->paid;
		add_payments(&o->sum[c->group], c);
		add_payments(&o->all, c);
	}
}

static void
begin(struct outcomes_sum *sum)
{
	sum->first = sum->gini = sum->half_days = OUTCOMES_NO_SUM;
}

static bool
adds_up(const struct outcomes *o)
{
	struct outcomes_sum rest = o->all;

	for (size_t i = 0; i < o->groups.count; i++) {
		rest.applications -= o->sum[i].applications;
		rest.asked -= o->sum[i].asked;
		rest.given -= o->sum[i].given;
		rest.contracted -= o->sum[i].contracted;
		rest.paid -= o->sum[i].paid;
	}
	return rest.applications == 0 && rest.asked == 0 && rest.given == 0 &&
	    rest.contracted == 0 && rest.paid == 0 &&
	    o->all.contracted - o->all.unpaid == o->all.paid - o->all.overpaid;
}

bool
outcomes_sum_find(struct outcomes *o)
{
	struct arena a = { 0 };

	for (size_t i = 0; i < o->groups.count; i++)
		begin(&o->sum[i]);
	begin(&o->all);
	find_calls(&a, o);
	find_ngos(&a, o);
	find_days(&a, o);
	find_payments(o);
	arena_reset(&a);
	return adds_up(o);
}
