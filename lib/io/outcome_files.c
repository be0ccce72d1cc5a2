#include "io/outcome_files.h"

#include "base/die.h"
#include "civic/vocab.h"
#include "io/kind.h"
#include "io/outcome_part.h"

enum { APPLICATION, BIN, REQUESTED, DECISION, AMOUNT, DECIDED, CURRENCY,
	DECISION_FIELDS };

static const struct row_field decision_field[DECISION_FIELDS] = {
	[APPLICATION] = { "application", ROW_ID, ROW_VALUE },
	[BIN] = { "bin", ROW_ID, ROW_MAY_BE_MISSING },
	[REQUESTED] = { "requested", ROW_MONEY, ROW_MAY_BE_MISSING },
	[DECISION] = { "decision", ROW_TEXT, ROW_VALUE },
	[AMOUNT] = { "amount", ROW_MONEY, ROW_MAY_BE_EMPTY },
	[DECIDED] = { "decided_on", ROW_DATE, ROW_MAY_BE_MISSING },
	[CURRENCY] = { "currency", ROW_ID, ROW_MAY_BE_MISSING },
};

struct decisions {
	struct outcome_groups *g;
	struct outcome_part part;
	const struct vocab *codes;
	size_t awarded;		/* the code that means it */
	struct buf currency;	/* of the first record */
};

/* Which kind of decision; there are few. */
static bool
find_code(const struct decisions *d, size_t *code)
{
	const struct row *r = &d->part.row;
	struct str text = r->text[DECISION], near;

	for (*code = 0; *code < d->codes->count; ++*code)
		if (str_eq(d->codes->entry[*code].code, text))
			return true;
	near = vocab_nearest(d->codes, text);
	if (near.n > 0)
		rec_refuse(r->in, r->place[DECISION], "not a decision "
		    "(nearest: %.*s): '%.*s'", STR_ARG(near), STR_ARG(text));
	else if (text.n > 0)
		rec_refuse(r->in, r->place[DECISION], "not a decision: '%.*s'",
		    STR_ARG(text));
	return false;
}

/* Amounts of two currencies cannot be added up. */
static bool
check_currency(struct decisions *d)
{
	const struct row *r = &d->part.row;
	struct str text = r->text[CURRENCY];

	if (text.n == 0 || str_eq(text, buf_str(&d->currency)))
		return true;
	if (d->currency.n == 0) {
		buf_add(&d->currency, text);
		return true;
	}
	rec_refuse(r->in, r->place[CURRENCY], "cannot be added to %.*s: "
	    "'%.*s'", STR_ARG(buf_str(&d->currency)), STR_ARG(text));
	return false;
}

static bool
check_amount(const struct row *r, bool awarded)
{
	bool there = r->units[AMOUNT] != ROW_EMPTY;

	if (awarded && !there)
		rec_refuse(r->in, r->place[AMOUNT], "awarded, but no amount");
	else if (!awarded && there)
		rec_refuse(r->in, r->place[AMOUNT], "not awarded, but an "
		    "amount: '%.*s'", STR_ARG(r->text[AMOUNT]));
	return awarded == there;
}

static int64_t
sum_of(int64_t units)
{
	return units == ROW_EMPTY ? OUTCOMES_NO_SUM : units;
}

static void
read_decision(struct decisions *d)
{
	struct row *r = &d->part.row;
	struct outcomes_decision one;
	enum outcomes_fault fault;
	uint32_t lot;

	if (!row_read(r) || !find_code(d, &one.decision))
		return;
	one.awarded = one.decision == d->awarded;
	if (!check_amount(r, one.awarded) || !check_currency(d) ||
	    !outcome_groups_find(d->g, r->in, &one.group, &one.call, &lot))
		return;
	one.application = r->text[APPLICATION];
	one.ngo = r->text[BIN];
	one.requested = sum_of(r->units[REQUESTED]);
	one.amount = sum_of(r->units[AMOUNT]);
	fault = outcomes_decide(d->g->o, &one);
	if (fault != OUTCOMES_FINE)
		outcome_part_refuse(r, fault, fault != OUTCOMES_TOO_MUCH ?
		    APPLICATION : one.awarded && one.amount >
		    INT64_MAX - d->g->o->all.given ? AMOUNT : REQUESTED);
	else if (one.awarded)
		outcome_groups_give(d->g, lot, one.amount);
}

int
outcome_files_decisions(struct outcome_groups *g, char **files,
    const char *rejects)
{
	struct decisions d = {
		.g = g, .codes = kind_vocab("decisions"),
		.part = { .what = "decisions", .amount = AMOUNT },
	};
	struct rec *in;

	d.awarded = map_find(&d.codes->codes, STR("awarded"));
	if (d.awarded == MAP_NONE || d.codes->count > OUTCOMES_DECISIONS)
		die("vocabulary decisions: 'awarded' and at most %d others",
		    OUTCOMES_DECISIONS - 1);
	in = rec_open(files);
	row_open(&d.part.row, in, decision_field, DECISION_FIELDS);
	rec_keep_refused(in, rejects);
	outcome_groups_open(g, in);
	while (rec_next(in)) {
		read_decision(&d);
		outcome_part_count(&d.part);
	}
	buf_free(&d.currency);
	return outcome_part_close(&d.part) | outcome_groups_check(g);
}

enum { ID, ASKED, APPLIED_FIELDS };

static void
read_application(struct outcomes *o, struct row *r)
{
	struct outcomes_decided *d;

	if (!row_read(r))
		return;
	d = outcomes_find(o, r->text[ID]);
	if (d == NULL)
		rec_refuse(r->in, r->place[ID], "no decision on it: '%.*s'",
		    STR_ARG(r->text[ID]));
	else if (d->applied)
		outcome_part_refuse(r, OUTCOMES_TWICE, ID);
	else if (r->units[ASKED] == ROW_EMPTY ||
	    r->units[ASKED] == d->requested)
		d->applied = true;
	else if (d->requested != OUTCOMES_NO_SUM) {
		d->applied = true;
		rec_refuse(r->in, r->place[ASKED], "its decision says "
		    "otherwise: '%.*s'", STR_ARG(r->text[ASKED]));
	} else if (outcomes_ask(o, d, r->units[ASKED]))
		d->applied = true;
	else
		outcome_part_refuse(r, OUTCOMES_TOO_MUCH, ASKED);
}

/* Decisions on what nobody has applied for. */
static int
check_applied(const struct outcomes *o)
{
	int status = 0;

	for (size_t i = 0; i < o->applications.count; i++)
		if (!o->decided[i].applied) {
			status = REFUSED;
			warn("decisions: application '%.*s' is not among the "
			    "applications",
			    STR_ARG(map_key(&o->applications, i)));
		}
	return status;
}

int
outcome_files_applications(struct outcomes *o, const char *file)
{
	static const struct row_field field[APPLIED_FIELDS] = {
		[ID] = { "id", ROW_ID, ROW_VALUE },
		[ASKED] = { "requested", ROW_MONEY, ROW_MAY_BE_EMPTY },
	};
	struct outcome_part p = { .what = "applications", .amount = ASKED };
	struct rec *in = row_open_file(&p.row, file, field, APPLIED_FIELDS);

	while (rec_next(in)) {
		read_application(o, &p.row);
		outcome_part_count(&p);
	}
	return outcome_part_close(&p) | check_applied(o);
}
