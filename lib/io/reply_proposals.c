#include "io/reply_proposals.h"

#include <stdlib.h>

#include "civic/date.h"
#include "io/track_sides.h"

/* What is kept until all is read. */
struct taken {
	struct reply_groups *g;
	uint32_t *group;	/* by proposal */
	size_t room;
};

static void
take(void *context, struct rec *in, size_t number)
{
	struct taken *taken = context;

	taken->group = buf_grow(taken->group, &taken->room, number + 1,
	    sizeof(*taken->group));
	taken->group[number] = reply_groups_by_body(taken->g) ? 0 :
	    reply_groups_find(taken->g, in);
}

/* Who has it, or who answered it. */
static uint32_t
body_group(struct replies *r, const struct track *t,
    const struct track_proposal *p, const struct track_verdict *v)
{
	uint32_t body = v->body != TRACK_NONE || !v->answered ? v->body :
	    p->answered_by;

	return replies_group(r, body == TRACK_NONE ? STR("") :
	    map_key(&t->bodies, body));
}

static void
add(const struct taken *taken, const struct track *t, size_t number,
    const struct track_verdict *v)
{
	const struct track_proposal *p = &t->list[number];
	struct replies_one one = {
		.answered = v->answered, .kind = p->answer,
		.late = v->state == TRACK_LATE,
		.overdue = v->state == TRACK_OVERDUE,
		.unknown = v->state == TRACK_UNKNOWN ||
		    v->state == TRACK_UNDATED,
		.act = v->answered && p->act != TRACK_NONE,
		.received = p->received == TRACK_NO_DAY ? REPLIES_NO_DAY :
		    p->received,
		.days = v->answered && p->received != TRACK_NO_DAY ?
		    p->answered_on - p->received : -1,
	};

	replies_add(taken->g->r, reply_groups_by_body(taken->g) ?
	    body_group(taken->g->r, t, p, v) : taken->group[number], &one);
}

static size_t
add_all(const struct taken *taken, const struct track *t,
    struct track_law *law)
{
	struct track_verdict v;
	size_t later = 0;

	for (size_t i = 0; i < t->ids.count; i++) {
		track_judge(t, law, i, NULL, &v);
		if (v.state == TRACK_FUTURE)
			later++;
		else
			add(taken, t, i, &v);
	}
	return later;
}

void
reply_proposals_left_out(const char *what, size_t refused, size_t later,
    size_t taken, long day)
{
	size_t all = refused + later + taken;
	char date[11];

	date_format(day, date);
	if (refused > 0)
		warn("%s: %zu of %zu records, which were refused, are in no "
		    "sum", what, refused, all);
	if (later > 0)
		warn("%s: %zu of %zu records, which came after %s, are in no "
		    "sum", what, later, all, date);
}

int
reply_proposals_add(struct reply_groups *g, struct rec *in,
    const struct reply_files *files)
{
	struct arena run = { 0 };
	struct track t = { 0 };
	struct track_law law = { 0 };
	struct taken taken = { .g = g };
	struct track_files f = { .t = &t, .law = &law,
		.rejects = files->rejects, .may_lack_days = true,
		.take = take, .context = &taken };
	size_t later;
	int status;

	track_files_law(&run, &law, files->rules, files->day);
	status = track_files_proposals(&f, in);
	status |= track_sides_routes(&f, files->routes);
	status |= track_sides_extensions(&f, files->extensions);
	status |= track_sides_answers(&f, files->answers);
	later = add_all(&taken, &t, &law);
	reply_proposals_left_out("proposals", f.refused, later,
	    t.ids.count - later, files->day);
	free(taken.group);
	track_free(&t);
	arena_reset(&run);
	return status;
}
