#include "base/huge.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "base/die.h"

/* Tables under this are malloc's, which wastes less. */
#define LARGE ((size_t)4 << 20)

void *
huge_alloc(size_t count, size_t size)
{
	void *p;

	if (count > SIZE_MAX / size)
		die("out of memory");
	if (count * size < LARGE) {
		p = calloc(count, size);
		if (p == NULL)
			die("out of memory");
		return p;
	}
	p = mmap(NULL, count * size, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED)
		die("out of memory");
#ifdef MADV_HUGEPAGE
	madvise(p, count * size, MADV_HUGEPAGE);
#endif
	return p;
}

void
huge_free(void *p, size_t count, size_t size)
{
	if (count * size < LARGE)
		free(p);
	else if (p != NULL)
		munmap(p, count * size);
}
