#include "civic/track.h"

#include <stdlib.h>

#include "base/buf.h"

static uint32_t
number_of(struct map *m, struct str text)
{
	return text.n == 0 ? TRACK_NONE : (uint32_t)map_add(m, text);
}

enum track_fault
track_add(struct track *t, struct str id, int32_t received, struct str body,
    struct str title)
{
	size_t known = t->ids.count, number = map_add(&t->ids, id);
	struct track_proposal *p;

	if (number < known)
		return TRACK_TWICE;
	t->list = buf_grow(t->list, &t->room, number + 1, sizeof(*t->list));
	p = &t->list[number];
	*p = (struct track_proposal){
		.received = received, .answered_on = TRACK_NO_DAY,
		.body = number_of(&t->bodies, body),
		.answered_by = TRACK_NONE, .act = TRACK_NONE,
		.route = TRACK_NONE, .extension = TRACK_NONE,
	};
	if (title.n > 0) {
		p->title = arena_copy(&t->titles, title).p;
		p->titled = (uint32_t)title.n;
	}
	return TRACK_FINE;
}

size_t
track_find(const struct track *t, struct str id)
{
	return map_find(&t->ids, id);
}

void
track_refuse(struct track *t, struct str id)
{
	if (id.n > 0)
		map_add(&t->refused, id);
}

bool
track_is_refused(const struct track *t, struct str id)
{
	return map_find(&t->refused, id) != MAP_NONE;
}

/* Earlier than the proposal; a proposal without a day has none. */
static bool
is_before(const struct track_proposal *p, int32_t on)
{
	return p->received != TRACK_NO_DAY && on < p->received;
}

enum track_fault
track_route(struct track *t, size_t number, struct str body, int32_t on)
{
	uint32_t *place = &t->list[number].route, of, count = 0;

	if (is_before(&t->list[number], on))
		return TRACK_BEFORE;
	of = number_of(&t->bodies, body);
	t->route = buf_grow(t->route, &t->route_room, t->routes + 1,
	    sizeof(*t->route));
	for (uint32_t i = *place; i != TRACK_NONE; i = t->route[i].next) {
		if (t->route[i].body == of)
			return TRACK_TWICE;
		if (++count == TRACK_MOST)
			return TRACK_TOO_MANY;
		if (t->route[i].on <= on)
			place = &t->route[i].next;
	}
	t->route[t->routes] = (struct track_route){ *place, of, on };
	*place = (uint32_t)t->routes++;
	return TRACK_FINE;
}

enum track_fault
track_extend(struct track *t, size_t number, const struct track_extension *e)
{
	uint32_t *place = &t->list[number].extension, count = 0;

	if (is_before(&t->list[number], e->decided_on))
		return TRACK_BEFORE;
	t->extension = buf_grow(t->extension, &t->extension_room,
	    t->extensions + 1, sizeof(*t->extension));
	for (uint32_t i = *place; i != TRACK_NONE; i = t->extension[i].next) {
		if (t->extension[i].decided_on == e->decided_on)
			return TRACK_TWICE;
		if (++count == TRACK_MOST)
			return TRACK_TOO_MANY;
		if (t->extension[i].decided_on < e->decided_on)
			place = &t->extension[i].next;
	}
	t->extension[t->extensions] = *e;
	t->extension[t->extensions].next = *place;
	*place = (uint32_t)t->extensions++;
	return TRACK_FINE;
}

enum track_fault
track_answer(struct track *t, size_t number, struct str body, uint8_t kind,
    struct str act, int32_t on)
{
	struct track_proposal *p = &t->list[number];

	if (p->answered)
		return TRACK_TWICE;
	if (is_before(p, on))
		return TRACK_BEFORE;
	p->answered = true;
	p->answer = kind;
	p->answered_on = on;
	p->answered_by = number_of(&t->bodies, body);
	p->act = number_of(&t->acts, act);
	return TRACK_FINE;
}

void
track_prefetch(const struct track *t, size_t number)
{
	const struct track_proposal *p = &t->list[number];

	if (p->route != TRACK_NONE)
		__builtin_prefetch(&t->route[p->route]);
	if (p->extension != TRACK_NONE)
		__builtin_prefetch(&t->extension[p->extension]);
}

void
track_prefetch_next(const struct track *t, size_t number)
{
	const struct track_proposal *p = &t->list[number];

	if (p->route != TRACK_NONE && t->route[p->route].next != TRACK_NONE)
		__builtin_prefetch(&t->route[t->route[p->route].next]);
}

void
track_free(struct track *t)
{
	map_free(&t->ids);
	map_free(&t->bodies);
	map_free(&t->acts);
	map_free(&t->refused);
	arena_reset(&t->titles);
	free(t->list);
	free(t->route);
	free(t->extension);
}
