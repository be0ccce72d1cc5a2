#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/options.h"
#include "base/unicode.h"

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
	buf_printf(&line, "%s: ", program.name);
	unicode_visible(&line, buf_str(&text));
	if (reason != NULL)
		buf_printf(&line, ": %s", reason);
	buf_byte(&line, '\n');
	while (write(STDERR_FILENO, line.p, line.n) < 0 && errno == EINTR)
		;
	buf_free(&text);
	buf_free(&line);
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
	_exit(TROUBLE);
}

void
die_errno(const char *fmt, ...)
{
	const char *reason = strerror(errno);
	va_list args;

	va_start(args, fmt);
	say(fmt, args, reason);
	va_end(args);
	_exit(TROUBLE);
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
