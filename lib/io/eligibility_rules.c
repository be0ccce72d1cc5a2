#include "io/eligibility_rules.h"

#include "io/codes.h"
#include "io/filing_rules.h"
#include "io/kind.h"
#include "io/rules.h"
#include "io/term_rules.h"

#define MOST_MAX 1000000

/* What the rules are read with. */
struct reader {
	struct arena *arena;
	const struct schema *cards;
	long day;
};

/* allow: or deny:, but not both. */
static void
read_allowed(struct arena *a, struct eligibility_rule *r,
    const struct rule *map, const struct vocab *v)
{
	const struct rule *allow = rules_get(map, "allow");
	const struct rule *deny = rules_get(map, "deny");

	if ((allow == NULL) == (deny == NULL))
		rules_die(map, "one of 'allow' and 'deny' is needed");
	r->denies = deny != NULL;
	r->code = codes_read(a, r->denies ? deny : allow, v, &r->codes);
}

static void
read_filed(const struct reader *y, struct eligibility_rule *r,
    const struct rule *map)
{
	const struct rule *list = rules_list(rules_need(map, "allow"));
	struct str *code = arena_array(y->arena, list->count, sizeof(*code));

	rules_keys(map, "check instruments rules allow cite");
	if (list->count == 0)
		rules_die(list, "nothing is allowed");
	for (size_t i = 0; i < list->count; i++) {
		rules_choice(&list->item[i],
		    "on-time late missing open exempt");
		code[i] = list->item[i].text;
	}
	r->code = code;
	r->codes = list->count;
	r->filing = filing_rules_read(y->arena, arena_string(y->arena,
	    rules_text(rules_need(map, "rules"))), y->cards, y->day);
}

static void
read_percent(struct eligibility_rule *r, const struct rule *map)
{
	const struct rule *percent = rules_need(map, "percent");

	rules_keys(map, "check instruments percent cite");
	r->percent = rules_decimal(percent, 2);
	if (r->percent < 0 || r->percent > 10000)
		rules_die(percent, "must be from 0 to 100: '%.*s'",
		    STR_ARG(percent->text));
}

static void
read_once(struct eligibility_rule *r, const struct rule *map)
{
	rules_keys(map, "check instruments most per cite");
	r->most = rules_number(rules_need(map, "most"), 1, MOST_MAX);
	r->per_call = rules_choice(rules_need(map, "per"), "lot call") == 1;
}

static const struct vocab *
vocab_of(const struct reader *y, const char *field)
{
	return kind_need_vocab(y->cards, field, "the checks");
}

static void
read_own(const struct reader *y, struct eligibility_rule *r,
    const struct rule *map)
{
	switch (r->check) {
	case ELIGIBILITY_STATUS:
	case ELIGIBILITY_FORM:
		rules_keys(map, "check instruments allow deny cite");
		read_allowed(y->arena, r, map, vocab_of(y, r->check ==
		    ELIGIBILITY_FORM ? "form" : "status"));
		break;
	case ELIGIBILITY_FILED:
		read_filed(y, r, map);
		break;
	case ELIGIBILITY_LOGISTICS:
		read_percent(r, map);
		break;
	case ELIGIBILITY_PAPERS:
		rules_keys(map, "check instruments need cite");
		r->code = codes_read(y->arena, rules_need(map, "need"),
		    kind_vocab("papers"), &r->codes);
		break;
	case ELIGIBILITY_ONCE:
		read_once(r, map);
		break;
	default:
		rules_keys(map, "check instruments cite");
		break;
	}
}

static const struct str *
read_instruments(struct arena *a, const struct rule *map, size_t *count)
{
	const struct rule *list = rules_get(map, "instruments");

	*count = 0;
	return list == NULL ? NULL :
	    codes_read(a, list, kind_vocab("instruments"), count);
}

static void
read_checks(const struct reader *y, struct eligibility_rules *e,
    const struct rule *list)
{
	struct eligibility_rule *rule = arena_array(y->arena,
	    rules_list(list)->count, sizeof(*rule));

	if (list->count == 0)
		rules_die(list, "no check");
	for (size_t i = 0; i < list->count; i++) {
		const struct rule *map = rules_map(&list->item[i]);
		struct eligibility_rule *r = &rule[i];

		r->check = (enum eligibility_check)rules_choice(
		    rules_need(map, "check"), eligibility_words);
		read_own(y, r, map);
		r->cite = rules_text(rules_need(map, "cite"));
		r->instrument = read_instruments(y->arena, map,
		    &r->instruments);
		if (r->check == ELIGIBILITY_ONCE)
			r->which = e->onces++;
	}
	e->rule = rule;
	e->count = list->count;
}

static struct eligibility_deadline
read_deadline(struct arena *a, const struct rule *map, const char *words,
    const enum eligibility_start *start)
{
	rules_keys(rules_map(map), "term from");
	return (struct eligibility_deadline){
		.term = term_rules_read(a, arena_string(a,
		    rules_text(rules_need(map, "term")))),
		.start = start[rules_choice(rules_need(map, "from"), words)],
	};
}

static void
read_deadlines(struct arena *a, struct eligibility_edition *e,
    const struct rule *map)
{
	static const enum eligibility_start form[] = { ELIGIBILITY_CLOSES,
		ELIGIBILITY_RECEIVED };
	static const enum eligibility_start marks[] = { ELIGIBILITY_CLOSES,
		ELIGIBILITY_RECEIVED, ELIGIBILITY_CHECKED };

	e->has_deadlines = map != NULL;
	if (map == NULL)
		return;
	rules_keys(rules_map(map), "instruments form marks");
	e->instrument = read_instruments(a, map, &e->instruments);
	e->form = read_deadline(a, rules_need(map, "form"),
	    "closes received", form);
	e->marks = read_deadline(a, rules_need(map, "marks"),
	    "closes received form", marks);
}

const struct eligibility_edition *
eligibility_rules_read(struct arena *a, const char *name,
    const struct schema *cards, long day)
{
	const struct rule *edition = rules_edition(a, name, "eligibility",
	    day);
	struct reader y = { a, cards, day };
	struct eligibility_edition *e = arena_alloc(a, sizeof(*e));

	rules_keys(edition, "from cite bands mci checks deadlines");
	e->checks.cite = rules_text(rules_need(edition, "cite"));
	e->bands = arena_string(a, rules_text(rules_need(edition, "bands")));
	e->mci = arena_string(a, rules_text(rules_need(edition, "mci")));
	read_checks(&y, &e->checks, rules_need(edition, "checks"));
	read_deadlines(a, e, rules_get(edition, "deadlines"));
	return e;
}

bool
eligibility_rules_make(const struct eligibility_edition *e,
    const struct eligibility_call *call, enum eligibility_check check)
{
	for (size_t i = 0; i < e->checks.count; i++)
		if (e->checks.rule[i].check == check && (call == NULL ||
		    eligibility_is_made(&e->checks.rule[i], call)))
			return true;
	return false;
}
