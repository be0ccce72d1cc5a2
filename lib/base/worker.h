#ifndef BASE_WORKER_H
#define BASE_WORKER_H

/*
 * A second thread that does the pieces of some work, in their order, while
 * the first one makes further pieces ready.  What comes out is the same as
 * with one thread; only the time differs.  What a piece touches belongs to
 * the worker from the worker_let that lets it do the piece until a
 * worker_wait for it.
 */

#include <stddef.h>

struct worker;

/*
 * A worker that calls work(of, 0), work(of, 1) ...  It has no thread yet:
 * until worker_start, or where the machine has but one processor or no
 * thread to spare, the pieces are done in worker_let.
 */
struct worker *worker_open(void (*work)(void *of, size_t piece), void *of);
void worker_start(struct worker *w);

/* Let it do all pieces before this one; wait until it has done them. */
void worker_let(struct worker *w, size_t piece);
void worker_wait(struct worker *w, size_t piece);

/* Wait for all, and end it. */
void worker_close(struct worker *w);

#endif
