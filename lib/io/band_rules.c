#include "io/band_rules.h"

#include "io/kind.h"
#include "io/mci_rules.h"

#define MONTHS_MAX 120

static void
read_months(struct band *b, const struct rule *map)
{
	rules_keys(map, "min max");
	b->months_least = rules_number(rules_need(map, "min"), 1, MONTHS_MAX);
	b->months_most = rules_number(rules_need(map, "max"), 1, MONTHS_MAX);
	if (b->months_most < b->months_least)
		rules_die(map, "max is less than min");
}

static void
read_amounts(struct band *b, const struct rule *map, const struct mci *mci)
{
	const struct rule *least, *most;

	rules_keys(map, "min max");
	least = rules_need(map, "min");
	most = rules_get(map, "max");
	b->least = mci_rules_amount(mci, least);
	b->mci_least = (long)(b->least / mci->tiyn);
	b->most = BAND_NO_MOST;
	if (most != NULL) {
		b->most = mci_rules_amount(mci, most);
		b->mci_most = (long)(b->most / mci->tiyn);
	}
	if (b->most < b->least)
		rules_die(map, "max is less than min");
}

static struct band
read_band(const struct rule *bands, size_t i, const struct mci *mci)
{
	const struct rule *map = rules_map(&bands->item[i]);
	struct band b = { .code = bands->key[i] };
	struct rule code = { .kind = RULE_TEXT, .file = bands->file,
		.line = bands->key_line[i], .text = b.code };

	if (vocab_find(kind_vocab("bands"), b.code) == NULL)
		rules_die(&code, "not a code of bands: '%.*s'",
		    STR_ARG(b.code));
	rules_keys(map, "months mci");
	read_months(&b, rules_map(rules_need(map, "months")));
	read_amounts(&b, rules_map(rules_need(map, "mci")), mci);
	return b;
}

const struct bands *
band_rules_read(struct arena *a, const char *name, const char *mci_name,
    long day)
{
	const struct rule *edition = rules_edition(a, name, "bands", day);
	const struct rule *list;
	struct mci mci = mci_rules_on(a, mci_name, day);
	struct bands *b = arena_alloc(a, sizeof(*b));
	struct band *band;

	rules_keys(edition, "from cite bands");
	list = rules_map(rules_need(edition, "bands"));
	if (list->count == 0)
		rules_die(list, "no band");
	band = arena_array(a, list->count, sizeof(*band));
	for (size_t i = 0; i < list->count; i++) {
		band[i] = read_band(list, i, &mci);
		if (i > 0 && band[i].months_most < band[i - 1].months_most)
			rules_die(&list->item[i], "a shorter band after a "
			    "longer one");
	}
	*b = (struct bands){ .band = band, .count = list->count,
		.mci = mci.tiyn, .mci_cite = mci.cite,
		.cite = rules_text(rules_need(edition, "cite")) };
	return b;
}
