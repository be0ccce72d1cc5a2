#include "io/filing_rules.h"

#include "civic/date.h"
#include "io/codes.h"
#include "io/kind.h"
#include "io/rules.h"

static enum filing_if
read_if(const struct rule *map, const char *key)
{
	const struct rule *r = rules_get(map, key);

	if (r == NULL)
		return FILING_ANY;
	return rules_yes(r) ? FILING_YES : FILING_NO;
}

static struct filing_case
read_case(struct arena *a, const struct rule *map, const struct vocab *forms)
{
	const struct rule *list;
	struct filing_case c = { 0 };

	rules_keys(map, "duty forms branch state_founder endowment why cite");
	c.duty = rules_choice(rules_need(map, "duty"), "must exempt") == 0 ?
	    FILING_MUST : FILING_EXEMPT;
	list = rules_get(map, "forms");
	if (list != NULL)
		c.form = codes_read(a, list, forms, &c.forms);
	c.branch = read_if(map, "branch");
	c.state_founder = read_if(map, "state_founder");
	c.endowment = read_if(map, "endowment");
	c.why = rules_text(rules_need(map, "why"));
	c.cite = rules_text(rules_need(map, "cite"));
	return c;
}

/* MM-DD. */
static void
read_due(struct filing_rules *r, const struct rule *due)
{
	struct str rest = rules_text(due), month = str_cut(&rest, '-');
	long m, d, day;

	if (month.n != 2 || rest.n != 2 || !str_number(month, 1, 12, &m) ||
	    !str_number(rest, 1, 31, &d) ||
	    !date_make(2001, (int)m, (int)d, &day))
		rules_die(due, "must be a day of the year (MM-DD): '%.*s'",
		    STR_ARG(due->text));
	r->month = (int)m;
	r->dom = (int)d;
}

const struct filing_rules *
filing_rules_read(struct arena *a, const char *name,
    const struct schema *cards, long day)
{
	const struct vocab *forms = kind_need_vocab(cards, "form",
	    "rules of filing");
	const struct rule *edition = rules_edition(a, name, "ngo-filing", day);
	const struct rule *list;
	struct filing_rules *r = arena_alloc(a, sizeof(*r));
	struct filing_case *c;

	rules_keys(edition, "from cite due first_year duties");
	read_due(r, rules_need(edition, "due"));
	r->first_year = (int)rules_number(rules_need(edition, "first_year"),
	    1991, 9998);
	list = rules_list(rules_need(edition, "duties"));
	c = arena_array(a, list->count, sizeof(*c));
	for (size_t i = 0; i < list->count; i++)
		c[i] = read_case(a, rules_map(&list->item[i]), forms);
	r->rule = c;
	r->rules = list->count;
	return r;
}
