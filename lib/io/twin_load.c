#include "io/twin_load.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/huge.h"

/*
 * Nearly every number has one record, which stands in its slot.  Where it has
 * several, that is the first of them, and the others are a ring of links in
 * the order of their entries, of which the slot knows the last.
 */
struct link {
	int64_t entry;		/* under 0: dropped */
	uint32_t next;
};

enum { EMPTY, ALONE };		/* no link is 0 or 1: they count from 2 */

/*
 * Numbers are digests, so that their highest bits are as good a place as
 * any; and slots that stand in the order of their numbers are found again
 * in that order when the table grows, and are almost sorted at the end.
 */
struct slot {
	uint64_t number;	/* as unsigned, in the order of the signed */
	int64_t entry;		/* under 0: dropped */
	uint32_t last;		/* the last link, or one of the above */
};

struct twin_load {
	struct slot *slot;
	unsigned bits;		/* 2^bits slots */
	size_t used;
	struct link *link;
	size_t links, room;
};

enum { FIRST_BITS = 10 };

static void
make_slots(struct twin_load *l, unsigned bits)
{
	l->bits = bits;
	l->slot = huge_alloc((size_t)1 << bits, sizeof(*l->slot));
}

struct twin_load *
twin_load_open(void)
{
	struct twin_load *l = calloc(1, sizeof(*l));

	if (l == NULL)
		die("out of memory");
	make_slots(l, FIRST_BITS);
	return l;
}

void
twin_load_free(struct twin_load *l)
{
	if (l == NULL)
		return;
	huge_free(l->slot, (size_t)1 << l->bits, sizeof(*l->slot));
	free(l->link);
	free(l);
}

static uint64_t
in_order(int64_t number)
{
	return (uint64_t)number ^ (uint64_t)1 << 63;
}

/* The slot of a number; an empty one if it has none yet. */
static struct slot *
find_slot(const struct twin_load *l, uint64_t number)
{
	size_t mask = ((size_t)1 << l->bits) - 1;
	size_t i = (size_t)(number >> (64 - l->bits));

	while (l->slot[i].last != EMPTY && l->slot[i].number != number)
		i = (i + 1) & mask;
	return &l->slot[i];
}

static void
grow(struct twin_load *l)
{
	size_t count = (size_t)1 << l->bits;
	struct slot *old = l->slot;

	if (l->used * 2 < count)
		return;
	make_slots(l, l->bits + 1);
	for (size_t i = 0; i < count; i++)
		if (old[i].last != EMPTY)
			*find_slot(l, old[i].number) = old[i];
	huge_free(old, count, sizeof(*old));
}

static struct link *
link_at(const struct twin_load *l, uint32_t place)
{
	return &l->link[place - 2];
}

/* The link of a ring behind which an entry belongs that is not its last. */
static struct link *
before(const struct twin_load *l, struct link *last, int64_t entry)
{
	struct link *at = last;

	while (llabs(link_at(l, at->next)->entry) < entry)
		at = link_at(l, at->next);
	return at;
}

static void
add_link(struct twin_load *l, struct slot *slot, int64_t entry)
{
	uint32_t new = (uint32_t)l->links + 2;
	struct link *at;

	if (l->links >= UINT32_MAX - 2)
		die("too many records in one run");
	l->link = buf_grow(l->link, &l->room, ++l->links, sizeof(*l->link));
	*link_at(l, new) = (struct link){ entry, new };
	if (slot->last == ALONE) {
		slot->last = new;
		return;
	}
	/* A new record comes last; only one that changed is looked for. */
	at = link_at(l, slot->last);
	if (llabs(at->entry) < llabs(entry))
		slot->last = new;
	else
		at = before(l, at, llabs(entry));
	link_at(l, new)->next = at->next;
	at->next = new;
}

void
twin_load_add(struct twin_load *l, int64_t number, int64_t entry)
{
	struct slot *slot;

	grow(l);
	slot = find_slot(l, in_order(number));
	if (slot->last == EMPTY) {
		*slot = (struct slot){ in_order(number), entry, ALONE };
		l->used++;
		return;
	}
	if (llabs(slot->entry) > entry) {
		int64_t first = entry;

		entry = slot->entry;
		slot->entry = first;
	}
	add_link(l, slot, entry);
}

/* The place of the slot's own record is 1, then come those of its links. */
static int64_t *
next_entry(const struct twin_load *l, struct slot *slot, size_t *place)
{
	if (slot->last == EMPTY || *place == slot->last) {
		*place = 0;
		return NULL;
	}
	if (*place == 0) {
		*place = 1;
		return &slot->entry;
	}
	*place = link_at(l, *place == 1 ? slot->last : (uint32_t)*place)->next;
	return &link_at(l, (uint32_t)*place)->entry;
}

int64_t
twin_load_next(const struct twin_load *l, int64_t number, size_t *place)
{
	int64_t *entry = next_entry(l, find_slot(l, in_order(number)), place);

	return entry == NULL || *entry < 0 ? 0 : *entry;
}

void
twin_load_drop(struct twin_load *l, int64_t number, int64_t entry)
{
	struct slot *slot = find_slot(l, in_order(number));
	size_t place = 0;
	int64_t *found;

	while ((found = next_entry(l, slot, &place)) != NULL)
		if (*found == entry)
			*found = -entry;
}

/* Put the slots that are used in front, in the order of their numbers. */
static void
sort_slots(struct twin_load *l)
{
	size_t count = (size_t)1 << l->bits, n = 0;

	for (size_t i = 0; i < count; i++) {
		struct slot s = l->slot[i];
		size_t to = n;

		if (s.last == EMPTY)
			continue;
		while (to > 0 && l->slot[to - 1].number > s.number)
			to--;
		memmove(&l->slot[to + 1], &l->slot[to],
		    (n - to) * sizeof(*l->slot));
		l->slot[to] = s;
		n++;
	}
}

void
twin_load_each(struct twin_load *l,
    void (*put)(void *context, int64_t number, int64_t entry), void *context)
{
	sort_slots(l);
	for (size_t i = 0; i < l->used; i++) {
		int64_t number = (int64_t)in_order((int64_t)l->slot[i].number);
		size_t place = 0;
		int64_t *entry;

		while ((entry = next_entry(l, &l->slot[i], &place)) != NULL)
			if (*entry > 0)
				put(context, number, *entry);
	}
}
