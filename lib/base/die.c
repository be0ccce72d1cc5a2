#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/options.h"
#include "base/unicode.h"

static void (*first)(void);
static bool progress_shown;

/* Back to the line's start, and all of it cleared. */
#define CLEARED "\r\x1b[K"

static void
put(struct str text)
{
	while (write(STDERR_FILENO, text.p, text.n) < 0 && errno == EINTR)
		;
}

/*
 * A line goes out in one write, so that the lines of programs in one
 * pipeline do not mix.  Nobody can be told when standard error fails.
 */
static void PRINTF(1, 0)
say(const char *fmt, va_list args, const char *reason)
{
	struct buf text = { 0 }, line = { 0 };
	va_list again;
	int n;

	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n > 0) {
		vsnprintf(buf_reserve(&text, (size_t)n + 1), (size_t)n + 1, fmt,
		    args);
		text.n = (size_t)n;
	}
	if (progress_shown)
		buf_add(&line, STR(CLEARED));
	progress_shown = false;
	buf_printf(&line, "%s: ", program.name);
	unicode_visible(&line, buf_str(&text));
	if (reason != NULL)
		buf_printf(&line, ": %s", reason);
	buf_byte(&line, '\n');
	put(buf_str(&line));
	buf_free(&text);
	buf_free(&line);
}

void
progress(const char *fmt, ...)
{
	struct buf line = { 0 };
	char text[120];
	va_list args;

	if (fmt == NULL && !progress_shown)
		return;
	buf_add(&line, STR(CLEARED));
	if (fmt != NULL) {
		va_start(args, fmt);
		vsnprintf(text, sizeof(text), fmt, args);
		va_end(args);
		buf_printf(&line, "%s: %s", program.name, text);
	}
	put(buf_str(&line));
	progress_shown = fmt != NULL;
	buf_free(&line);
}

void
die_first(void (*what)(void))
{
	first = what;
}

static _Noreturn void
stop(void)
{
	if (first != NULL)
		first();
	_exit(TROUBLE);
}

void
warn(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say(fmt, args, NULL);
	va_end(args);
}

/* Dying cleans nothing up, and so runs no handlers: _exit. */
void
die(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say(fmt, args, NULL);
	va_end(args);
	stop();
}

void
die_errno(const char *fmt, ...)
{
	const char *reason = strerror(errno);
	va_list args;

	va_start(args, fmt);
	say(fmt, args, reason);
	va_end(args);
	stop();
}

int
finish(int status)
{
	if (fflush(stdout) != 0 || ferror(stdout))
		die_errno("stdout");
	/* Some file systems tell of a full disk only here. */
	if (close(STDOUT_FILENO) != 0 && errno != EBADF)
		die_errno("stdout");
	return status;
}
