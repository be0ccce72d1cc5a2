#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "civic/decimal.h"
#include "io/kind.h"
#include "io/routes.h"
#include "io/routes_stems.h"
#include "io/rules.h"

enum { PLACES_MAX = 3 };

/* A rule file in reading. */
struct reading {
	struct arena *a;
	struct route *r;
	struct str *role;	/* what rules call the fields after the texts */
	struct str *code;	/* of each body, as rules write it */
	struct map codes, names;	/* of bodies; of rules */
	struct routes_stems stems;
};

/* Die: a name is none of those that it could be. */
static _Noreturn void
unknown(const struct rule *at, const char *what, struct str name,
    const struct str *names, size_t count)
{
	size_t near = str_nearest(name, names, count);

	if (near != STR_NONE)
		rules_die(at, "no %s '%.*s'; did you mean '%.*s'?", what,
		    STR_ARG(name), STR_ARG(names[near]));
	rules_die(at, "no %s '%.*s' in this file", what, STR_ARG(name));
}

static size_t
body_named(const struct reading *g, const struct rule *name)
{
	size_t i = map_find(&g->codes, rules_text(name));

	if (i == MAP_NONE)
		unknown(name, "body", name->text, g->code, g->r->bodies);
	return i;
}

static size_t
role_named(const struct reading *g, const struct rule *at, struct str role)
{
	size_t named = g->r->roles - g->r->texts;

	for (size_t i = 0; i < named; i++)
		if (str_eq(g->role[i], role))
			return g->r->texts + i;
	unknown(at, "field", role, g->role, named);
}

/* A list of texts, or one text as a list of one. */
static struct str *
texts(struct reading *g, const struct rule *r, size_t *count)
{
	struct str *text;

	*count = r->kind == RULE_TEXT ? 1 : rules_list(r)->count;
	text = arena_array(g->a, *count + 1, sizeof(*text));
	for (size_t i = 0; i < *count; i++)
		text[i] = rules_text(r->kind == RULE_TEXT ? r : &r->item[i]);
	if (*count == 0)
		rules_die(r, "an empty list");
	return text;
}

/* The fields that hold the texts, then those that rules speak of. */
static void
read_fields(struct reading *g, const struct rule *map)
{
	struct route *r = g->r;
	const struct rule *text = rules_need(rules_map(map), "text");
	struct str *field = texts(g, text, &r->texts);

	r->roles = r->texts;
	r->id = ROUTE_NONE;
	r->role = arena_array(g->a, r->texts + map->count, sizeof(*r->role));
	g->role = arena_array(g->a, map->count, sizeof(*g->role));
	memcpy(r->role, field, r->texts * sizeof(*field));
	for (size_t i = 0; i < map->count; i++) {
		if (&map->item[i] == text)
			continue;
		if (str_eq(map->key[i], STR("id")))
			r->id = r->roles;
		g->role[r->roles - r->texts] = map->key[i];
		r->role[r->roles++] = rules_text(&map->item[i]);
	}
}

/* A body's code and, where it has one, the role after it: akimat:{region}. */
static void
read_code(struct reading *g, const struct rule *at, struct str code,
    struct route_body *b)
{
	struct str rest = code;

	b->code = str_cut(&rest, ':');
	b->place = ROUTE_NONE;
	for (size_t i = 0; i < b->code.n; i++)
		if (strchr("abcdefghijklmnopqrstuvwxyz0123456789_-",
		    b->code.p[i]) == NULL)
			b->code.n = 0;
	if (b->code.n < code.n && str_starts(rest, STR("{")) &&
	    str_ends(rest, STR("}")))
		b->place = role_named(g, at,
		    (struct str){ rest.p + 1, rest.n - 2 });
	if (b->place != ROUTE_NONE)
		g->r->regions = kind_vocab("regions");
	if (b->code.n == 0 || (b->place == ROUTE_NONE && b->code.n < code.n))
		rules_die(at, "a body's code is a word of a-z, 0-9, _ and -, "
		    "with or without :{field}: '%.*s'", STR_ARG(code));
}

static void
read_names(const struct rule *map, struct route_body *b)
{
	static const char *const language[] = { "kk", "ru", "en" };
	const struct rule *brief;

	rules_keys(map, "kk ru en short");
	brief = rules_get(map, "short");
	if (brief != NULL)
		rules_keys(brief, "kk ru en");
	for (size_t i = 0; i < ROUTE_LANGUAGES; i++) {
		b->name[i] = rules_text(rules_need(map, language[i]));
		if (brief != NULL)
			b->brief[i] = rules_text_or(brief, language[i],
			    STR(""));
	}
}

static void
read_bodies(struct reading *g, const struct rule *map)
{
	struct route *r = g->r;
	struct map bare = { 0 };

	r->bodies = rules_map(map)->count;
	r->body = arena_array(g->a, r->bodies + 1, sizeof(*r->body));
	g->code = map->key;
	for (size_t i = 0; i < r->bodies; i++) {
		read_code(g, &map->item[i], map->key[i], &r->body[i]);
		read_names(&map->item[i], &r->body[i]);
		map_add(&g->codes, map->key[i]);
		if (map_add(&bare, r->body[i].code) < i)
			rules_die(&map->item[i], "two bodies with the code "
			    "'%.*s'", STR_ARG(r->body[i].code));
	}
	map_free(&bare);
	if (r->bodies == 0)
		rules_die(map, "no bodies");
}

/* Ranks: first those of the list in its order, then the file's. */
static void
read_precedence(struct reading *g, const struct rule *list)
{
	struct route *r = g->r;
	size_t rank = 0;

	for (size_t i = 0; i < r->bodies; i++)
		r->body[i].rank = ROUTE_NONE;
	for (size_t i = 0; list != NULL && i < rules_list(list)->count; i++) {
		size_t body = body_named(g, &list->item[i]);

		if (r->body[body].rank != ROUTE_NONE)
			rules_die(&list->item[i], "'%.*s' stands here twice",
			    STR_ARG(list->item[i].text));
		r->body[body].rank = rank++;
	}
	for (size_t i = 0; i < r->bodies; i++)
		if (r->body[i].rank == ROUTE_NONE)
			r->body[i].rank = rank++;
}

static void
read_groups(struct reading *g, const struct rule *list, size_t rule)
{
	struct route_rule *to = &g->r->rule[rule];

	rules_list(list);
	if (list->count > ROUTE_GROUPS)
		rules_die(list, "over %d groups in one rule", ROUTE_GROUPS);
	for (size_t i = 0; i < list->count; i++) {
		uint32_t part = ROUTE_GROUP + to->groups++;

		routes_stems_read(&g->stems, &list->item[i], rule, part);
	}
}

static void
read_test(struct reading *g, const struct rule *map, struct route_test *t)
{
	static const char *const how[] = { "is", "isnt", "starts" };
	const struct rule *field, *value = NULL;

	rules_keys(map, "field is isnt starts");
	field = rules_need(map, "field");
	t->role = role_named(g, field, rules_text(field));
	for (size_t i = 0; i < 3; i++) {
		const struct rule *v = rules_get(map, how[i]);

		if (v != NULL && value != NULL)
			rules_die(v, "one test has one of is, isnt, starts");
		if (v == NULL)
			continue;
		value = v;
		t->how = i == 0 ? ROUTE_IS : i == 1 ? ROUTE_ISNT : ROUTE_STARTS;
	}
	if (value == NULL)
		rules_die(map, "a test needs is, isnt or starts");
	t->value = texts(g, value, &t->count);
}

static void
read_tests(struct reading *g, const struct rule *list, struct route_rule *to)
{
	to->tests = rules_list(list)->count;
	to->test = arena_array(g->a, to->tests + 1, sizeof(*to->test));
	for (size_t i = 0; i < to->tests; i++)
		read_test(g, &list->item[i], &to->test[i]);
}

/* What triage and routes have in common: when a rule holds. */
static void
read_conditions(struct reading *g, const struct rule *map, size_t rule)
{
	struct route_rule *to = &g->r->rule[rule];
	const struct rule *r = rules_need(map, "rule");

	to->name = rules_text(r);
	if (to->name.n == 0 || map_add(&g->names, to->name) < rule)
		rules_die(r, "a rule needs a name of its own: '%.*s'",
		    STR_ARG(to->name));
	to->cite = rules_text_or(map, "cite", g->r->cite);
	if ((r = rules_get(map, "when")) != NULL)
		read_tests(g, r, to);
	if ((r = rules_get(map, "any")) != NULL) {
		routes_stems_read(&g->stems, r, rule, ROUTE_ANY);
		to->any = true;
	}
	if ((r = rules_get(map, "all")) != NULL)
		read_groups(g, r, rule);
	if ((r = rules_get(map, "none")) != NULL) {
		routes_stems_read(&g->stems, r, rule, ROUTE_FORBIDS);
		to->forbids = true;
	}
}

static void
read_triage(struct reading *g, const struct rule *map, size_t rule)
{
	struct route_rule *to = &g->r->rule[rule];

	rules_keys(map, "rule cite when any all none words_under");
	rules_need(map, "cite");
	to->body = ROUTE_NONE;
	to->words = (size_t)rules_number_or(map, "words_under", 1, 1000, 0);
	read_conditions(g, map, rule);
	for (size_t i = 0; i < g->r->bodies; i++)
		if (str_eq(to->name, g->r->body[i].code))
			rules_die(map, "a body has the name of this rule: "
			    "'%.*s'", STR_ARG(to->name));
	if (to->tests == 0 && !to->any && to->groups == 0 && to->words == 0)
		rules_die(map, "a rule that always holds");
}

static void
read_route(struct reading *g, const struct rule *map, size_t rule)
{
	struct route_rule *to = &g->r->rule[rule];
	const struct rule *own;
	int64_t weight = g->stems.weight;

	rules_keys(map, "rule body cite weight points when any all none");
	own = rules_get(map, "points");
	to->body = body_named(g, rules_need(map, "body"));
	if (own != NULL)
		to->points = routes_stems_points(g->r, own);
	if (rules_get(map, "weight") != NULL)
		g->stems.weight = routes_stems_points(g->r,
		    rules_get(map, "weight"));
	read_conditions(g, map, rule);
	g->stems.weight = weight;
	if (to->tests == 0 && !to->any && to->groups == 0)
		rules_die(map, "a rule that always holds");
	if (own == NULL && !to->any && to->groups == 0)
		rules_die(map, "a rule without stems needs points");
}

static void
read_rules(struct reading *g, const struct rule *triage,
    const struct rule *routes)
{
	struct route *r = g->r;

	r->triage = triage == NULL ? 0 : rules_list(triage)->count;
	r->rules = r->triage + rules_list(routes)->count;
	r->rule = arena_array(g->a, r->rules + 1, sizeof(*r->rule));
	for (size_t i = 0; i < r->rules; i++)
		if (i < r->triage)
			read_triage(g, &triage->item[i], i);
		else
			read_route(g, &routes->item[i - r->triage], i);
}

/* When another body helps.  Without a word of it, none does. */
static void
read_co_bodies(struct reading *g, const struct rule *map)
{
	if (map == NULL)
		return;
	rules_keys(map, "points percent most");
	g->r->co_points = routes_stems_points(g->r,
	    rules_need(map, "points"));
	g->r->co_percent = rules_number_or(map, "percent", 0, 100, 0);
	g->r->co_most = (size_t)rules_number_or(map, "most", 1, 1000, 1000);
}

/* When a model may answer.  Without a word of it, none may. */
static void
read_model(struct reading *g, const struct rule *map)
{
	if (map == NULL)
		return;
	rules_keys(map, "confidence under");
	g->r->model_confidence = 100 * rules_number(rules_need(map,
	    "confidence"), 1, 100);
	if (rules_get(map, "under") != NULL)
		g->r->model_under = routes_stems_points(g->r,
		    rules_get(map, "under"));
}

struct route *
routes_read(struct arena *a, const char *name, long day)
{
	const struct rule *e = rules_edition(a, name, "routes", day);
	struct route *r = arena_alloc(a, sizeof(*r));
	struct reading g = { .a = a, .r = r, .stems = { .route = r } };

	rules_keys(e, "from cite fields places weight otherwise co_bodies "
	    "model precedence triage bodies routes");
	g.r->cite = rules_text(rules_need(e, "cite"));
	g.r->places = (int)rules_number_or(e, "places", 0, PLACES_MAX, 0);
	g.stems.weight = decimal_scale(g.r->places);
	if (rules_get(e, "weight") != NULL)
		g.stems.weight = routes_stems_points(g.r,
		    rules_get(e, "weight"));
	read_co_bodies(&g, rules_get(e, "co_bodies"));
	read_model(&g, rules_get(e, "model"));
	read_fields(&g, rules_need(e, "fields"));
	read_bodies(&g, rules_need(e, "bodies"));
	read_precedence(&g, rules_get(e, "precedence"));
	g.r->otherwise = body_named(&g, rules_need(e, "otherwise"));
	read_rules(&g, rules_get(e, "triage"), rules_need(e, "routes"));
	map_free(&g.codes);
	map_free(&g.names);
	routes_stems_close(&g.stems);
	return g.r;
}
