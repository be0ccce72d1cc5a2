#include "io/candidate_law.h"

#include "io/council_law.h"

#define YEARS_MOST 150

static const struct rule *
rule_of(struct candidate_law *law, enum candidate_rule which,
    const struct rule *map, const char *words)
{
	return council_law_rule(map, candidate_rule_name(which), words,
	    &law->cite[which]);
}

static void
read_papers(struct arena *a, struct candidate_law *law, const struct rule *r)
{
	const struct rule *list = rules_list(rules_need(r, "needed"));
	struct str *paper = arena_array(a, list->count + 1, sizeof(*paper));

	for (size_t i = 0; i < list->count; i++)
		paper[i] = rules_text(&list->item[i]);
	law->paper = paper;
	law->papers = list->count;
}

static void
read_candidate(struct arena *a, struct candidate_law *law,
    const struct rule *map)
{
	const struct rule *r;

	rules_keys(map, "age resident convicted corrupt servant "
	    "working_group papers organisation");
	r = rule_of(law, CANDIDATE_AGE, map, "cite at_least");
	if (r != NULL)
		law->years = (int)rules_number(rules_need(r, "at_least"), 0,
		    YEARS_MOST);
	for (enum candidate_rule i = CANDIDATE_RESIDENT;
	    i <= CANDIDATE_WORKING_GROUP; i++)
		rule_of(law, i, map, "cite");
	r = rule_of(law, CANDIDATE_PAPERS, map, "cite needed");
	if (r != NULL)
		read_papers(a, law, r);
	rule_of(law, CANDIDATE_ORGANISATION, map, "cite");
}

const struct candidate_law *
candidate_law_read(struct arena *a, const char *name, long day,
    const struct council_law *council)
{
	const struct rule *edition = rules_edition(a, name, "council", day);
	const struct rule *map = rules_get(edition, "candidate");
	const struct rule *reserve = rules_get(edition, "reserve");
	struct candidate_law *law = arena_alloc(a, sizeof(*law));

	council_law_keys(edition);
	if (map != NULL)
		read_candidate(a, law, map);
	if (reserve != NULL) {
		rules_keys(reserve, "cite");
		law->reserve = rules_text(rules_need(reserve, "cite"));
	}
	law->cite[CANDIDATE_MEMBER] = law->reserve;
	law->cite[CANDIDATE_ONE_COUNCIL] = council->cite[COUNCIL_ONE_COUNCIL];
	law->cite[CANDIDATE_TERMS] = council->cite[COUNCIL_TERMS];
	return law;
}
