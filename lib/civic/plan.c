#include "civic/plan.h"

#include <stdlib.h>

#include "civic/decimal.h"
#include "civic/name.h"
#include "civic/plan_give.h"

__extension__ typedef __int128 wide;

const char *const plan_key_name[PLAN_KEYS] = {
	"priority", "people", "proposals", "months", "cost",
	"cost_per_person",
};
const char *const plan_text_name[PLAN_TEXTS] = {
	"theme", "region", "sphere", "target_group",
};

/* What needs have in common; no text has a NUL. */
static struct str
key_of(struct plan *p, const struct plan_need *need)
{
	buf_clear(&p->key);
	for (size_t i = 0; i < PLAN_TEXTS; i++) {
		if (!p->rules->groups[i])
			continue;
		if (i == PLAN_THEME)
			name_fold(&p->key, need->text[i]);
		else
			buf_add(&p->key, need->text[i]);
		buf_byte(&p->key, '\0');
	}
	return buf_str(&p->key);
}

static bool
add(int64_t *sum, int64_t x)
{
	if (*sum > INT64_MAX - x)
		return false;
	*sum += x;
	return true;
}

/* Join the figures; a mean is a sum until the plan is settled. */
static bool
join(const struct plan_rules *r, struct plan_theme *t,
    const struct plan_need *need)
{
	for (size_t i = 0; i < PLAN_FIGURES; i++) {
		int64_t x = need->figure[i], *have = &t->figure[i];
		bool first = t->needs == 0;

		if (r->join[i] == PLAN_SUM || r->join[i] == PLAN_MEAN) {
			if (!add(have, x))
				return false;
		} else if (first || (r->join[i] == PLAN_HIGHEST ? x > *have :
		    x < *have))
			*have = x;
	}
	if (need->figure[PLAN_PROPOSALS] > 0 && need->figure[PLAN_PRIORITY] >
	    (INT64_MAX - t->weighted) / need->figure[PLAN_PROPOSALS])
		return false;
	t->weighted += need->figure[PLAN_PRIORITY] *
	    need->figure[PLAN_PROPOSALS];
	return true;
}

static struct plan_need *
keep(struct plan *p, const struct plan_need *need)
{
	struct plan_need *n;

	p->need = buf_grow(p->need, &p->need_room, p->needs + 1,
	    sizeof(*p->need));
	n = &p->need[p->needs];
	*n = *need;
	n->id = map_key(&p->ids, p->needs);
	n->next = STR_NONE;
	for (size_t i = 0; i < PLAN_TEXTS; i++)
		n->text[i] = arena_copy(&p->texts, need->text[i]);
	p->needs++;
	return n;
}

static struct plan_theme *
theme_of(struct plan *p, const struct plan_need *need)
{
	size_t number = map_add(&p->keys, key_of(p, need));

	if (number == p->themes) {
		p->theme = buf_grow(p->theme, &p->theme_room, p->themes + 1,
		    sizeof(*p->theme));
		p->theme[p->themes++] = (struct plan_theme){ .first =
		    STR_NONE };
	}
	return &p->theme[number];
}

enum plan_fault
plan_add(struct plan *p, const struct plan_need *need)
{
	struct plan_theme *t, after = { 0 };
	struct plan_need *n;

	if (map_find(&p->ids, need->id) != MAP_NONE)
		return PLAN_TWICE;
	if (!join(p->rules, &after, need))
		return PLAN_TOO_MUCH;
	t = theme_of(p, need);
	after = *t;
	if (!join(p->rules, &after, need))
		return PLAN_TOO_MUCH;
	*t = after;
	map_add(&p->ids, need->id);
	n = keep(p, need);
	n->theme = (size_t)(t - p->theme);
	if (t->needs++ == 0)
		t->first = p->needs - 1;
	else
		p->need[t->last].next = p->needs - 1;
	t->last = p->needs - 1;
	return PLAN_GOOD;
}

/* Without any proposal, each need has the same weight. */
static void
find_mean(const struct plan_rules *r, struct plan_theme *t)
{
	int64_t *priority = &t->figure[PLAN_PRIORITY];

	if (r->join[PLAN_PRIORITY] != PLAN_MEAN)
		return;
	if (t->figure[PLAN_PROPOSALS] > 0)
		*priority = decimal_divide(t->weighted,
		    t->figure[PLAN_PROPOSALS], ROUND_HALF_UP);
	else
		*priority = decimal_divide(*priority, (int64_t)t->needs,
		    ROUND_HALF_UP);
}

static void
spell(const struct plan *p, struct plan_theme *t)
{
	const struct plan_need *best = &p->need[t->first];

	for (size_t i = t->first; i != STR_NONE; i = p->need[i].next)
		if (p->need[i].figure[PLAN_PROPOSALS] >
		    best->figure[PLAN_PROPOSALS])
			best = &p->need[i];
	for (size_t i = 0; i < PLAN_TEXTS; i++)
		t->text[i] = best->text[i];
}

/*
 * By products, so that nothing is rounded, and a theme that reaches nobody
 * costs more for each of them than any other.
 */
static int
compare_per_person(const struct plan_theme *a, const struct plan_theme *b)
{
	wide x = (wide)a->figure[PLAN_COST] * b->figure[PLAN_PEOPLE];
	wide y = (wide)b->figure[PLAN_COST] * a->figure[PLAN_PEOPLE];

	return (x > y) - (x < y);
}

/* Below 0 if a goes before b by the keys. */
static int
compare(const struct plan_rules *r, const struct plan_theme *a,
    const struct plan_theme *b)
{
	for (size_t i = 0; i < r->orders; i++) {
		size_t k = r->order[i].key;
		int order = k == PLAN_COST_PER_PERSON ?
		    compare_per_person(a, b) :
		    (a->figure[k] > b->figure[k]) -
		    (a->figure[k] < b->figure[k]);

		if (order != 0)
			return r->order[i].low ? order : -order;
	}
	return 0;
}

/* A theme on its way into order: the sort has no place for the plan. */
struct item {
	const struct plan *plan;
	struct str key;
	struct plan_theme theme;
};

static int
compare_items(const void *x, const void *y)
{
	const struct item *a = x, *b = y;
	int order = compare(a->plan->rules, &a->theme, &b->theme);

	return order != 0 ? order : str_cmp(a->key, b->key);
}

static void
sort(struct plan *p)
{
	size_t room = 0;
	struct item *item = buf_grow(NULL, &room, p->themes, sizeof(*item));

	for (size_t i = 0; i < p->themes; i++)
		item[i] = (struct item){ p, map_key(&p->keys, i),
			p->theme[i] };
	qsort(item, p->themes, sizeof(*item), compare_items);
	for (size_t i = 0; i < p->themes; i++) {
		struct plan_theme *t = &p->theme[i];

		*t = item[i].theme;
		t->rank = i + 1;
		t->tied = i > 0 && compare(p->rules, t - 1, t) == 0;
		for (size_t n = t->first; n != STR_NONE; n = p->need[n].next)
			p->need[n].theme = i;
	}
	free(item);
}

void
plan_settle(struct plan *p)
{
	for (size_t i = 0; i < p->themes; i++) {
		find_mean(p->rules, &p->theme[i]);
		spell(p, &p->theme[i]);
	}
	sort(p);
	plan_give(p);
}

void
plan_free(struct plan *p)
{
	free(p->need);
	free(p->theme);
	map_free(&p->ids);
	map_free(&p->keys);
	arena_reset(&p->texts);
	buf_free(&p->key);
}
