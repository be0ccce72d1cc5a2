#include "io/reg_table.h"

#include <stdlib.h>

#include "io/kind.h"
#include "io/store_fit.h"

void
reg_table_close(struct reg_table *t)
{
	for (size_t i = 0; i < t->twins; i++)
		twin_close(&t->twin[i]);
	store_close(&t->store);
	buf_free(&t->key);
	buf_free(&t->before);
	buf_free(&t->after);
	buf_free(&t->why);
	arena_reset(&t->told);
	free(t->fault);
}

/* Of kinds that others refer to: as long as the run, like all schemas. */
static struct arena schemas;

/* What a record may refer to has its table first. */
static void
open_targets(struct reg_table *t)
{
	const struct schema *s = t->schema;

	t->target = arena_array(&t->reg->run, s->count, sizeof(*t->target));
	for (size_t i = 0; i < s->count; i++) {
		const struct schema_field *f = &s->field[i];

		if (f->type != SCHEMA_REF)
			continue;
		for (struct reg_table *o = t->reg->tables; o != NULL;
		    o = o->next)
			if (str_eq(o->schema->kind, f->ref))
				t->target[i] = o;
		if (t->target[i] == NULL)
			t->target[i] = reg_table(t->reg, kind_schema(&schemas,
			    arena_string(&schemas, f->ref)));
	}
}

static void
fit_columns(struct reg_table *t)
{
	struct arena *a = &t->reg->run;
	const struct schema *s = t->schema;

	t->column = arena_array(a, s->count, sizeof(*t->column));
	for (size_t i = 0; i < s->count; i++)
		t->column[i] = store_column(&t->store, s->field[i].name);
	t->now = arena_array(a, s->count, sizeof(*t->now));
	t->asked = arena_array(a, s->count, sizeof(*t->asked));
	t->shown = arena_array(a, s->count, sizeof(*t->shown));
	t->digits = arena_array(a, s->count, sizeof(*t->digits));
}

struct reg_table *
reg_table(struct reg *r, const struct schema *s)
{
	struct reg_table *t;

	for (t = r->tables; t != NULL; t = t->next)
		if (str_eq(t->schema->kind, s->kind))
			return t;
	t = arena_alloc(&r->run, sizeof(*t));
	t->reg = r;
	t->schema = s;
	t->next = r->tables;
	r->tables = t;
	store_open(&t->store, r->sql, &r->run, s->kind);
	if (r->writing) {
		open_targets(t);
		store_fit(&t->store, s, r->loading);
		t->twin = twin_open(&t->store, r->loading, &t->twins);
	} else
		store_fit_check(&t->store, s);
	fit_columns(t);
	return t;
}
