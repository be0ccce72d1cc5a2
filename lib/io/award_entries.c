#include <stdlib.h>

#include "base/buf.h"
#include "civic/bin_number.h"
#include "civic/decimal.h"
#include "io/award_entries.h"
#include "io/award_refused.h"
#include "io/money.h"

static size_t
key_field(const struct award_key *key, const struct rec *in)
{
	for (size_t i = 0; i < rec_count(in); i++)
		if (key->kind != AWARD_LOT && str_eq(rec_name(in, i),
		    key->name))
			return i;
	return REC_NONE;
}

struct award_fields
award_entries_fields(const struct award_rules *r, const struct rec *in)
{
	struct award_fields f = {
		.lot = rec_field(in, "lot"),
		.bin = rec_field(in, "bin"),
		.requested = rec_field(in, "requested"),
		.verdict = rec_field_if(in, "verdict"),
		.reasons = rec_field_if(in, "reasons"),
		.cite = rec_field_if(in, "cite"),
	};

	for (size_t k = 0; k < r->keys; k++)
		f.key[k] = key_field(&r->key[k], in);
	return f;
}

void
award_entries_key(const struct award_rules *r, size_t key, size_t field,
    struct rec *in, struct award_said *said)
{
	struct str text = rec_value(in, field);

	*said = (struct award_said){ .given = text.n > 0, .text = text };
	if (said->given && r->key[key].kind == AWARD_NUMBER &&
	    !decimal_parse(text, AWARD_PLACES, &said->number))
		rec_refuse(in, field, "not a number (at most %d places): "
		    "'%.*s'", AWARD_PLACES, STR_ARG(text));
}

static bool
read_verdict(const struct award_fields *f, struct rec *in)
{
	struct str verdict = rec_value(in, f->verdict);

	if (str_eq(verdict, STR("returned")))
		return true;
	if (verdict.n > 0 && !str_eq(verdict, STR("accepted")))
		rec_refuse(in, f->verdict, "neither accepted nor returned: "
		    "'%.*s'", STR_ARG(verdict));
	return false;
}

bool
award_entries_look(const struct award_rules *r, const struct award_lots *lots,
    const struct award_fields *f, struct rec *in, struct award_entry *entry)
{
	char why[80];
	enum bin_fault fault;
	size_t lot = award_lots_find(lots, in, f->lot, rec_value(in, f->lot));

	entry->lot = (uint32_t)(lot == STR_NONE ? lots->count : lot);
	entry->bin = rec_value(in, f->bin);
	fault = bin_number_check(entry->bin);
	if (fault != BIN_GOOD)
		rec_refuse(in, f->bin, "not a BIN (%s): '%.*s'",
		    bin_number_why(fault, entry->bin, why),
		    STR_ARG(entry->bin));
	money_read(in, f->requested, &entry->requested);
	entry->returned = f->verdict != REC_NONE && read_verdict(f, in);
	if (entry->returned) {
		entry->reasons = rec_value(in, f->reasons);
		entry->cite = rec_value(in, f->cite);
	}
	for (size_t k = 0; k < r->keys; k++)
		if (f->key[k] != REC_NONE)
			award_entries_key(r, k, f->key[k], in,
			    &entry->said[k]);
	return !rec_is_refused(in);
}

/* What lives as long as the entries. */
static void
keep(struct award_entries *e, const struct award_rules *r,
    const struct award_entry *from)
{
	struct award_entry to = *from;

	e->entry = buf_grow(e->entry, &e->room, e->count + 1,
	    sizeof(*e->entry));
	to.name = map_key(&e->names, map_add(&e->names, from->name));
	to.bin = arena_copy(&e->text, from->bin);
	to.reasons = arena_copy(&e->text, from->reasons);
	to.cite = arena_copy(&e->text, from->cite);
	to.said = arena_array(&e->text, r->keys, sizeof(*to.said));
	for (size_t k = 0; k < r->keys; k++) {
		to.said[k] = from->said[k];
		to.said[k].text = arena_copy(&e->text, from->said[k].text);
	}
	e->entry[e->count++] = to;
}

int
award_entries_read(struct award_entries *e, struct award *w,
    const struct award_lots *lots, const char *file)
{
	char *files[] = { (char *)file, NULL };
	struct rec *in = rec_open(files);
	size_t id = rec_field(in, "id");
	struct award_refused refused = { w, in, 0 };
	struct award_said said[AWARD_KEYS_MAX];

	e->field = award_entries_fields(w->rules, in);
	while (award_refused_next(&refused)) {
		struct award_entry one = { .name = rec_value(in, id),
			.said = said };

		if (one.name.n == 0)
			rec_refuse(in, id, "empty");
		else if (map_find(&e->names, one.name) != MAP_NONE)
			rec_refuse(in, id, "a second application of this id: "
			    "'%.*s'", STR_ARG(one.name));
		for (size_t k = 0; k < w->rules->keys; k++)
			said[k] = (struct award_said){ 0 };
		if (award_entries_look(w->rules, lots, &e->field, in, &one))
			keep(e, w->rules, &one);
		else
			award_refused_tell(&refused, one.lot, one.bin);
	}
	return rec_close(in);
}

struct award_entry *
award_entries_find(const struct award_entries *e, struct str name)
{
	size_t i = map_find(&e->names, name);

	return i == MAP_NONE ? NULL : &e->entry[i];
}

void
award_entries_free(struct award_entries *e)
{
	arena_reset(&e->text);
	map_free(&e->names);
	free(e->entry);
}
