#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"

/* Blocks grow, so that small arenas stay small: they are zeroed as a whole. */
#define BLOCK_FIRST ((size_t)2 << 10)
#define BLOCK_MOST ((size_t)64 << 10)

struct block {
	struct block *next;
	size_t used, size;
	alignas(max_align_t) char data[];
};

static size_t
next_size(const struct block *top)
{
	if (top == NULL)
		return BLOCK_FIRST;
	return top->size < BLOCK_MOST / 2 ? top->size * 2 : BLOCK_MOST;
}

static size_t
rounded(size_t n)
{
	return (n + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
}

void *
arena_alloc(struct arena *a, size_t size)
{
	struct block *b = a->top;
	void *p;

	if (size > SIZE_MAX / 2)
		die("out of memory");
	size = rounded(size);
	if (b == NULL || b->size - b->used < size) {
		size_t room = next_size(b);

		if (room < size)
			room = size;
		b = calloc(1, sizeof(*b) + room);
		if (b == NULL)
			die("out of memory");
		b->size = room;
		b->next = a->top;
		a->top = b;
	}
	p = b->data + b->used;
	b->used += size;
	return p;
}

void *
arena_array(struct arena *a, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / 2 / size)
		die("out of memory");
	return arena_alloc(a, count * size);
}

struct str
arena_copy(struct arena *a, struct str s)
{
	return (struct str){ arena_string(a, s), s.n };
}

char *
arena_string(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);

	if (s.n > 0)
		memcpy(p, s.p, s.n);
	return p;
}

void
arena_reset(struct arena *a)
{
	while (a->top != NULL) {
		struct block *next = a->top->next;

		free(a->top);
		a->top = next;
	}
}
