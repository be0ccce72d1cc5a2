#include <pthread.h>
#include <sched.h>
#include <stdalign.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"
#include "base/worker.h"

/* Looks at a number before sleeping: a piece takes less, as a rule. */
enum { LOOKS = 300, LINE = 64 };

struct worker {
	void (*work)(void *of, size_t piece);
	void *of;
	bool started;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t change;
	atomic_int asleep;	/* threads that want to be woken */

	/* Pieces let, and one more at the end; pieces done; how many of these
	 * the first thread waits for.  Each is written by one thread only. */
	alignas(LINE) atomic_size_t let;
	atomic_size_t awaited;
	bool closing;
	alignas(LINE) atomic_size_t done;
};

struct worker *
worker_open(void (*work)(void *of, size_t piece), void *of)
{
	struct worker *w = aligned_alloc(LINE, sizeof(*w));

	if (w == NULL)
		die("out of memory");
	*w = (struct worker){ .work = work, .of = of };
	return w;
}

static bool
has_work(struct worker *w)
{
	return atomic_load(&w->let) > atomic_load(&w->done);
}

static bool
has_done(struct worker *w)
{
	return atomic_load(&w->done) >= atomic_load(&w->awaited);
}

/* Wait until it is so: awake for a moment, then asleep. */
static void
wait_until(struct worker *w, bool (*is_so)(struct worker *w))
{
	for (int i = 0; i < LOOKS; i++) {
		if (is_so(w))
			return;
		sched_yield();
	}
	pthread_mutex_lock(&w->lock);
	atomic_fetch_add(&w->asleep, 1);
	while (!is_so(w))
		pthread_cond_wait(&w->change, &w->lock);
	atomic_fetch_sub(&w->asleep, 1);
	pthread_mutex_unlock(&w->lock);
}

/*
 * What the other thread may wait for has come.  Who goes to sleep says so
 * before the last look, and who changes something looks for sleepers after.
 */
static void
wake(struct worker *w)
{
	if (atomic_load(&w->asleep) == 0)
		return;
	pthread_mutex_lock(&w->lock);
	pthread_cond_broadcast(&w->change);
	pthread_mutex_unlock(&w->lock);
}

static void *
run(void *of)
{
	struct worker *w = of;

	for (size_t piece = atomic_load(&w->done);; piece++) {
		wait_until(w, has_work);
		if (w->closing && atomic_load(&w->let) == piece + 1)
			return NULL;
		w->work(w->of, piece);
		atomic_store(&w->done, piece + 1);
		if (has_done(w))
			wake(w);
	}
}

void
worker_start(struct worker *w)
{
	if (w->started || sysconf(_SC_NPROCESSORS_ONLN) < 2)
		return;
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->change, NULL);
	w->started = pthread_create(&w->thread, NULL, run, w) == 0;
}

void
worker_let(struct worker *w, size_t piece)
{
	if (w->started) {
		atomic_store(&w->let, piece);
		wake(w);
		return;
	}
	for (size_t i = atomic_load(&w->done); i < piece; i++)
		w->work(w->of, i);
	atomic_store(&w->let, piece);
	atomic_store(&w->done, piece);
}

void
worker_wait(struct worker *w, size_t piece)
{
	atomic_store(&w->awaited, piece);
	wait_until(w, has_done);
}

void
worker_close(struct worker *w)
{
	size_t all = atomic_load(&w->let);

	worker_wait(w, all);
	if (w->started) {
		w->closing = true;
		atomic_store(&w->let, all + 1);
		wake(w);
		pthread_join(w->thread, NULL);
		pthread_mutex_destroy(&w->lock);
		pthread_cond_destroy(&w->change);
	}
	free(w);
}
