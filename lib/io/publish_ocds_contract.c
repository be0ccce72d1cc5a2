#include "civic/decimal.h"
#include "io/publish_ocds_contract.h"
#include "io/publish_ocds_part.h"
#include "io/publish_text.h"

/* As of the day of publication, whatever has been written down since. */
static struct str
milestone_status(const struct publish *p, struct str due, struct str done)
{
	if (publish_text_when(done) <= p->day)
		return STR("met");
	return publish_text_when(due) < p->day ? STR("notMet") :
	    STR("scheduled");
}

static void
put_milestone(struct publish_ocds *o, const struct str *v)
{
	const struct publish *p = o->p;
	struct json_out *out = &o->out;

	json_out_open(out, NULL, '{');
	json_out_text(out, "id", v[MILESTONE_NO]);
	json_out_text(out, "title", v[MILESTONE_TITLE]);
	json_out_text(out, "type", STR("delivery"));
	publish_text_day(out, p, "dueDate", v[MILESTONE_DUE], DAY_ENDS);
	if (publish_text_when(v[MILESTONE_DONE]) <= p->day)
		publish_text_day(out, p, "dateMet", v[MILESTONE_DONE],
		    DAY_BEGINS);
	json_out_text(out, "status", milestone_status(p, v[MILESTONE_DUE],
	    v[MILESTONE_DONE]));
	json_out_close(out, '}');
}

/* A payment that is still to come is a milestone, not a transaction. */
static void
put_expected(struct publish_ocds *o, const struct str *v)
{
	const struct publish *p = o->p;
	struct json_out *out = &o->out;
	struct buf id = { 0 };
	int64_t tiyn;

	buf_printf(&id, "payment-%.*s", STR_ARG(v[PAYMENT_NO]));
	json_out_open(out, NULL, '{');
	json_out_text(out, "id", buf_str(&id));
	json_out_text(out, "type", STR("payment"));
	publish_text_day(out, p, "dueDate", v[PAYMENT_DUE], DAY_ENDS);
	json_out_text(out, "status", milestone_status(p, v[PAYMENT_DUE],
	    (struct str){ "", 0 }));
	if (decimal_parse(v[PAYMENT_AMOUNT], 2, &tiyn))
		publish_ocds_part_value(o, "value", tiyn, p->rules->currency);
	json_out_close(out, '}');
	buf_free(&id);
}

static void
put_transaction(struct publish_ocds *o, const struct ocds_call *c,
    const struct ocds_award *a, const struct str *v)
{
	struct json_out *out = &o->out;
	struct buf id = { 0 };
	int64_t tiyn;

	buf_printf(&id, "%.*s/%.*s", STR_ARG(v[PAYMENT_CONTRACT]),
	    STR_ARG(v[PAYMENT_NO]));
	json_out_open(out, NULL, '{');
	json_out_text(out, "id", buf_str(&id));
	publish_text_day(out, o->p, "date", v[PAYMENT_PAID], DAY_BEGINS);
	if (decimal_parse(v[PAYMENT_AMOUNT], 2, &tiyn))
		publish_ocds_part_value(o, "value", tiyn,
		    o->p->rules->currency);
	publish_ocds_part_reference(o, "payer", c->body.id, c->body.name);
	publish_ocds_part_reference(o, "payee", a->bin,
	    publish_ocds_part_name(o, a->bin));
	json_out_close(out, '}');
	buf_free(&id);
}

/* Payments of a contract, those that were made or those to come. */
static void
put_payments(struct publish_ocds *o, const struct ocds_call *c,
    const struct ocds_award *a, struct str contract, bool made)
{
	const struct table *t = o->p->payments;

	for (size_t i = table_find(t, contract); i != TABLE_NONE;
	    i = t->row[i].next) {
		const struct str *v = t->row[i].value;

		if ((publish_text_when(v[PAYMENT_PAID]) <= o->p->day) != made)
			continue;
		if (made)
			put_transaction(o, c, a, v);
		else
			put_expected(o, v);
	}
}

static void
put_implementation(struct publish_ocds *o, const struct ocds_call *c,
    const struct ocds_award *a, struct str contract)
{
	const struct table *t = o->p->milestones;

	if (table_find(t, contract) == TABLE_NONE &&
	    table_find(o->p->payments, contract) == TABLE_NONE)
		return;
	json_out_open(&o->out, "implementation", '{');
	json_out_open(&o->out, "transactions", '[');
	put_payments(o, c, a, contract, true);
	json_out_close(&o->out, ']');
	json_out_open(&o->out, "milestones", '[');
	for (size_t i = table_find(t, contract); i != TABLE_NONE;
	    i = t->row[i].next)
		put_milestone(o, t->row[i].value);
	put_payments(o, c, a, contract, false);
	json_out_close(&o->out, ']');
	json_out_close(&o->out, '}');
}

static struct str
contract_status(const struct publish *p, const struct str *v)
{
	if (publish_text_when(v[CONTRACT_SIGNED]) > p->day)
		return STR("pending");
	return publish_text_when(v[CONTRACT_UNTIL]) < p->day ?
	    STR("terminated") : STR("active");
}

static void
put_contract(struct publish_ocds *o, const struct ocds_call *c,
    const struct ocds_award *a, const struct str *v)
{
	const struct publish *p = o->p;
	struct json_out *out = &o->out;
	int64_t amount;

	json_out_open(out, NULL, '{');
	json_out_text(out, "id", v[CONTRACT_ID]);
	json_out_text(out, "awardID", a->application);
	json_out_text(out, "title", a->title);
	json_out_text(out, "status", contract_status(p, v));
	if (v[CONTRACT_FROM].n > 0 || v[CONTRACT_UNTIL].n > 0) {
		json_out_open(out, "period", '{');
		publish_text_day(out, p, "startDate", v[CONTRACT_FROM],
		    DAY_BEGINS);
		publish_text_day(out, p, "endDate", v[CONTRACT_UNTIL],
		    DAY_ENDS);
		json_out_close(out, '}');
	}
	if (decimal_parse(v[CONTRACT_AMOUNT], 2, &amount))
		publish_ocds_part_value(o, "value", amount,
		    p->rules->currency);
	publish_text_day(out, p, "dateSigned", v[CONTRACT_SIGNED], DAY_BEGINS);
	put_implementation(o, c, a, v[CONTRACT_ID]);
	json_out_close(out, '}');
}

void
publish_ocds_contract_all(struct publish_ocds *o, const struct ocds_call *c)
{
	const struct table *t = o->p->contracts;

	if (!c->contracts)
		return;
	json_out_open(&o->out, "contracts", '[');
	for (const struct ocds_award *a = c->first; a != NULL; a = a->next)
		for (size_t i = a->contract; i != TABLE_NONE;
		    i = t->row[i].next)
			put_contract(o, c, a, t->row[i].value);
	json_out_close(&o->out, ']');
}
