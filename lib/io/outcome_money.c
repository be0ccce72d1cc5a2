#include "io/outcome_money.h"

#include "base/die.h"
#include "civic/decimal.h"
#include "io/ahead.h"
#include "io/outcome_part.h"

enum { TIYN = 2 };

enum { CONTRACT_ID, CONTRACT_APPLICATION, CONTRACT_BIN, CONTRACT_AMOUNT,
	CONTRACT_SIGNED, CONTRACT_FIELDS };

/* Contracts that are not on what was awarded, and by how much. */
struct contracts {
	struct outcome_groups *g;
	struct outcome_part part;
	size_t others;
	int64_t more, less;
};

/* From the day of the call to that of the contract, if both are known. */
static bool
find_days(struct contracts *c, int64_t *days)
{
	const struct row *r = &c->part.row;
	const struct outcomes_decided *d = outcomes_find(c->g->o,
	    r->text[CONTRACT_APPLICATION]);
	int32_t announced = d == NULL ? OUTCOME_NO_DAY :
	    outcome_groups_announced(c->g, d->call);

	*days = OUTCOMES_NO_SUM;
	if (announced == OUTCOME_NO_DAY ||
	    r->units[CONTRACT_SIGNED] == ROW_EMPTY)
		return true;
	*days = r->units[CONTRACT_SIGNED] - announced;
	if (*days >= 0)
		return true;
	rec_refuse(r->in, r->place[CONTRACT_SIGNED], "before its call was "
	    "announced: '%.*s'", STR_ARG(r->text[CONTRACT_SIGNED]));
	return false;
}

/* A contract that counts, but is not what was awarded. */
static void
compare(struct contracts *c, const struct outcomes_decided *d)
{
	const struct row *r = &c->part.row;
	int64_t amount = r->units[CONTRACT_AMOUNT];
	struct str bin = r->text[CONTRACT_BIN];
	bool same = amount == d->amount;
	char awarded[24];

	if (!same)
		rec_warn(r->in, r->place[CONTRACT_AMOUNT], "%.*s was awarded: "
		    "'%.*s'", (int)decimal_format(awarded, d->amount, TIYN),
		    awarded, STR_ARG(r->text[CONTRACT_AMOUNT]));
	if (amount > d->amount)
		c->more += amount - d->amount;
	else
		c->less += d->amount - amount;
	if (d->ngo != OUTCOMES_NONE && bin.n > 0 &&
	    !str_eq(bin, map_key(&c->g->o->ngos, d->ngo))) {
		same = false;
		rec_warn(r->in, r->place[CONTRACT_BIN], "awarded to '%.*s': "
		    "'%.*s'", STR_ARG(map_key(&c->g->o->ngos, d->ngo)),
		    STR_ARG(bin));
	}
	c->others += !same;
}

static void
read_contract(struct contracts *c)
{
	struct row *r = &c->part.row;
	const struct outcomes_decided *d;
	enum outcomes_fault fault;
	int64_t days;

	if (!row_read(r) || !find_days(c, &days))
		return;
	fault = outcomes_sign(c->g->o, r->text[CONTRACT_ID],
	    r->text[CONTRACT_APPLICATION], r->units[CONTRACT_AMOUNT], days,
	    &d);
	if (fault == OUTCOMES_FINE)
		compare(c, d);
	else
		outcome_part_refuse(r, fault, fault == OUTCOMES_TWICE ?
		    CONTRACT_ID : fault == OUTCOMES_TOO_MUCH ?
		    CONTRACT_AMOUNT : CONTRACT_APPLICATION);
}

int
outcome_money_contracts(struct outcome_groups *g, const char *file)
{
	static const struct row_field field[CONTRACT_FIELDS] = {
		[CONTRACT_ID] = { "id", ROW_ID, ROW_VALUE },
		[CONTRACT_APPLICATION] = { "application", ROW_ID, ROW_VALUE },
		[CONTRACT_BIN] = { "bin", ROW_ID, ROW_MAY_BE_MISSING },
		[CONTRACT_AMOUNT] = { "amount", ROW_MONEY, ROW_VALUE },
		[CONTRACT_SIGNED] = { "signed", ROW_DATE, ROW_MAY_BE_MISSING },
	};
	struct contracts c = { .g = g, .part = { .what = "contracts",
	    .amount = CONTRACT_AMOUNT } };
	struct rec *in = row_open_file(&c.part.row, file, field,
	    CONTRACT_FIELDS);
	struct ahead ahead = { .in = in, .map = &g->o->applications,
		.key = c.part.row.place[CONTRACT_APPLICATION],
		.of = g->o->decided, .size = sizeof(*g->o->decided) };
	char more[24], less[24];

	while (ahead_next(&ahead)) {
		read_contract(&c);
		outcome_part_count(&c.part);
	}
	if (c.others > 0)
		warn("contracts: %zu of %zu records are not what was awarded, "
		    "%.*s over and %.*s under it", c.others, c.part.taken,
		    (int)decimal_format(more, c.more, TIYN), more,
		    (int)decimal_format(less, c.less, TIYN), less);
	return outcome_part_close(&c.part) | (c.others > 0 ? REFUSED : 0);
}

enum { CONTRACT, NO, PAID, AMOUNT, PAYMENT_FIELDS };

static void
read_payment(struct outcomes *o, struct row *r)
{
	enum outcomes_fault fault;

	if (!row_read(r))
		return;
	fault = outcomes_pay(o, r->text[CONTRACT], (int32_t)r->units[NO],
	    r->units[PAID] != ROW_EMPTY, r->units[AMOUNT]);
	if (fault != OUTCOMES_FINE)
		outcome_part_refuse(r, fault, fault == OUTCOMES_TWICE ? NO :
		    fault == OUTCOMES_TOO_MUCH ? AMOUNT : CONTRACT);
}

int
outcome_money_payments(struct outcomes *o, const char *file)
{
	static const struct row_field field[PAYMENT_FIELDS] = {
		[CONTRACT] = { "contract", ROW_ID, ROW_VALUE },
		[NO] = { "no", ROW_NUMBER, ROW_VALUE },
		[PAID] = { "paid", ROW_DATE, ROW_MAY_BE_EMPTY },
		[AMOUNT] = { "amount", ROW_MONEY, ROW_VALUE },
	};
	struct outcome_part p = { .what = "payments", .amount = AMOUNT };
	struct rec *in = row_open_file(&p.row, file, field, PAYMENT_FIELDS);
	struct ahead ahead = { .in = in, .map = &o->contracts,
		.key = p.row.place[CONTRACT], .of = o->contract,
		.size = sizeof(*o->contract) };

	while (ahead_next(&ahead)) {
		read_payment(o, &p.row);
		outcome_part_count(&p);
	}
	return outcome_part_close(&p);
}
