#ifndef BASE_DIE_H
#define BASE_DIE_H

/*
 * Talking to the user, and stopping.
 *
 * Every message goes to standard error as one line, "program: text", with
 * control bytes, bidirectional marks and broken UTF-8 made visible as \xNN.
 * The program's name comes from its `program` (base/options.h).
 */

#define PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))

enum {
	REFUSED = 1,	/* done, but some input was refused, or the answer is no */
	TROUBLE = 2,	/* not done: usage, files, rules, the register, memory */
};

void warn(const char *fmt, ...) PRINTF(1, 2);

/* These print and exit with TROUBLE.  die_errno adds the system's reason. */
_Noreturn void die(const char *fmt, ...) PRINTF(1, 2);
_Noreturn void die_errno(const char *fmt, ...) PRINTF(1, 2);

/* What is to be done first by a program that dies: one for the program. */
void die_first(void (*what)(void));

/*
 * Show how far long work has come, on the last line of a terminal; a message
 * takes its place.  NULL takes it off.
 */
void progress(const char *fmt, ...) PRINTF(1, 2);

/* Return the status, once all that was printed has truly been written. */
int finish(int status);

#endif
