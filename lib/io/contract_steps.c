#include "io/contract_steps.h"

#include "io/out.h"

/*
 * step milestone: title to report; payment: milestone, due, paid and amount;
 * evaluation: title is the stage, criterion empty in the total.
 */
void
contract_steps_fields(const struct contract_rows *r)
{
	static const char *const fields[] = { "contract", "step", "no",
		"title", "milestone", "due", "done", "report", "paid",
		"amount", "state", "days" };

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		out_field(fields[i]);
	if (r->e != NULL) {
		out_field("criterion");
		out_field("score");
		out_field("most");
	}
	out_field("wrong");
	if (r->e != NULL)
		out_field("cite");
}

static void
put_empty(size_t count)
{
	while (count-- > 0)
		out_text("");
}

/* All that can be wrong with one step. */
static const char *
why(unsigned wrong)
{
	switch (wrong) {
	case 0:
		return "";
	case CONTRACT_LATE:
	case CONTRACT_UNPAID:
		return "overdue";
	case CONTRACT_LATE | CONTRACT_OUTSIDE:
		return "overdue; due out of the contract's time";
	case CONTRACT_OUTSIDE:
		return "due out of the contract's time";
	case CONTRACT_EARLY:
		return "paid before the report was accepted";
	case CONTRACT_UNSIGNED:
		return "paid before the contract was signed";
	default:
		return "paid before the report was accepted; paid before the "
		    "contract was signed";
	}
}

static void
put_standing(const struct contract_account *account)
{
	static const char *const word[] = { "accepted", "done", "due",
		"overdue", "paid", "early", "owed", "waiting", "planned" };

	out_text(word[account->standing]);
	if (account->days != 0)
		out_number(account->days);
	else
		out_text("");
}

void
contract_steps_print(void *context, const struct contract_told *told)
{
	struct contract_rows *r = context;

	r->wrong += told->account.wrong != 0;
	if (r->only_wrong && told->account.wrong == 0)
		return;
	out_value(told->contract);
	out_text(told->is_payment ? "payment" : "milestone");
	out_value(told->no);
	out_value(told->title);
	out_value(told->milestone);
	out_value(told->due);
	out_value(told->done);
	out_value(told->report);
	out_value(told->paid);
	out_value(told->amount);
	put_standing(&told->account);
	put_empty(r->e != NULL ? 3 : 0);
	out_text(why(told->account.wrong));
	put_empty(r->e != NULL);
	out_end();
}

static void
put_result(const struct contract_rows *r, const struct evaluation *v,
    struct str criterion)
{
	out_value(map_key(&r->c->ids, v->contract));
	out_text("evaluation");
	out_text("");
	out_value(r->e->stages->entry[v->stage].code);
	put_empty(6);
	out_text(v->scored ? "scored" : "not scored");
	out_text("");
	out_value(criterion);
}

static void
put_criterion(const struct contract_rows *r, const struct evaluation *v,
    size_t criterion)
{
	const struct score_rubric *rubric = r->e->rubric;

	put_result(r, v, rubric->criterion[criterion].name);
	if (v->centre[criterion] == SCORE_RESULT_NONE)
		out_text("");
	else
		out_decimal(v->centre[criterion], rubric->criterion_places);
	put_empty(2);
	out_value(rubric->cite);
	out_end();
}

static void
put_total(struct contract_rows *r, const struct evaluation *v)
{
	const struct score_rubric *rubric = r->e->rubric;

	put_result(r, v, STR(""));
	if (v->scored)
		out_decimal(v->score, rubric->total_places);
	else
		out_text("");
	if (v->scored && !rubric->low_wins)
		out_decimal(v->most, rubric->total_places);
	else
		out_text("");
	contract_rows_evaluation(r, v);
	out_value(rubric->cite);
	out_end();
}

void
contract_steps_evaluations(struct contract_rows *r)
{
	for (size_t i = 0; r->e != NULL && i < r->e->count; i++) {
		const struct evaluation *v = &r->e->list[i];

		r->wrong += v->wrong != 0;
		if (r->only_wrong && v->wrong == 0)
			continue;
		for (size_t k = 0; k < r->e->rubric->count; k++)
			put_criterion(r, v, k);
		put_total(r, v);
	}
}

void
contract_steps_contracts(struct contract_rows *r)
{
	enum contract_state state;

	for (size_t i = 0; i < r->c->count; i++) {
		if (!contract_rows_judge(r, i, &state))
			continue;
		out_value(map_key(&r->c->ids, i));
		out_text("contract");
		put_empty(7);
		out_decimal(r->c->list[i].is.amount, 2);
		contract_rows_state(state);
		put_empty(r->e != NULL ? 4 : 1);
		contract_rows_reasons(r, i);
		put_empty(r->e != NULL);
		out_end();
	}
}
