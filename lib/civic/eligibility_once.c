#include "civic/eligibility_once.h"

#include <stdlib.h>

#include "base/map.h"

/* Those counted so far, by the rule, the NGO, and the lot or the call. */
struct counts {
	struct map keys;
	size_t *count;
	size_t room;
	struct buf text;
};

/* The arguments of qsort are pointers to pointers. */
static int
compare(const void *x, const void *y)
{
	const struct eligibility_application *a =
	    *(const struct eligibility_application *const *)x;
	const struct eligibility_application *b =
	    *(const struct eligibility_application *const *)y;

	if (a->received != b->received)
		return a->received < b->received ? -1 : 1;
	return str_cmp(a->id, b->id);
}

/* Whether all checks but those that count let it pass. */
static bool
is_good(const struct eligibility_rules *r,
    const struct eligibility_application *a, struct buf *text)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct eligibility_rule *rule = &r->rule[i];

		buf_clear(text);
		if (rule->check != ELIGIBILITY_ONCE &&
		    eligibility_is_made(rule, a->lot->call) &&
		    eligibility_make(rule, a, text) == ELIGIBILITY_NO)
			return false;
	}
	return true;
}

static size_t *
count_of(struct counts *c, const struct eligibility_rule *r,
    const struct eligibility_application *a)
{
	size_t known = c->keys.count, number;

	buf_clear(&c->text);
	buf_printf(&c->text, "%zu ", r->which);
	buf_add(&c->text, a->bin);
	buf_byte(&c->text, ' ');
	buf_add(&c->text, r->per_call ? a->lot->call->id : a->lot->id);
	number = map_add(&c->keys, buf_str(&c->text));
	if (number == known) {
		c->count = buf_grow(c->count, &c->room, number + 1,
		    sizeof(*c->count));
		c->count[number] = 0;
	}
	return &c->count[number];
}

static bool
is_once(const struct eligibility_rule *r,
    const struct eligibility_application *a)
{
	return r->check == ELIGIBILITY_ONCE &&
	    eligibility_is_made(r, a->lot->call);
}

/* One that is too many by one rule does not count for another. */
static void
count(struct counts *c, const struct eligibility_rules *r,
    const struct eligibility_application *a, size_t *number)
{
	bool fits = true;

	for (size_t i = 0; i < r->count; i++) {
		const struct eligibility_rule *rule = &r->rule[i];

		if (!is_once(rule, a))
			continue;
		number[rule->which] = *count_of(c, rule, a) + 1;
		fits &= number[rule->which] <= (size_t)rule->most;
	}
	for (size_t i = 0; fits && i < r->count; i++)
		if (is_once(&r->rule[i], a))
			++*count_of(c, &r->rule[i], a);
}

void
eligibility_once_count(struct arena *a, const struct eligibility_rules *r,
    struct eligibility_application **application, size_t n)
{
	struct counts c = { 0 };

	if (r->onces == 0)
		return;
	qsort(application, n, sizeof(struct eligibility_application *), compare);
	for (size_t i = 0; i < n; i++) {
		size_t *number = arena_array(a, r->onces, sizeof(*number));

		if (is_good(r, application[i], &c.text))
			count(&c, r, application[i], number);
		application[i]->number = number;
	}
	map_free(&c.keys);
	free(c.count);
	buf_free(&c.text);
}
