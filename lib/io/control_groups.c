#include "io/control_groups.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/order.h"
#include "io/out.h"

void
control_groups_open(struct control_groups *g, const char *by)
{
	*g = (struct control_groups){ .by = CONTROL_BY_OBJECT };
	if (strcmp(by, "form") == 0)
		g->by = CONTROL_BY_FORM;
	else if (strcmp(by, "object") != 0)
		die("--by: 'object' or 'form', not '%s'", by);
	out_field("row");
	out_field(by);
	for (size_t i = 0; i < CONTROL_SUM_PLACES; i++)
		if (control_sum_name[i] != NULL)
			out_field(control_sum_name[i]);
	out_field("overdue_days");
}

void
control_groups_add(struct control_groups *g, const struct control_case *c)
{
	size_t known = g->names.count;
	size_t n = map_add(&g->names, g->by == CONTROL_BY_FORM ?
	    c->act.form : c->act.object);

	if (n == known) {
		g->group = buf_grow(g->group, &g->room, n + 1,
		    sizeof(*g->group));
		g->group[n] = (struct control_sum){ .overdue_days = 0 };
	}
	control_sum_add(&g->group[n], c);
	control_sum_add(&g->all, c);
}

static void
put(const char *row, struct str name, const struct control_sum *s)
{
	out_text(row);
	out_value(name);
	for (size_t i = 0; i < CONTROL_SUM_PLACES; i++)
		if (control_sum_name[i] != NULL)
			out_number(s->n[i]);
	if (s->overdue_days > 0)
		out_number(s->overdue_days);
	else
		out_text("");
	out_end();
}

void
control_groups_print(const struct control_groups *g)
{
	size_t count = g->names.count;
	struct arena a = { 0 };
	struct str *name = arena_array(&a, count, sizeof(*name));
	uint32_t *order = arena_array(&a, count, sizeof(*order));

	if (!control_sum_holds(g->group, count, &g->all))
		die("the groups do not add up to the acts");
	for (size_t i = 0; i < count; i++)
		name[i] = map_key(&g->names, i);
	order_texts(name, count, order);
	for (size_t i = 0; i < count; i++)
		put("group", name[order[i]], &g->group[order[i]]);
	put("all", STR(""), &g->all);
	arena_reset(&a);
}

void
control_groups_free(struct control_groups *g)
{
	map_free(&g->names);
	free(g->group);
}
