#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "base/die.h"
#include "base/slab.h"

enum { LINE = 64 };

#define HUGE_PAGE ((size_t)2 << 20)
#define FIRST_PIECE ((size_t)64 << 10)

struct slab_piece {
	struct slab_piece *next;
	char *memory;
	size_t used, size;
};

/* Map memory; a whole number of huge pages is aligned like them. */
static void *
map_memory(size_t size)
{
	size_t spare = size % HUGE_PAGE == 0 ? HUGE_PAGE : 0, front;
	char *p = mmap(NULL, size + spare, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		die("out of memory");
	if (spare == 0)
		return p;
	front = HUGE_PAGE - (uintptr_t)p % HUGE_PAGE;
	(void)munmap(p, front);
	(void)munmap(p + front + size, spare - front);
	p += front;
#ifdef MADV_HUGEPAGE
	/* Advice: where it is not taken, all works, only slower. */
	(void)madvise(p, size, MADV_HUGEPAGE);
#endif
	return p;
}

static size_t
rounded(size_t n, size_t to)
{
	return (n + to - 1) / to * to;
}

static void
add_piece(struct slab *s, size_t size)
{
	struct slab_piece *piece = malloc(sizeof(*piece));

	if (piece == NULL)
		die("out of memory");
	if (s->piece < HUGE_PAGE)
		s->piece = s->piece == 0 ? FIRST_PIECE : s->piece * 2;
	if (size < s->piece)
		size = s->piece;
	else if (size >= HUGE_PAGE)
		size = rounded(size, HUGE_PAGE);
	*piece = (struct slab_piece){ s->top, map_memory(size), 0, size };
	s->top = piece;
}

void *
slab_alloc(struct slab *s, size_t size)
{
	char *p;

	if (size > SIZE_MAX / 2)
		die("out of memory");
	size = rounded(size, LINE);
	if (s->top == NULL || s->top->size - s->top->used < size)
		add_piece(s, size);
	p = s->top->memory + s->top->used;
	s->top->used += size;
	return p;
}

void *
slab_array(struct slab *s, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / 2 / size)
		die("out of memory");
	return slab_alloc(s, count * size);
}

void
slab_free(struct slab *s)
{
	while (s->top != NULL) {
		struct slab_piece *next = s->top->next;

		(void)munmap(s->top->memory, s->top->size);
		free(s->top);
		s->top = next;
	}
	s->piece = 0;
}
