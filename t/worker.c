#include <stdatomic.h>

#include "base/worker.h"
#include "t/tap.h"

enum { PIECES = 20000, SLOTS = 16 };

/* Pieces stand in few slots, as in a ring that is used again and again. */
struct work {
	size_t slot[SLOTS];
	size_t done, wrong;
};

static void
take(void *of, size_t piece)
{
	struct work *w = of;

	w->wrong += piece != w->done++;
	w->wrong += w->slot[piece % SLOTS] != piece * piece;
}

/* Let it work some pieces at a time; the thread starts after some. */
static struct work
worked(size_t start, size_t some)
{
	struct work w = { { 0 }, 0, 0 };
	struct worker *worker = worker_open(take, &w);
	size_t given = 0;

	while (given < PIECES) {
		if (given >= start)
			worker_start(worker);
		if (given >= SLOTS)
			worker_wait(worker, given - SLOTS + 1);
		w.slot[given % SLOTS] = given * given;
		if (++given % some == 0)
			worker_let(worker, given);
	}
	worker_let(worker, given);
	worker_close(worker);
	return w;
}

int
main(void)
{
	struct work w;

	for (size_t start = 0; start <= 2 * PIECES; start = start * 5 + 3)
		for (size_t some = 1; some <= SLOTS; some *= 4) {
			w = worked(start, some);
			is(w.done, PIECES);
			is(w.wrong, 0);
		}
	worker_close(worker_open(take, &w));
	return tap_done();
}
