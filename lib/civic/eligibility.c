#include "civic/eligibility.h"

#include "civic/eligibility_card.h"

const char eligibility_words[] = "registered status form state_founder filed "
    "window lot_budget band_amount band_months logistics cost_plan papers "
    "once";

struct str
eligibility_check_name(enum eligibility_check check)
{
	struct str rest = str_of(eligibility_words), name;

	name = str_cut(&rest, ' ');
	for (enum eligibility_check i = 0; i < check; i++)
		name = str_cut(&rest, ' ');
	return name;
}

bool
eligibility_is_made(const struct eligibility_rule *r,
    const struct eligibility_call *c)
{
	for (size_t i = 0; i < r->instruments; i++)
		if (str_eq(r->instrument[i], c->instrument))
			return true;
	return r->instruments == 0;
}

bool
eligibility_asks_register(enum eligibility_check check)
{
	return check <= ELIGIBILITY_FILED;
}

const char *
eligibility_answer_name(enum eligibility_answer answer)
{
	static const char *const name[] = { "no", "yes", "unchecked" };

	return name[answer];
}

static bool
check_window(const struct eligibility_application *a, struct buf *found)
{
	const struct eligibility_call *c = a->lot->call;

	buf_printf(found, "received %.*s, the call is open from %.*s to %.*s",
	    STR_ARG(a->received_text), STR_ARG(c->opens_text),
	    STR_ARG(c->closes_text));
	return a->received >= c->opens && a->received <= c->closes;
}

static void
say_request(const struct eligibility_application *a, struct buf *found)
{
	buf_add(found, STR("asks for "));
	band_say_money(found, a->requested);
}

static bool
check_budget(const struct eligibility_application *a, struct buf *found)
{
	say_request(a, found);
	buf_add(found, STR(", the lot has "));
	band_say_money(found, a->lot->budget);
	return a->requested <= a->lot->budget;
}

static void
say_band(const struct band *b, struct buf *found)
{
	buf_printf(found, ", a %.*s grant has ", STR_ARG(b->code));
}

static bool
check_amount(const struct eligibility_application *a, struct buf *found)
{
	const struct band *b = a->lot->band;

	say_request(a, found);
	say_band(b, found);
	band_say_amounts(a->lot->call->bands, b, found);
	return band_has_amount(b, a->requested);
}

static bool
check_months(const struct eligibility_application *a, struct buf *found)
{
	const struct band *b = a->lot->band;

	if (a->months == 0)
		buf_add(found, STR("months not said"));
	else
		buf_printf(found, "%ld month%s", a->months,
		    a->months == 1 ? "" : "s");
	say_band(b, found);
	band_say_months(b, found);
	return band_has_months(b, a->months);
}

/* The share of an amount, without the part of a tiyn; exact in between. */
#define WHOLE 10000

static int64_t
share_of(int64_t amount, int64_t percent)
{
	return amount / WHOLE * percent + amount % WHOLE * percent / WHOLE;
}

static void
say_percent(int64_t percent, struct buf *found)
{
	buf_printf(found, "%d", (int)(percent / 100));
	if (percent % 100 != 0)
		buf_printf(found, ".%02d", (int)(percent % 100));
	buf_add(found, STR(" %"));
}

static bool
check_logistics(const struct eligibility_rule *r,
    const struct eligibility_application *a, struct buf *found)
{
	int64_t most = share_of(a->requested, r->percent);

	band_say_money(found, a->logistics);
	buf_add(found, STR(" for logistics, "));
	say_percent(r->percent, found);
	buf_add(found, STR(" are "));
	band_say_money(found, most);
	return a->logistics <= most;
}

static bool
check_cost_plan(const struct eligibility_application *a, struct buf *found)
{
	if (a->cost_plan < 0)
		buf_add(found, STR("cost plan not said"));
	else {
		buf_add(found, STR("cost plan "));
		band_say_money(found, a->cost_plan);
	}
	buf_add(found, STR(", asked for and own "));
	band_say_money(found, a->requested + a->own);
	return a->cost_plan == a->requested + a->own;
}

static bool
has_paper(struct str papers, struct str code)
{
	while (papers.n > 0)
		if (str_eq(str_cut(&papers, ';'), code))
			return true;
	return false;
}

static bool
check_papers(const struct eligibility_rule *r,
    const struct eligibility_application *a, struct buf *found)
{
	size_t missing = 0;

	for (size_t i = 0; i < r->codes; i++) {
		if (has_paper(a->papers, r->code[i]))
			continue;
		buf_printf(found, "%s%.*s", missing++ > 0 ? ", " :
		    "papers missing: ", STR_ARG(r->code[i]));
	}
	if (missing == 0)
		buf_add(found, STR("all papers are there"));
	return missing == 0;
}

static bool
check_once(const struct eligibility_rule *r,
    const struct eligibility_application *a, struct buf *found)
{
	size_t number = a->number != NULL ? a->number[r->which] : 0;

	if (number == 0) {
		buf_add(found, STR("not counted, as another check returns it"));
		return true;
	}
	buf_printf(found, "application %zu of the NGO for the %s, the most is "
	    "%ld", number, r->per_call ? "call" : "lot", r->most);
	return number <= (size_t)r->most;
}

static bool
make(const struct eligibility_rule *r,
    const struct eligibility_application *a, struct buf *found)
{
	switch (r->check) {
	case ELIGIBILITY_WINDOW:
		return check_window(a, found);
	case ELIGIBILITY_LOT_BUDGET:
		return check_budget(a, found);
	case ELIGIBILITY_BAND_AMOUNT:
		return check_amount(a, found);
	case ELIGIBILITY_BAND_MONTHS:
		return check_months(a, found);
	case ELIGIBILITY_LOGISTICS:
		return check_logistics(r, a, found);
	case ELIGIBILITY_COST_PLAN:
		return check_cost_plan(a, found);
	case ELIGIBILITY_PAPERS:
		return check_papers(r, a, found);
	case ELIGIBILITY_ONCE:
		return check_once(r, a, found);
	default:
		return eligibility_card_makes(r, &a->card, found);
	}
}

enum eligibility_answer
eligibility_make(const struct eligibility_rule *r,
    const struct eligibility_application *a, struct buf *found)
{
	if (eligibility_asks_register(r->check) && !a->card.asked) {
		buf_add(found, STR("the register was not asked"));
		return ELIGIBILITY_UNCHECKED;
	}
	return make(r, a, found) ? ELIGIBILITY_YES : ELIGIBILITY_NO;
}
