#include "civic/steps.h"

#include "base/huge.h"
#include "base/map.h"

enum { BITS = 64 };

/* An empty entry has the number 0. */
struct steps_entry {
	uint32_t contract;
	int32_t no, day;
	uint32_t unused;
};

/* The entry of a pair, or the empty one where it belongs. */
static struct steps_entry *
place(const struct steps *s, uint32_t contract, int32_t no)
{
	uint32_t key[2] = { contract, (uint32_t)no };
	struct str text = { (const char *)key, sizeof(key) };
	size_t last = s->room - 1, i = map_hash(text) & last;

	while (s->entry[i].no != 0 &&
	    (s->entry[i].contract != contract || s->entry[i].no != no))
		i = (i + 1) & last;
	return &s->entry[i];
}

static void
more_room(struct steps *s)
{
	struct steps old = *s;

	s->room = old.room > 0 ? old.room * 2 : 64;
	s->entry = huge_alloc(s->room, sizeof(*s->entry));
	for (size_t i = 0; i < old.room; i++)
		if (old.entry[i].no != 0)
			*place(s, old.entry[i].contract, old.entry[i].no) =
			    old.entry[i];
	huge_free(old.entry, old.room, sizeof(*old.entry));
}

bool
steps_add(struct steps *s, uint32_t contract, int32_t no, int32_t day)
{
	struct steps_entry *e;

	if (s->count >= s->room / 3 * 2)
		more_room(s);
	e = place(s, contract, no);
	if (e->no != 0)
		return false;
	*e = (struct steps_entry){ contract, no, day, 0 };
	s->count++;
	return true;
}

bool
steps_find(const struct steps *s, uint32_t contract, int32_t no, int32_t *day)
{
	const struct steps_entry *e;

	if (s->room == 0)
		return false;
	e = place(s, contract, no);
	if (e->no == 0)
		return false;
	*day = e->day;
	return true;
}

bool
steps_meet(struct steps *s, uint64_t *seen, uint32_t contract, int32_t no)
{
	uint64_t bit;

	if (no > BITS)
		return steps_add(s, contract, no, 0);
	bit = UINT64_C(1) << (no - 1);
	if (*seen & bit)
		return false;
	*seen |= bit;
	return true;
}

void
steps_free(struct steps *s)
{
	huge_free(s->entry, s->room, sizeof(*s->entry));
	*s = (struct steps){ 0 };
}
