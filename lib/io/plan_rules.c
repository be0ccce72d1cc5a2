#include "io/plan_rules.h"

#include "io/band_rules.h"
#include "io/rules.h"

static int64_t
positive_money(const struct rule *r)
{
	int64_t tiyn = rules_decimal(r, 2);

	if (tiyn <= 0)
		rules_die(r, "must be more than 0: '%.*s'", STR_ARG(r->text));
	return tiyn;
}

static void
read_group(struct plan_rules *p, const struct rule *list)
{
	for (size_t i = 0; i < rules_list(list)->count; i++) {
		size_t text = rules_choice(&list->item[i],
		    "theme region sphere target_group");

		if (p->groups[text])
			rules_die(&list->item[i], "stands twice: '%.*s'",
			    STR_ARG(list->item[i].text));
		p->groups[text] = true;
	}
	if (!p->groups[PLAN_THEME])
		rules_die(list, "no 'theme': needs of other themes would be "
		    "joined");
}

static enum plan_join
read_join(const struct rule *map, const char *key, const char *words,
    const enum plan_join *join)
{
	return join[rules_choice(rules_need(map, key), words)];
}

static void
read_joins(struct plan_rules *p, const struct rule *map)
{
	static const enum plan_join mean[] = { PLAN_MEAN, PLAN_HIGHEST };
	static const enum plan_join sum[] = { PLAN_SUM, PLAN_HIGHEST };
	static const enum plan_join length[] = { PLAN_HIGHEST, PLAN_LOWEST };

	rules_keys(map, "priority months people cost");
	p->join[PLAN_PRIORITY] = read_join(map, "priority", "mean highest",
	    mean);
	p->join[PLAN_MONTHS] = read_join(map, "months", "longest shortest",
	    length);
	p->join[PLAN_PEOPLE] = read_join(map, "people", "sum highest", sum);
	p->join[PLAN_COST] = read_join(map, "cost", "sum highest", sum);
	p->join[PLAN_PROPOSALS] = PLAN_SUM;
}

static void
read_least(struct plan_rules *p, const struct rule *map)
{
	const struct rule *r;

	if (map == NULL)
		return;
	rules_keys(map, "priority people proposals");
	if ((r = rules_get(map, "priority")) != NULL)
		p->least[PLAN_PRIORITY] = rules_decimal(r, 2);
	p->least[PLAN_PEOPLE] = rules_number_or(map, "people", 0, 100000000,
	    0);
	p->least[PLAN_PROPOSALS] = rules_number_or(map, "proposals", 0,
	    100000000, 0);
}

static void
read_order(struct plan_rules *p, const struct rule *list)
{
	bool seen[PLAN_KEYS] = { false };

	if (rules_list(list)->count == 0)
		rules_die(list, "no key");
	for (size_t i = 0; i < list->count; i++) {
		const struct rule *map = rules_map(&list->item[i]), *by;
		size_t key;

		rules_keys(map, "by best");
		by = rules_need(map, "by");
		key = rules_choice(by, "priority people proposals months "
		    "cost cost_per_person");
		if (seen[key])
			rules_die(by, "stands twice: '%.*s'",
			    STR_ARG(by->text));
		seen[key] = true;
		p->order[p->orders++] = (struct plan_order){ key,
		    rules_choice(rules_need(map, "best"), "high low") == 1 };
	}
}

static const char *
file_name(struct arena *a, const struct rule *edition, const char *key)
{
	return arena_string(a, rules_text(rules_need(edition, key)));
}

const struct plan_rules *
plan_rules_read(struct arena *a, const char *name, long day)
{
	const struct rule *edition = rules_edition(a, name, "plan", day);
	const struct rule *places;
	struct plan_rules *p = arena_alloc(a, sizeof(*p));

	rules_keys(edition, "from cite budget group join least order places "
	    "full bands mci");
	p->cite = rules_text(rules_need(edition, "cite"));
	p->budget = positive_money(rules_need(edition, "budget"));
	read_group(p, rules_need(edition, "group"));
	read_joins(p, rules_map(rules_need(edition, "join")));
	read_least(p, rules_get(edition, "least"));
	read_order(p, rules_need(edition, "order"));
	places = rules_map(rules_need(edition, "places"));
	rules_keys(places, "most");
	p->places = rules_number(rules_need(places, "most"), 1,
	    PLAN_PLACES_MAX);
	p->full = (enum plan_full)rules_choice(rules_need(edition, "full"),
	    "skip stop cut");
	p->bands = band_rules_read(a, file_name(a, edition, "bands"),
	    file_name(a, edition, "mci"), day);
	return p;
}
