#include "io/council_law.h"

#include "io/rules.h"

/* Numbers that no law will reach, so that sums of them cannot overflow. */
#define MANY 1000000

const struct rule *
council_law_rule(const struct rule *map, const char *key, const char *words,
    struct str *cite)
{
	const struct rule *r = rules_get(map, key);

	if (r == NULL)
		return NULL;
	rules_keys(r, words);
	*cite = rules_text(rules_need(r, "cite"));
	if (cite->n == 0)
		rules_die(rules_get(r, "cite"), "cite: which article?");
	return r;
}

/* A rule of the edition, or NULL if it is not judged. */
static const struct rule *
rule_of(struct council_law *law, enum council_rule which,
    const struct rule *edition, const char *words)
{
	return council_law_rule(edition, council_rule_name(which), words,
	    &law->cite[which]);
}

void
council_law_share(const struct rule *r, long *part, long *whole)
{
	struct str rest = rules_text(r), first = str_cut(&rest, '/');

	if (!str_number(first, 1, MANY, part) ||
	    !str_number(rest, 2, MANY, whole) || *part >= *whole)
		rules_die(r, "not a share below 1, such as 2/3: '%.*s'",
		    STR_ARG(r->text));
}

static void
read_rules(struct council_law *law, const struct rule *edition)
{
	const struct rule *r;

	r = rule_of(law, COUNCIL_SHARE, edition, "cite at_least");
	if (r != NULL)
		council_law_share(rules_need(r, "at_least"), &law->part,
		    &law->whole);
	r = rule_of(law, COUNCIL_SIZE, edition, "cite of");
	if (r != NULL)
		law->counts_vacant =
		    rules_choice(rules_need(r, "of"), "members seats") == 1;
	r = rule_of(law, COUNCIL_ONE_SEAT, edition, "cite at_most");
	if (r != NULL)
		law->seats = rules_number(rules_need(r, "at_most"), 1, MANY);
	r = rule_of(law, COUNCIL_ONE_COUNCIL, edition, "cite at_most");
	if (r != NULL)
		law->councils = rules_number(rules_need(r, "at_most"), 1,
		    MANY);
	r = rule_of(law, COUNCIL_TERMS, edition, "cite at_most");
	if (r != NULL)
		law->terms = rules_number(rules_need(r, "at_most"), 1, MANY);
	r = rule_of(law, COUNCIL_REFORM, edition,
	    "cite term_months begins_months_before");
	if (r != NULL) {
		law->term_months = (int)rules_number(
		    rules_need(r, "term_months"), 1, 1200);
		law->reform_months = (int)rules_number(
		    rules_need(r, "begins_months_before"), 0, 1200);
	}
	r = rule_of(law, COUNCIL_INFORM, edition, "cite at_least");
	if (r != NULL)
		law->informs = rules_number(rules_need(r, "at_least"), 1,
		    MANY);
	rule_of(law, COUNCIL_ANNUAL, edition, "cite");
}

static void
read_levels(struct arena *a, struct council_law *law, const struct rule *map)
{
	law->levels = rules_map(map)->count;
	law->level_name = map->key;
	law->level = arena_array(a, law->levels, sizeof(*law->level));
	if (law->levels == 0 || law->levels > 100)
		rules_die(map, "1 to 100 levels, not %zu", law->levels);
	for (size_t i = 0; i < law->levels; i++) {
		struct council_level *level = &law->level[i];
		const struct rule *r = &map->item[i];

		rules_keys(r, "scope least most");
		level->republican = rules_choice(rules_need(r, "scope"),
		    "local republican") == 1;
		level->least = rules_number_or(r, "least", 1, MANY, 0);
		level->most = rules_number_or(r, "most", 1, MANY, 0);
		if (level->most > 0 && level->most < level->least)
			rules_die(r, "most: %ld is below least: %ld",
			    level->most, level->least);
	}
}

static void
read_origins(struct arena *a, struct council_law *law, const struct rule *map)
{
	law->origins = rules_map(map)->count;
	law->origin_name = map->key;
	law->origin = arena_array(a, law->origins, sizeof(*law->origin));
	if (law->origins == 0)
		rules_die(map, "no origin");
	for (size_t i = 0; i < law->origins; i++) {
		const struct rule *r = &map->item[i];

		rules_keys(r, "civil one_seat");
		law->origin[i] = (struct council_origin){
			.civil = rules_yes(rules_need(r, "civil")),
			.one_seat = rules_yes_or(r, "one_seat", false),
		};
	}
}

void
council_law_keys(const struct rule *edition)
{
	rules_keys(edition, "from cite share size one_seat one_council terms "
	    "reform candidate reserve meeting answers inform annual_report "
	    "levels origins");
}

const struct council_law *
council_law_read(struct arena *a, const char *name, long day)
{
	const struct rule *edition = rules_edition(a, name, "council", day);
	struct council_law *law = arena_alloc(a, sizeof(*law));

	council_law_keys(edition);
	law->name = rules_text(rules_need(edition, "cite"));
	read_rules(law, edition);
	read_levels(a, law, rules_need(edition, "levels"));
	read_origins(a, law, rules_need(edition, "origins"));
	return law;
}

bool
council_law_is(const char *rules, struct str law)
{
	struct str name = str_of(rules), end = STR(".yaml");

	for (size_t i = name.n; i > 0; i--)
		if (name.p[i - 1] == '/') {
			name = (struct str){ name.p + i, name.n - i };
			break;
		}
	if (name.n > end.n && str_eq((struct str){ name.p + name.n - end.n,
	    end.n }, end))
		name.n -= end.n;
	return str_eq(law.n > 0 ? law : STR("council"), name);
}
