#include "io/meeting_law.h"

#include <limits.h>

#include "io/council_law.h"
#include "io/kind.h"

#define MANY 1000000

struct meeting_laws {
	struct arena *arena;
	const struct rule *list;	/* of editions */
	struct meeting_law **law;	/* those read so far */
};

static const struct rule *
rule_of(struct meeting_law *law, enum meeting_rule which,
    const struct rule *map, const char *words)
{
	return council_law_rule(map, meeting_rule_name(which), words,
	    &law->cite[which]);
}

/* One of at_least and more_than. */
static struct meeting_share
read_share(const struct rule *r)
{
	const struct rule *least = rules_get(r, "at_least");
	const struct rule *more = rules_get(r, "more_than");
	struct meeting_share share = { .more = more != NULL };

	if ((least == NULL) == (more == NULL))
		rules_die(r, "one of at_least and more_than is needed");
	council_law_share(more != NULL ? more : least, &share.part,
	    &share.whole);
	return share;
}

static void
read_majorities(struct arena *a, struct meeting_law *law,
    const struct rule *map)
{
	law->majorities = rules_map(map)->count;
	law->majority = arena_array(a, law->majorities + 1,
	    sizeof(*law->majority));
	for (size_t i = 0; i < law->majorities; i++) {
		const struct rule *r = &map->item[i];

		rules_keys(r, "cite at_least more_than");
		law->majority[i] = (struct meeting_majority){ map->key[i],
			rules_text(rules_need(r, "cite")), read_share(r) };
	}
}

static size_t
find_majority(const struct meeting_law *law, const struct rule *r)
{
	struct str text = rules_text(r);

	for (size_t i = 0; i < law->majorities; i++)
		if (str_eq(law->majority[i].name, text))
			return i;
	rules_die(r, "not one of the majorities: '%.*s'", STR_ARG(text));
}

static void
read_kinds(struct arena *a, struct meeting_law *law, const struct rule *map)
{
	const struct vocab *v = kind_vocab("sittings");

	law->kinds = rules_map(map)->count;
	law->kind = arena_array(a, law->kinds + 1, sizeof(*law->kind));
	for (size_t i = 0; i < law->kinds; i++) {
		if (vocab_find(v, map->key[i]) == NULL)
			rules_die(&map->item[i], "no kind of meetings: "
			    "'%.*s'", STR_ARG(map->key[i]));
		law->kind[i] = (struct meeting_kind){ .name = map->key[i],
			.majority = find_majority(law, &map->item[i]) };
	}
}

static void
read_notice(struct meeting_law *law, const struct rule *map)
{
	const struct rule *r = rule_of(law, MEETING_NOTICE, map,
	    "cite kinds term"), *list;

	if (r == NULL)
		return;
	law->term = rules_text(rules_need(r, "term"));
	list = rules_list(rules_need(r, "kinds"));
	for (size_t i = 0; i < list->count; i++) {
		struct str text = rules_text(&list->item[i]);
		size_t k = 0;

		while (k < law->kinds && !str_eq(law->kind[k].name, text))
			k++;
		if (k == law->kinds)
			rules_die(&list->item[i], "not one of the kinds: "
			    "'%.*s'", STR_ARG(text));
		law->kind[k].notice = true;
	}
}

static void
read_meeting(struct arena *a, struct meeting_law *law, const struct rule *map)
{
	const struct rule *r;

	rules_keys(map, "notice quorum chair secretary absence majorities "
	    "kinds");
	read_majorities(a, law, rules_need(map, "majorities"));
	read_kinds(a, law, rules_need(map, "kinds"));
	read_notice(law, map);
	r = rule_of(law, MEETING_QUORUM, map, "cite at_least more_than");
	if (r != NULL)
		law->quorum = read_share(r);
	rule_of(law, MEETING_CHAIR, map, "cite");
	rule_of(law, MEETING_SECRETARY, map, "cite");
	r = rule_of(law, MEETING_ABSENCE, map, "cite at_most within_months");
	if (r != NULL) {
		law->absences = rules_number(rules_need(r, "at_most"), 0,
		    MANY);
		law->months = (int)rules_number(
		    rules_need(r, "within_months"), 1, 1200);
	}
}

struct meeting_laws *
meeting_law_open(struct arena *a, const char *name)
{
	const struct rule *top = rules_file(a, name, "council");
	struct meeting_laws *l = arena_alloc(a, sizeof(*l));

	rules_keys(top, "rules title cite editions");
	l->arena = a;
	l->list = rules_list(rules_need(top, "editions"));
	l->law = arena_array(a, l->list->count + 1,
	    sizeof(struct meeting_law *));
	return l;
}

const struct meeting_law *
meeting_law_on(struct meeting_laws *l, long day)
{
	size_t best = l->list->count;
	long latest = LONG_MIN;
	const struct rule *edition, *map;

	for (size_t i = 0; i < l->list->count; i++) {
		long from = rules_date(rules_need(&l->list->item[i], "from"));

		if (from <= day && from > latest) {
			latest = from;
			best = i;
		}
	}
	if (best == l->list->count)
		return NULL;
	if (l->law[best] != NULL)
		return l->law[best];
	edition = &l->list->item[best];
	council_law_keys(edition);
	l->law[best] = arena_alloc(l->arena, sizeof(*l->law[best]));
	l->law[best]->name = rules_text(rules_need(edition, "cite"));
	map = rules_get(edition, "meeting");
	if (map != NULL)
		read_meeting(l->arena, l->law[best], map);
	return l->law[best];
}
