#include "io/contract_rows.h"

#include "civic/date.h"
#include "civic/decimal.h"
#include "io/out.h"

enum { TIYN = 2 };

void
contract_rows_fields(const struct contract_rows *r)
{
	static const char *const fields[] = {
		"contract", "lot", "application", "bin", "amount", "signed",
		"from", "until", "state", "milestones", "accepted", "done",
		"due", "overdue", "overdue_days", "paid", "owed", "owed_days",
		"paid_early", "paid_over", "rest", "next", "next_on",
	};
	struct buf name = { 0 };

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		out_field(fields[i]);
	for (size_t i = 0; r->e != NULL && i < r->e->stages->count; i++) {
		out_field_str(r->e->stages->entry[i].code);
		buf_clear(&name);
		buf_printf(&name, "%.*s_of",
		    STR_ARG(r->e->stages->entry[i].code));
		out_field_str(buf_str(&name));
	}
	buf_free(&name);
	out_field("wrong");
	if (r->e != NULL)
		out_field("cite");
}

static void
put_day(int32_t day)
{
	char date[11] = "";

	if (day != CONTRACT_NO_DAY)
		date_format(day, date);
	out_text(date);
}

static void
put_text(struct contract_rows *r)
{
	out_value(r->text.n > 0 ? buf_str(&r->text) : STR(""));
	buf_clear(&r->text);
}

/* A number that is there only when it is not 0. */
static void
put_if(int64_t number)
{
	if (number != 0)
		out_number(number);
	else
		out_text("");
}

/* Start another reason behind those before it. */
static struct buf *
reason(struct contract_rows *r)
{
	if (r->text.n > 0)
		buf_add(&r->text, STR("; "));
	return &r->text;
}

static const char *
plural(int64_t number)
{
	return number == 1 ? "" : "s";
}

/* "12.50 paid over ...": an amount and what is wrong with it. */
static void
add_amount(struct contract_rows *r, int64_t amount, const char *what)
{
	char digits[24];
	size_t n = decimal_format(digits, amount, TIYN);

	buf_printf(reason(r), "%.*s %s", (int)n, digits, what);
}

static void
add_count(struct contract_rows *r, uint32_t count, const char *what,
    const char *why)
{
	buf_printf(reason(r), "%u %s%s %s", count, what, plural(count), why);
}

static void
add_evaluation(struct contract_rows *r, const struct evaluation *v)
{
	struct str stage = r->e->stages->entry[v->stage].code;

	if (v->missing > 0)
		buf_printf(reason(r), "%.*s evaluation: %u mark%s missing",
		    STR_ARG(stage), v->missing, plural(v->missing));
	else if (v->wrong & CONTRACT_UNMARKED)
		buf_printf(reason(r), "%.*s evaluation: too few experts",
		    STR_ARG(stage));
	else if (v->wrong & CONTRACT_LOW)
		buf_printf(reason(r), "%.*s evaluation: under the pass mark",
		    STR_ARG(stage));
}

void
contract_rows_evaluation(struct contract_rows *r, const struct evaluation *v)
{
	add_evaluation(r, v);
	put_text(r);
}

static void
add_evaluations(struct contract_rows *r, size_t number)
{
	const struct evaluation *v;

	for (size_t i = 0; r->e != NULL && i < r->e->stages->count; i++)
		if ((v = evaluations_of(r->e, number, i)) != NULL)
			add_evaluation(r, v);
}

void
contract_rows_reasons(struct contract_rows *r, size_t number)
{
	const struct contract *k = &r->c->list[number].is;

	if (k->wrong & CONTRACT_LATE)
		buf_printf(reason(r), "%u milestone%s overdue by up to %d "
		    "day%s", k->overdue, plural(k->overdue), k->late_days,
		    plural(k->late_days));
	if (k->wrong & CONTRACT_UNPAID)
		buf_printf(reason(r), "payment overdue by up to %d day%s",
		    k->unpaid_days, plural(k->unpaid_days));
	if (k->wrong & CONTRACT_EARLY)
		add_amount(r, k->early, "paid before the report was accepted");
	if (k->wrong & CONTRACT_OVER)
		add_amount(r, k->paid - k->amount,
		    "paid over the contract");
	if (k->wrong & CONTRACT_PROMISED)
		add_amount(r, k->planned - k->amount,
		    "of the payments are over the contract");
	if (k->wrong & CONTRACT_LAPSED)
		buf_printf(reason(r), "ended %ld day%s ago and not complete",
		    r->c->day - k->until, plural(r->c->day - k->until));
	if (k->wrong & CONTRACT_OUTSIDE)
		add_count(r, k->outside, "milestone",
		    "due out of the contract's time");
	if (k->wrong & CONTRACT_UNSIGNED)
		add_count(r, k->unsigned_payments, "payment",
		    "made before the contract was signed");
	add_evaluations(r, number);
	if (k->wrong & CONTRACT_REFUSED)
		add_count(r, k->refused, "record", "refused");
	put_text(r);
}

static void
put_next(struct contract_rows *r, const struct contract *k)
{
	static const char *const word[] = { "begin", "milestone", "report",
		"payment", "end" };
	enum contract_step step;
	int32_t no, day;

	if (!contract_next(k, r->c->day, &step, &no, &day)) {
		out_text("");
		out_text("");
		return;
	}
	buf_add(&r->text, str_of(word[step]));
	if (no > 0)
		buf_printf(&r->text, " %d", no);
	put_text(r);
	put_day(day);
}

static void
put_evaluations(const struct contract_rows *r, size_t number)
{
	for (size_t i = 0; r->e != NULL && i < r->e->stages->count; i++) {
		const struct evaluation *v = evaluations_of(r->e, number, i);

		if (v == NULL || !v->scored) {
			out_text("");
			out_text("");
			continue;
		}
		out_decimal(v->score, r->e->rubric->total_places);
		if (r->e->rubric->low_wins)
			out_text("");
		else
			out_decimal(v->most, r->e->rubric->total_places);
	}
}

static void
put_contract(const struct contract_rows *r, size_t number)
{
	const struct contracts_entry *e = &r->c->list[number];

	out_value(map_key(&r->c->ids, number));
	out_value(map_key(&r->c->lots, e->lot));
	out_value(e->application == CONTRACTS_NONE ? STR("") :
	    map_key(&r->c->applications, e->application));
	out_value(map_key(&r->c->bins, e->bin));
	out_decimal(e->is.amount, TIYN);
	put_day(e->is.signed_on);
	put_day(e->is.from);
	put_day(e->is.until);
}

void
contract_rows_state(enum contract_state state)
{
	static const char *const word[] = { "future", "running", "overdue",
		"ended", "closing", "complete" };

	out_text(word[state]);
}

static void
put_state(const struct contract *k, enum contract_state state)
{
	contract_rows_state(state);
	out_number(k->accepted + (int64_t)k->done + k->due + k->overdue);
	out_number(k->accepted);
	out_number(k->done);
	out_number(k->due);
	out_number(k->overdue);
	put_if(k->late_days);
	out_decimal(k->paid, TIYN);
	out_decimal(k->owed, TIYN);
	put_if(k->unpaid_days);
	out_decimal(k->early, TIYN);
	out_decimal(k->paid > k->amount ? k->paid - k->amount : 0, TIYN);
	out_decimal(k->paid < k->amount ? k->amount - k->paid : 0, TIYN);
}

bool
contract_rows_judge(struct contract_rows *r, size_t number,
    enum contract_state *state)
{
	struct contract *k = &r->c->list[number].is;

	*state = contract_judge(k, r->c->day);
	r->wrong += k->wrong != 0;
	return !r->only_wrong || k->wrong != 0;
}

void
contract_rows_print(struct contract_rows *r)
{
	enum contract_state state;

	for (size_t i = 0; i < r->c->count; i++) {
		const struct contract *k = &r->c->list[i].is;

		if (!contract_rows_judge(r, i, &state))
			continue;
		put_contract(r, i);
		put_state(k, state);
		put_next(r, k);
		put_evaluations(r, i);
		contract_rows_reasons(r, i);
		if (r->e != NULL)
			out_value(r->e->rubric->cite);
		out_end();
	}
}
