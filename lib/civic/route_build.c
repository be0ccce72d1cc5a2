#include <string.h>

#include "civic/route_own.h"

/* Whether one of its stems is all that a route needs to hold. */
static bool
asks_any_only(const struct route *r, size_t rule)
{
	const struct route_rule *ru = &r->rule[rule];

	return rule >= r->triage && ru->any && ru->groups == 0 &&
	    ru->tests == 0 && ru->words == 0 && ru->points == 0 &&
	    !ru->forbids;
}

static bool
is_before(const struct route_use *a, const struct route_use *b)
{
	return a->body != b->body ? a->body < b->body : a->rule < b->rule;
}

/* Put the uses in order: by stem, then by body, then by rule. */
static void
sort_uses(struct route *r, struct arena *a)
{
	struct route_use *from = arena_array(a, r->uses + 1, sizeof(*from));
	size_t stems = r->stems.count + r->forms.count;
	size_t *end = arena_array(a, stems + 1, sizeof(*end));

	if (r->uses > 0)
		memcpy(from, r->use, r->uses * sizeof(*from));
	memcpy(end, r->first_use, (stems + 1) * sizeof(*end));
	for (size_t i = 0; i < r->uses; i++) {
		uint32_t stem = from[i].stem;
		size_t at = end[stem]++;

		for (; at > r->first_use[stem] &&
		    is_before(&from[i], &r->use[at - 1]); at--)
			r->use[at] = r->use[at - 1];
		r->use[at] = from[i];
	}
}

static void
index_uses(struct route *r, struct arena *a)
{
	size_t stems = r->stems.count + r->forms.count;

	r->first_use = arena_array(a, stems + 1, sizeof(*r->first_use));
	for (struct route_use *u = r->use; u < r->use + r->uses; u++) {
		u->body = (uint32_t)r->rule[u->rule].body;
		u->stem += u->form ? (uint32_t)r->stems.count : 0;
		u->alone = asks_any_only(r, u->rule);
		r->first_use[u->stem + 1]++;
	}
	for (size_t i = 0; i < stems; i++)
		r->first_use[i + 1] += r->first_use[i];
	sort_uses(r, a);
}

/* The roles that are places of bodies, each once. */
static void
list_placed(struct route *r, struct arena *a)
{
	r->placed = arena_array(a, r->bodies + 1, sizeof(*r->placed));
	for (size_t i = 0; i < r->bodies; i++) {
		size_t role = r->body[i].place, at = 0;

		while (at < r->placeds && r->placed[at] != role)
			at++;
		if (role != ROUTE_NONE && at == r->placeds)
			r->placed[r->placeds++] = role;
	}
}

static void
build_forms(struct route *r, struct arena *a, bool places)
{
	if (r->forms.count == 0)
		return;
	stems_build(&r->forms, places);
	r->formed = arena_array(a, r->texts + 1, sizeof(*r->formed));
	r->both = arena_array(a, r->stems.count + r->forms.count + 1,
	    sizeof(*r->both));
}

void
route_build(struct route *r, struct arena *a, bool places)
{
	stems_build(&r->stems, places);
	build_forms(r, a, places);
	index_uses(r, a);
	list_placed(r, a);
	r->state = arena_array(a, r->rules + 1, sizeof(*r->state));
	r->score = arena_array(a, r->bodies + 1, sizeof(*r->score));
	r->touched = arena_array(a, r->rules + 1, sizeof(*r->touched));
	r->gave = arena_array(a, r->rules + 1, sizeof(*r->gave));
	r->near = arena_array(a, r->uses + 1, sizeof(*r->near));
	r->best = arena_array(a, r->bodies + 1, sizeof(*r->best));
	if (places)
		r->hit = arena_array(a, r->uses + r->rules + 1,
		    sizeof(*r->hit));
	r->bare = arena_array(a, r->rules + 1, sizeof(*r->bare));
	for (size_t i = 0; i < r->rules; i++) {
		r->state[i].holds = asks_any_only(r, i);
		if (!r->rule[i].any && r->rule[i].groups == 0)
			r->bare[r->bares++] = i;
	}
}
