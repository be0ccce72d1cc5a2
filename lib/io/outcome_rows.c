#include "io/outcome_rows.h"

#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/order.h"
#include "civic/concentration.h"
#include "civic/decimal.h"
#include "io/kind.h"
#include "io/out.h"

enum { TIYN = 2, SHARE = 4 };

/* The fields, but those of decisions, which the vocabulary names. */
static const char *const before[] = { "calls", "applications" };
static const char *const behind[] = { "ngos", "asked", "given", "success",
	"success_money", "average", "top5", "gini" };
static const char *const of_contracts[] = { "contracts", "contracted",
	"days" };
static const char *const of_payments[] = { "paid", "unpaid", "overpaid" };
#define COUNT(list) (sizeof(list) / sizeof(*(list)))

static void
put_field(const struct outcome_rows *r, const char *name)
{
	if (r->by != NULL && strcmp(r->by, name) == 0)
		die("--by %s: the report has a field of that name", name);
	out_field(name);
}

static void
put_fields(const struct outcome_rows *r, const char *const *name,
    size_t count)
{
	for (size_t i = 0; i < count; i++)
		put_field(r, name[i]);
}

/* A code as the name of a field: not-scored is not_scored. */
static void
put_code(const struct outcome_rows *r, struct str code)
{
	struct arena a = { 0 };
	char *name = arena_string(&a, code);

	for (char *p = name; *p != '\0'; p++)
		if (*p == '-')
			*p = '_';
	put_field(r, name);
	arena_reset(&a);
}

void
outcome_rows_fields(const struct outcome_rows *r)
{
	const struct vocab *codes = kind_vocab("decisions");

	put_field(r, "row");
	if (r->by != NULL)
		out_field(r->by);
	put_fields(r, before, COUNT(before));
	for (size_t i = 0; i < codes->count; i++)
		put_code(r, codes->entry[i].code);
	put_fields(r, behind, COUNT(behind));
	if (r->contracts)
		put_fields(r, of_contracts, COUNT(of_contracts));
	if (r->payments)
		put_fields(r, of_payments, COUNT(of_payments));
}

/* A number, or nothing where there is none to speak of. */
static void
put_if(bool there, int64_t units, int places)
{
	if (there)
		out_decimal(units, places);
	else
		out_text("");
}

/* part of whole, rounded; there is none of nothing. */
static void
put_share(bool known, int64_t part, int64_t whole)
{
	int64_t share = 0;

	known = known && whole > 0 && decimal_muldiv(part,
	    decimal_scale(SHARE), whole, ROUND_HALF_UP, &share);
	put_if(known, share, SHARE);
}

/* A record from `calls` on. */
static void
put_sum(const struct outcome_rows *r, const struct outcomes_sum *s)
{
	size_t codes = kind_vocab("decisions")->count;
	size_t awarded = map_find(&kind_vocab("decisions")->codes,
	    STR("awarded"));
	int64_t awards = s->decided[awarded];

	put_if(s->calls > 0, s->calls, 0);
	out_number(s->applications);
	for (size_t i = 0; i < codes; i++)
		out_number(s->decided[i]);
	out_number(s->ngos);
	put_if(s->askers > 0, s->asked, TIYN);
	out_decimal(s->given, TIYN);
	put_share(true, awards, s->applications);
	put_share(s->askers == s->applications, s->given, s->asked);
	put_if(awards > 0, awards > 0 ? decimal_divide(s->given, awards,
	    ROUND_HALF_UP) : 0, TIYN);
	put_if(s->first >= 0, s->first, CONCENTRATION_PLACES);
	put_if(s->gini >= 0, s->gini, CONCENTRATION_PLACES);
	if (r->contracts) {
		out_number(s->contracts);
		out_decimal(s->contracted, TIYN);
		put_if(s->half_days >= 0, s->half_days * 5, 1);
	}
	if (r->payments) {
		out_decimal(s->paid, TIYN);
		out_decimal(s->unpaid, TIYN);
		out_decimal(s->overpaid, TIYN);
	}
	out_end();
}

void
outcome_rows_print(const struct outcome_rows *r)
{
	size_t count = r->by == NULL ? 0 : r->o->groups.count;
	struct arena a = { 0 };
	struct str *key = arena_array(&a, count, sizeof(*key));
	uint32_t *order = arena_array(&a, count, sizeof(*order));

	for (size_t i = 0; i < count; i++)
		key[i] = map_key(&r->o->groups, i);
	order_texts(key, count, order);
	for (size_t i = 0; i < count; i++) {
		/* A group that only refused records name has nothing. */
		if (r->o->sum[order[i]].applications == 0)
			continue;
		out_text("group");
		out_value(key[order[i]]);
		put_sum(r, &r->o->sum[order[i]]);
	}
	out_text("all");
	if (r->by != NULL)
		out_text("");
	put_sum(r, &r->o->all);
	arena_reset(&a);
}
