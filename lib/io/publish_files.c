#include "civic/moment.h"
#include "io/publish_files.h"

/* A text, unless it is empty, must be a key of a table, if there is one. */
static bool
must_stand(const struct table *t, struct rec *in, const char *field,
    struct str text, const char *where)
{
	if (t == NULL || text.n == 0 || table_has(t, text))
		return true;
	rec_refuse(in, rec_field_if(in, field), "not among the %s: '%.*s'",
	    where, STR_ARG(text));
	return false;
}

/* Two days; what is not said is in order. */
static bool
in_order(struct str first, struct str last)
{
	return first.n == 0 || last.n == 0 || str_cmp(first, last) <= 0;
}

static bool
check_call(void *with, struct rec *in, const struct str *value)
{
	const struct publish *p = with;
	int64_t opens, closes;

	if (moment_parse(value[CALL_OPENS], &opens) &&
	    moment_parse(value[CALL_CLOSES], &closes) && closes < opens) {
		rec_refuse(in, rec_field_if(in, "closes"), "before the call "
		    "opens: '%.*s'", STR_ARG(value[CALL_CLOSES]));
		return false;
	}
	if (value[CALL_BODY].n == 0 ||
	    publish_rules_body(p->rules, value[CALL_BODY]) != NULL)
		return true;
	rec_refuse(in, rec_field_if(in, "body"), "not among the bodies of "
	    "the rules: '%.*s'", STR_ARG(value[CALL_BODY]));
	return false;
}

static bool
check_lot(void *with, struct rec *in, const struct str *value)
{
	const struct publish *p = with;

	return must_stand(p->calls, in, "call", value[LOT_CALL], "calls");
}

static bool
check_application(void *with, struct rec *in, const struct str *value)
{
	const struct publish *p = with;

	return must_stand(p->lots, in, "lot", value[APPLICATION_LOT], "lots");
}

static bool
check_contract(void *with, struct rec *in, const struct str *value)
{
	struct str until = value[CONTRACT_UNTIL];

	(void)with;
	if (value[CONTRACT_APPLICATION].n == 0) {
		rec_refuse(in, rec_field_if(in, "application"), "none: a "
		    "contract is published with the award that led to it");
		return false;
	}
	if (in_order(value[CONTRACT_FROM], until) &&
	    in_order(value[CONTRACT_SIGNED], until))
		return true;
	rec_refuse(in, rec_field_if(in, "until"), "before from, or before it "
	    "was signed: '%.*s'", STR_ARG(until));
	return false;
}

static bool
check_milestone(void *with, struct rec *in, const struct str *value)
{
	const struct publish *p = with;

	return must_stand(p->contracts, in, "contract",
	    value[MILESTONE_CONTRACT], "contracts");
}

static bool
check_payment(void *with, struct rec *in, const struct str *value)
{
	const struct publish *p = with;
	struct str no = value[PAYMENT_MILESTONE];
	struct buf key = { 0 };
	bool good;

	if (!must_stand(p->contracts, in, "contract",
	    value[PAYMENT_CONTRACT], "contracts"))
		return false;
	if (p->milestones == NULL || no.n == 0)
		return true;
	buf_printf(&key, "%.*s\t%.*s", STR_ARG(value[PAYMENT_CONTRACT]),
	    STR_ARG(no));
	good = table_has(p->milestones, buf_str(&key));
	buf_free(&key);
	if (!good)
		rec_refuse(in, rec_field_if(in, "milestone"), "not among the "
		    "milestones of the contract: '%.*s'", STR_ARG(no));
	return good;
}

void
publish_files_read(struct publish *p, const struct publish_files *f)
{
	struct arena *a = p->run;

	if (f->contracts == NULL &&
	    (f->milestones != NULL || f->payments != NULL))
		die("--milestones and --payments need --contracts");
	p->calls = table_read(a, f->calls, "call", "id", "instrument body "
	    "title_kk title_ru opens closes budget rubric id", check_call, p);
	p->lots = table_read(a, f->lots, "lot", "id",
	    "call theme budget region id", check_lot, p);
	p->applications = table_read(a, f->applications, "application", "id",
	    "lot bin title requested months", check_application, p);
	p->contracts = table_read(a, f->contracts, "contract",
	    "application", "id application bin amount signed from until",
	    check_contract, p);
	p->milestones = table_read(a, f->milestones, "milestone", "contract",
	    "no title due done contract", check_milestone, p);
	p->payments = table_read(a, f->payments, "payment", "contract",
	    "no milestone due paid amount contract", check_payment, p);
}

static size_t
refused(const struct table *t)
{
	return t == NULL ? 0 : t->refused;
}

size_t
publish_files_faults(const struct publish *p)
{
	const struct table *c = p->contracts;
	size_t faults = refused(p->calls) + refused(p->lots) +
	    refused(p->applications) + refused(c) +
	    refused(p->milestones) + refused(p->payments);

	for (size_t i = 0; c != NULL && i < c->count; i++) {
		const struct table_row *row = &c->row[i];

		if (row->used)
			continue;
		faults++;
		warn("%.*s: application: no award leads to this contract: "
		    "'%.*s'", STR_ARG(row->where),
		    STR_ARG(row->value[CONTRACT_APPLICATION]));
	}
	return faults;
}

void
publish_files_free(struct publish *p)
{
	table_free(p->calls);
	table_free(p->lots);
	table_free(p->applications);
	table_free(p->contracts);
	table_free(p->milestones);
	table_free(p->payments);
}
