#include "civic/outcomes.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

uint32_t
outcomes_group(struct outcomes *o, struct str key)
{
	size_t known = o->groups.count, number = map_add(&o->groups, key);

	if (number == known) {
		o->sum = buf_grow(o->sum, &o->sumroom, number + 1,
		    sizeof(*o->sum));
		o->sum[number] = (struct outcomes_sum){ 0 };
	}
	return (uint32_t)number;
}

/* The number of a pair; new says whether it is one. */
static size_t
meet(struct map *pairs, uint32_t group, uint32_t other, bool *new)
{
	struct outcomes_pair pair = { group, other };
	size_t known = pairs->count, number = map_add(pairs,
	    (struct str){ (const char *)&pair, sizeof(pair) });

	*new = number == known;
	return number;
}

struct outcomes_pair
outcomes_pair(const struct map *pairs, size_t number)
{
	struct outcomes_pair pair;

	memcpy(&pair, map_key(pairs, number).p, sizeof(pair));
	return pair;
}

/* Add to what a pair has, in an array that grows with the pairs. */
static void
add_to_pair(struct map *pairs, int64_t **sum, size_t *room, uint32_t group,
    uint32_t other, int64_t more)
{
	bool new;
	size_t number = meet(pairs, group, other, &new);

	if (new) {
		*sum = buf_grow(*sum, room, number + 1, sizeof(**sum));
		(*sum)[number] = 0;
	}
	(*sum)[number] += more;
}

static bool
fits(int64_t sum, int64_t more)
{
	return more <= INT64_MAX - sum;
}

/* Remember an application; false if it is there already. */
static bool
remember(struct outcomes *o, const struct outcomes_decision *d, uint32_t ngo)
{
	size_t known = o->applications.count;
	size_t number = map_add(&o->applications, d->application);

	if (number < known)
		return false;
	o->decided = buf_grow(o->decided, &o->decidedroom, number + 1,
	    sizeof(*o->decided));
	o->decided[number] = (struct outcomes_decided){
		.amount = d->awarded ? d->amount : OUTCOMES_NO_SUM,
		.requested = d->requested, .group = d->group, .ngo = ngo,
		.call = d->call,
	};
	return true;
}

static void
add_decision(struct outcomes_sum *sum, const struct outcomes_decision *d)
{
	sum->applications++;
	sum->decided[d->decision]++;
	if (d->requested != OUTCOMES_NO_SUM) {
		sum->asked += d->requested;
		sum->askers++;
	}
	if (!d->awarded)
		return;
	sum->given += d->amount;
	sum->nameless += d->ngo.n == 0;
}

enum outcomes_fault
outcomes_decide(struct outcomes *o, const struct outcomes_decision *d)
{
	uint32_t ngo = OUTCOMES_NONE;
	bool new;

	if ((d->requested != OUTCOMES_NO_SUM &&
	    !fits(o->all.asked, d->requested)) ||
	    (d->awarded && !fits(o->all.given, d->amount)))
		return OUTCOMES_TOO_MUCH;
	if (d->awarded && d->ngo.n > 0)
		ngo = (uint32_t)map_add(&o->ngos, d->ngo);
	if ((d->awarded || o->remembers_all) && !remember(o, d, ngo))
		return OUTCOMES_TWICE;
	add_decision(&o->sum[d->group], d);
	add_decision(&o->all, d);
	if (d->call != OUTCOMES_NONE)
		(void)meet(&o->met_calls, d->group, d->call, &new);
	if (ngo != OUTCOMES_NONE)
		add_to_pair(&o->met_ngos, &o->given, &o->givenroom, d->group,
		    ngo, d->amount);
	return OUTCOMES_FINE;
}

struct outcomes_decided *
outcomes_find(const struct outcomes *o, struct str application)
{
	size_t number = map_find(&o->applications, application);

	return number == MAP_NONE ? NULL : &o->decided[number];
}

bool
outcomes_ask(struct outcomes *o, struct outcomes_decided *d,
    int64_t requested)
{
	if (!fits(o->all.asked, requested))
		return false;
	d->requested = requested;
	o->sum[d->group].asked += requested;
	o->sum[d->group].askers++;
	o->all.asked += requested;
	o->all.askers++;
	return true;
}

static void
add_contract(struct outcomes_sum *sum, int64_t amount)
{
	sum->contracts++;
	sum->contracted += amount;
}

enum outcomes_fault
outcomes_sign(struct outcomes *o, struct str id, struct str application,
    int64_t amount, int64_t days, const struct outcomes_decided **award)
{
	struct outcomes_decided *d = outcomes_find(o, application);
	size_t number = o->contracts.count;

	if (d == NULL || d->amount == OUTCOMES_NO_SUM)
		return OUTCOMES_NO_AWARD;
	if (map_find(&o->contracts, id) != MAP_NONE)
		return OUTCOMES_TWICE;
	if (d->contracted)
		return OUTCOMES_SECOND;
	if (!fits(o->all.contracted, amount))
		return OUTCOMES_TOO_MUCH;
	*award = d;
	d->contracted = true;
	map_add(&o->contracts, id);
	o->contract = buf_grow(o->contract, &o->contractroom, number + 1,
	    sizeof(*o->contract));
	o->contract[number] = (struct outcomes_contract){ .amount = amount,
		.group = d->group };
	add_contract(&o->sum[d->group], amount);
	add_contract(&o->all, amount);
	if (days != OUTCOMES_NO_SUM)
		add_to_pair(&o->met_days, &o->count, &o->countroom, d->group,
		    (uint32_t)days, 1);
	return OUTCOMES_FINE;
}

enum outcomes_fault
outcomes_pay(struct outcomes *o, struct str contract, int32_t no, bool made,
    int64_t amount)
{
	size_t number = map_find(&o->contracts, contract);
	struct outcomes_contract *c;

	if (number == MAP_NONE)
		return OUTCOMES_NO_CONTRACT;
	if (made && !fits(o->all.paid, amount))
		return OUTCOMES_TOO_MUCH;
	c = &o->contract[number];
	if (!steps_meet(&o->payments, &c->payments_seen, (uint32_t)number, no))
		return OUTCOMES_TWICE;
	if (made) {
		c->paid += amount;
		o->all.paid += amount;
	}
	return OUTCOMES_FINE;
}

void
outcomes_free(struct outcomes *o)
{
	map_free(&o->groups);
	map_free(&o->ngos);
	map_free(&o->calls);
	map_free(&o->applications);
	map_free(&o->contracts);
	steps_free(&o->payments);
	map_free(&o->met_calls);
	map_free(&o->met_ngos);
	map_free(&o->met_days);
	free(o->sum);
	free(o->decided);
	free(o->contract);
	free(o->given);
	free(o->count);
}
