#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/die.h"
#include "io/source.h"

static const char *const standard_input[] = { "-", NULL };

static bool
is_stdin(const char *file)
{
	return strcmp(file, "-") == 0;
}

/* The bytes of all files, or 0 when one of them is no plain file. */
static uint64_t
total(char **files)
{
	uint64_t sum = 0;
	struct stat st;

	for (; *files != NULL; files++) {
		int failed = is_stdin(*files) ? fstat(STDIN_FILENO, &st) :
		    stat(*files, &st);

		if (failed != 0 || !S_ISREG(st.st_mode))
			return 0;
		sum += (uint64_t)st.st_size;
	}
	return sum;
}

static long
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long)now.tv_sec;
}

void
source_open(struct source *s, char **files)
{
	*s = (struct source){ .files = files, .fd = -1 };
	if (files == NULL || files[0] == NULL)
		memcpy(&s->files, &(const char *const *){ standard_input },
		    sizeof(s->files));
	s->next = s->files;
	/* A person sees progress only if the records go elsewhere. */
	s->next_tick = -1;
	if (isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO) &&
	    (s->total = total(s->files)) > 0)
		s->next_tick = seconds() + 2;
}

bool
source_next(struct source *s)
{
	struct stat st;

	if (s->fd > STDIN_FILENO)
		close(s->fd);
	s->fd = -1;
	if (*s->next == NULL)
		return false;
	s->name = *s->next++;
	if (is_stdin(s->name)) {
		s->fd = STDIN_FILENO;
		s->name = "stdin";
	} else if ((s->fd = open(s->name, O_RDONLY | O_CLOEXEC)) < 0) {
		die_errno("%s", s->name);
	}
	if (fstat(s->fd, &st) == 0 && S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		die_errno("%s", s->name);
	}
	posix_fadvise(s->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
	return true;
}

static void
tick(struct source *s)
{
	long now = seconds();

	if (now < s->next_tick)
		return;
	s->next_tick = now + 1;
	progress("%3d%% of %llu MB", (int)(s->done * 100 / s->total),
	    (unsigned long long)(s->total / 1000000));
}

size_t
source_read(struct source *s, char *to, size_t room)
{
	ssize_t n;

	do
		n = read(s->fd, to, room);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		die_errno("%s", s->name);
	s->done += (uint64_t)n;
	if (s->next_tick >= 0)
		tick(s);
	return (size_t)n;
}

bool
source_has(const struct source *s, const char *path)
{
	struct stat want, have;

	if (stat(path, &want) != 0)
		return false;
	for (char **file = s->files; *file != NULL; file++) {
		int failed = is_stdin(*file) ? fstat(STDIN_FILENO, &have) :
		    stat(*file, &have);

		if (failed == 0 && have.st_dev == want.st_dev &&
		    have.st_ino == want.st_ino && S_ISREG(want.st_mode))
			return true;
	}
	return false;
}

void
source_close(struct source *s)
{
	if (s->fd > STDIN_FILENO)
		close(s->fd);
	s->fd = -1;
	progress(NULL);
}
