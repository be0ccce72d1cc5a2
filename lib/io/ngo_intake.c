#include "io/ngo_intake.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/die.h"
#include "civic/ngo.h"
#include "io/kind.h"

/* Two cards of one region with one of these names are perhaps of one NGO. */
static const char *const names[] = { "name_ru", "name_kk" };
#define NAMES (sizeof(names) / sizeof(names[0]))

/* A parent may come after its branch, and is looked for at the end. */
struct branch {
	char bin[NGO_BIN_SIZE], parent[NGO_BIN_SIZE];
};

struct ngo_intake {
	struct rec *in;
	const struct schema *schema;
	struct reg_table *table;
	size_t *place;			/* of the schema's fields in the input */
	size_t field[NGO_FIELDS];	/* of the card's fields in the schema */
	size_t name[NAMES], region;
	size_t twins[NAMES];
	struct str *value;	/* of the twins' fields, by the schema's places */
	struct arena old;	/* what the register has of the card in hand */
	struct branch *branch;
	size_t branches, room;
};

struct ngo_intake *
ngo_intake_open(struct arena *a, const struct schema *schema, struct rec *in)
{
	static const char needer[] = "cards of NGOs";
	struct ngo_intake *n = arena_alloc(a, sizeof(*n));

	n->in = in;
	n->schema = schema;
	n->place = kind_places_of_change(a, schema, in);
	n->value = arena_array(a, schema->count, sizeof(*n->value));
	n->region = kind_need(schema, "region", needer);
	for (enum ngo_field i = 0; i < NGO_FIELDS; i++)
		n->field[i] = kind_need(schema, ngo_field_name(i),
		    needer);
	for (size_t i = 0; i < NAMES; i++)
		n->name[i] = kind_need(schema, names[i], needer);
	return n;
}

void
ngo_intake_begin(struct ngo_intake *n, struct reg *reg)
{
	n->table = reg_table(reg, n->schema);
	for (size_t i = 0; i < NAMES; i++)
		n->twins[i] = reg_twins(n->table,
		    (size_t[]){ n->name[i], n->region }, 2);
}

/*
 * The card's value as it will be: what the input does not speak of stays as
 * it is in the register, of which a copy is made, as it lives too short.
 */
static struct str
value_of(struct ngo_intake *n, const struct str *old, size_t field)
{
	if (n->place[field] != REC_NONE)
		return rec_value(n->in, n->place[field]);
	if (old == NULL || old[field].n == 0)
		return STR("");
	return arena_copy(&n->old, old[field]);
}

static void
read_card(struct ngo_intake *n, struct ngo_card *card, long today)
{
	struct str bin = rec_value(n->in, n->place[n->field[NGO_BIN]]);
	const struct str *old = reg_get(n->table, &bin);

	arena_reset(&n->old);
	for (size_t i = 0; i < NGO_FIELDS; i++)
		card->value[i] = value_of(n, old, n->field[i]);
	for (size_t i = 0; i < NAMES; i++)
		n->value[n->name[i]] = value_of(n, old, n->name[i]);
	n->value[n->region] = value_of(n, old, n->region);
	n->value[n->field[NGO_BIN]] = bin;
	ngo_read(card, today);
}

/* Whether the card is wrong as a whole, which is told with all else. */
static bool
is_refused(struct ngo_intake *n, const struct ngo_card *card, long today)
{
	struct ngo_fault fault[NGO_FAULTS_MAX];
	size_t count = 0;

	if (!card->badly_written)
		count = ngo_check(card, today, fault);
	for (size_t i = 0; i < count; i++) {
		size_t place = n->place[n->field[fault[i].field]];
		const char *name = ngo_field_name(fault[i].field);

		rec_refuse(n->in, place, "%s%s%s: '%.*s'",
		    place == REC_NONE ? name : "",
		    place == REC_NONE ? " in the register: " : "",
		    fault[i].why, STR_ARG(card->value[fault[i].field]));
	}
	if (count > 0)
		kind_check(n->schema, n->in, n->place);
	return count > 0;
}

static void
find_twin(struct ngo_intake *n, struct ngo_intake_card *card)
{
	const struct str *twin = NULL;
	size_t i = 0;

	memset(card->twin, 0, sizeof(card->twin));
	while (i < NAMES && twin == NULL)
		twin = reg_twin(n->table, n->twins[i++], n->value);
	if (twin == NULL)
		return;
	memcpy(card->twin, twin[n->field[NGO_BIN]].p, NGO_BIN_SIZE);
	if (card->action != REG_UNCHANGED)
		rec_warn(n->in, n->place[n->name[i - 1]],
		    "perhaps the NGO of card %.*s in the same region: '%.*s'",
		    NGO_BIN_SIZE, card->twin, STR_ARG(twin[n->name[i - 1]]));
}

static void
warn_of_bin(struct ngo_intake *n, const struct ngo_card *values, long today)
{
	const char *doubt = ngo_doubt(values, today);

	if (doubt != NULL)
		rec_warn(n->in, n->place[n->field[NGO_BIN]], "%s: '%.*s'",
		    doubt, STR_ARG(values->value[NGO_BIN]));
}

static void
keep_branch(struct ngo_intake *n, const struct ngo_intake_card *card)
{
	struct branch *b;

	if (card->parent.n == 0 || card->action == REG_UNCHANGED)
		return;
	n->branch = buf_grow(n->branch, &n->room, n->branches + 1,
	    sizeof(*n->branch));
	b = &n->branch[n->branches++];
	memcpy(b->bin, card->bin.p, NGO_BIN_SIZE);
	memcpy(b->parent, card->parent.p, NGO_BIN_SIZE);
}

bool
ngo_intake_take(struct ngo_intake *n, const struct filing_rules *rules,
    long today, struct ngo_intake_card *card)
{
	struct ngo_card values;

	read_card(n, &values, today);
	if (is_refused(n, &values, today))
		return false;
	card->action = reg_put_record(n->table, n->in, n->place);
	if (card->action == REG_REFUSED)
		return false;
	card->bin = values.value[NGO_BIN];
	card->parent = values.value[NGO_PARENT];
	card->rule = filing_case(rules, &values.subject);
	card->filing = filing_judge(rules, &values.subject, today);
	if (card->action != REG_UNCHANGED)
		warn_of_bin(n, &values, today);
	find_twin(n, card);
	keep_branch(n, card);
	return true;
}

void
ngo_intake_close(struct ngo_intake *n)
{
	for (size_t i = 0; i < n->branches; i++) {
		const struct branch *b = &n->branch[i];
		struct str parent = { b->parent, NGO_BIN_SIZE };

		if (reg_get(n->table, &parent) == NULL)
			warn("warning: no card of %.*s, the parent of %.*s",
			    NGO_BIN_SIZE, b->parent, NGO_BIN_SIZE, b->bin);
	}
	free(n->branch);
	arena_reset(&n->old);
}
