#include <stdlib.h>

#include "io/json_out.h"
#include "io/out.h"
#include "io/popolo.h"

static void
flush(struct json_out *o)
{
	out_bytes(buf_str(&o->text));
	buf_clear(&o->text);
}

static void
put_organization(struct json_out *o, const struct popolo_organization *g)
{
	json_out_open(o, NULL, '{');
	json_out_text(o, "id", g->id);
	json_out_text(o, "name", g->name);
	if (g->other_name.n > 0) {
		json_out_open(o, "other_names", '[');
		json_out_open(o, NULL, '{');
		json_out_text(o, "name", g->other_name);
		json_out_text(o, "note", STR("kk"));
		json_out_close(o, '}');
		json_out_close(o, ']');
	}
	json_out_text(o, "classification", g->classification);
	json_out_text(o, "parent_id", g->parent);
	json_out_text(o, "founding_date", g->founded);
	json_out_text(o, "dissolution_date", g->dissolved);
	json_out_close(o, '}');
	flush(o);
}

static void
put_person(struct json_out *o, const struct popolo_person *n)
{
	json_out_open(o, NULL, '{');
	json_out_text(o, "id", n->id);
	json_out_text(o, "name", n->name);
	json_out_close(o, '}');
	flush(o);
}

static void
put_post(struct json_out *o, const struct popolo *p,
    const struct popolo_post *t)
{
	json_out_open(o, NULL, '{');
	json_out_text(o, "id", t->id);
	json_out_text(o, "label", t->seat);
	json_out_text(o, "role", STR("member"));
	json_out_text(o, "organization_id",
	    p->organization[t->organization].id);
	json_out_close(o, '}');
	flush(o);
}

static void
put_membership(struct json_out *o, const struct popolo *p,
    const struct popolo_membership *m)
{
	const struct popolo_post *t = &p->post[m->post];

	json_out_open(o, NULL, '{');
	json_out_text(o, "id", m->id);
	json_out_text(o, "role", STR("member"));
	json_out_text(o, "person_id", p->person[m->person].id);
	json_out_text(o, "organization_id",
	    p->organization[t->organization].id);
	json_out_text(o, "post_id", t->id);
	if (m->behalf != STR_NONE)
		json_out_text(o, "on_behalf_of_id",
		    p->organization[m->behalf].id);
	json_out_text(o, "start_date", m->since);
	json_out_text(o, "end_date", m->until);
	json_out_close(o, '}');
	flush(o);
}

void
popolo_print(const struct popolo *p)
{
	struct json_out o = { .lines = 2 };

	json_out_open(&o, NULL, '{');
	json_out_open(&o, "organizations", '[');
	for (size_t i = 0; i < p->organizations.count; i++)
		put_organization(&o, &p->organization[i]);
	json_out_close(&o, ']');
	json_out_open(&o, "persons", '[');
	for (size_t i = 0; i < p->persons.count; i++)
		put_person(&o, &p->person[i]);
	json_out_close(&o, ']');
	json_out_open(&o, "posts", '[');
	for (size_t i = 0; i < p->posts.count; i++)
		put_post(&o, p, &p->post[i]);
	json_out_close(&o, ']');
	json_out_open(&o, "memberships", '[');
	for (size_t i = 0; i < p->memberships.count; i++)
		put_membership(&o, p, &p->membership[i]);
	json_out_close(&o, ']');
	json_out_close(&o, '}');
	flush(&o);
	buf_free(&o.text);
}

void
popolo_free(struct popolo *p)
{
	map_free(&p->organizations);
	map_free(&p->persons);
	map_free(&p->posts);
	map_free(&p->memberships);
	free(p->organization);
	free(p->person);
	free(p->post);
	free(p->membership);
}
