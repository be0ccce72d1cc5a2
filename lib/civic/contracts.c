#include "civic/contracts.h"

#include <stdlib.h>

#include "base/buf.h"


void
contracts_open(struct contracts *c, long day)
{
	*c = (struct contracts){ .day = day };
}

/* A lot has as many places as are told of it, or any number. */
static size_t
lot_of(struct contracts *c, struct str lot)
{
	size_t known = c->lots.count, number = map_add(&c->lots, lot);

	if (number < known)
		return number;
	c->lot = buf_grow(c->lot, &c->lotroom, number + 1, sizeof(*c->lot));
	c->lot[number] = (struct contracts_lot){ INT64_MAX, 0, CONTRACTS_NONE };
	return number;
}

bool
contracts_tell_lot(struct contracts *c, struct str lot, int64_t places)
{
	size_t known = c->lots.count, number = lot_of(c, lot);

	if (number < known)
		return false;
	c->lot[number].places = places;
	c->lots_told = true;
	return true;
}

static bool
is_in_order(const struct contracts_terms *t)
{
	return t->until >= t->from && (t->signed_on == CONTRACT_NO_DAY ||
	    t->until >= t->signed_on);
}

/* The application's number, or CONTRACTS_NONE. */
static uint32_t
application_of(struct contracts *c, struct str application)
{
	size_t known = c->applications.count, number;

	if (application.n == 0)
		return CONTRACTS_NONE;
	number = map_add(&c->applications, application);
	c->holder = buf_grow(c->holder, &c->holderroom, number + 1,
	    sizeof(*c->holder));
	if (number == known)
		c->holder[number] = CONTRACTS_NONE;
	return (uint32_t)number;
}

/* A day that no report has: there is no such milestone. */
#define NO_MILESTONE (CONTRACT_NO_DAY + 1)

static void
put(struct contracts *c, const struct contracts_terms *t, size_t lot,
    uint32_t application)
{
	uint32_t number = (uint32_t)map_add(&c->ids, t->id);

	if (application != CONTRACTS_NONE)
		c->holder[application] = number;
	c->lot[lot].taken++;
	c->lot[lot].last = number;
	c->list = buf_grow(c->list, &c->room, c->count + 1, sizeof(*c->list));
	c->list[c->count++] = (struct contracts_entry){
		.is = { .amount = t->amount, .signed_on = t->signed_on,
		    .from = t->from, .until = t->until },
		.lot = (uint32_t)lot,
		.bin = (uint32_t)map_add(&c->bins, t->bin),
		.application = application,
	};
	for (size_t i = 0; i < CONTRACTS_NEAR; i++)
		c->list[number].report[i] = NO_MILESTONE;
}

enum contracts_fault
contracts_add(struct contracts *c, const struct contracts_terms *t,
    uint32_t *other)
{
	uint32_t application;
	size_t lot;

	if (!is_in_order(t))
		return CONTRACTS_ORDER;
	if (map_find(&c->ids, t->id) != MAP_NONE)
		return CONTRACTS_TWICE;
	if (c->lots_told && map_find(&c->lots, t->lot) == MAP_NONE)
		return CONTRACTS_NO_LOT;
	application = application_of(c, t->application);
	if (application != CONTRACTS_NONE &&
	    c->holder[application] != CONTRACTS_NONE) {
		*other = c->holder[application];
		return CONTRACTS_HELD;
	}
	lot = lot_of(c, t->lot);
	*other = c->lot[lot].last;
	if (c->lot[lot].taken >= c->lot[lot].places)
		return CONTRACTS_FULL;
	put(c, t, lot, application);
	return CONTRACTS_FINE;
}

size_t
contracts_find(const struct contracts *c, struct str id)
{
	return map_find(&c->ids, id);
}

void
contracts_refuse(struct contracts *c, struct str id)
{
	map_add(&c->refused, id);
}

bool
contracts_is_refused(const struct contracts *c, struct str id)
{
	return map_find(&c->refused, id) != MAP_NONE;
}

/* A report is accepted when the work is done, not before. */
static bool
is_report_in_order(const struct contract_milestone *m)
{
	return m->report == CONTRACT_NO_DAY ||
	    (m->done != CONTRACT_NO_DAY && m->report >= m->done);
}

/* False if the milestone is there already. */
static bool
add_report(struct contracts *c, size_t number, int32_t no, int32_t report)
{
	int32_t *near = c->list[number].report;

	if (no > CONTRACTS_NEAR)
		return steps_add(&c->reports, (uint32_t)number, no, report);
	if (near[no - 1] != NO_MILESTONE)
		return false;
	near[no - 1] = report;
	return true;
}

/* False if there is no such milestone. */
static bool
find_report(const struct contracts *c, size_t number, int32_t no,
    int32_t *report)
{
	const int32_t *near = c->list[number].report;

	if (no > CONTRACTS_NEAR)
		return steps_find(&c->reports, (uint32_t)number, no, report);
	*report = near[no - 1];
	return *report != NO_MILESTONE;
}

enum contracts_fault
contracts_milestone(struct contracts *c, size_t number,
    const struct contract_milestone *m, struct contract_account *account)
{
	if (!is_report_in_order(m))
		return CONTRACTS_ORDER;
	if (!add_report(c, number, m->no, m->report))
		return CONTRACTS_TWICE;
	*account = contract_milestone(&c->list[number].is, c->day, m);
	return CONTRACTS_FINE;
}

enum contracts_fault
contracts_payment(struct contracts *c, size_t number,
    const struct contract_payment *p, struct contract_account *account)
{
	struct contract *k = &c->list[number].is;
	int32_t report = CONTRACT_NO_DAY;

	if (p->milestone != 0 && !find_report(c, number, p->milestone,
	    &report))
		return CONTRACTS_NO_MILESTONE;
	if (p->amount > INT64_MAX - k->planned)
		return CONTRACTS_TOO_MUCH;
	if (!steps_meet(&c->payments, &c->list[number].payments_seen,
	    (uint32_t)number, p->no))
		return CONTRACTS_TWICE;
	*account = contract_payment(k, c->day, p, report);
	return CONTRACTS_FINE;
}

void
contracts_free(struct contracts *c)
{
	map_free(&c->ids);
	map_free(&c->bins);
	map_free(&c->lots);
	map_free(&c->applications);
	map_free(&c->refused);
	steps_free(&c->reports);
	steps_free(&c->payments);
	free(c->list);
	free(c->lot);
	free(c->holder);
}
