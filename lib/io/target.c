#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/die.h"
#include "io/target.h"

/* What a death must not leave behind. */
static const char *unfinished;

static void
clean_up(void)
{
	if (unfinished != NULL)
		unlink(unfinished);
}

/* Whether the first line of a file ends as that of refused records does. */
static bool
holds_refused(const char *file)
{
	static const struct str end = { "\trefused_at\trefused_why", 23 };
	char block[4096];
	struct str line = { block, 0 }, tail = { NULL, 0 };
	struct buf text = { 0 };
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	ssize_t n = 0;
	bool holds;

	while (fd >= 0 && (n = read(fd, block, sizeof(block))) > 0) {
		const char *lf = memchr(block, '\n', (size_t)n);

		line.n = lf != NULL ? (size_t)(lf - block) : (size_t)n;
		buf_add(&text, line);
		if (lf != NULL || text.n > (size_t)2 << 20)
			break;
	}
	if (fd >= 0)
		close(fd);
	tail = buf_str(&text);
	holds = str_ends(tail, end);
	buf_free(&text);
	return holds;
}

static void
check_regular(const char *file, const struct stat *st)
{
	struct stat out;

	if (fstat(STDOUT_FILENO, &out) == 0 && out.st_dev == st->st_dev &&
	    out.st_ino == st->st_ino)
		die("-x %s: standard output goes there; name another file",
		    file);
	if (st->st_size > 0 && !holds_refused(file))
		die("-x %s: is there already, and no header in it says that "
		    "it has refused records; name another file", file);
}

/* A file of another name in the same folder. */
static int
open_beside(struct target *t, mode_t mode)
{
	size_t room = strlen(t->file) + sizeof(".XXXXXX");
	int fd;

	t->beside = malloc(room);
	if (t->beside == NULL)
		die("out of memory");
	strcat(strcpy(t->beside, t->file), ".XXXXXX");
	fd = mkstemp(t->beside);
	if (fd < 0)
		die_errno("%s", t->file);
	unfinished = t->beside;
	die_first(clean_up);
	if (fchmod(fd, mode) != 0)
		die_errno("%s", t->file);
	return fd;
}

static mode_t
usual_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

int
target_open(struct target *t, const char *file)
{
	struct stat link, st;
	int fd;

	*t = (struct target){ .file = file };
	if (lstat(file, &link) != 0) {
		if (errno != ENOENT)
			die_errno("%s", file);
		return open_beside(t, usual_mode());
	}
	if (S_ISREG(link.st_mode)) {
		check_regular(file, &link);
		return open_beside(t, link.st_mode & 0777);
	}
	if (S_ISLNK(link.st_mode) &&
	    (stat(file, &st) != 0 || S_ISREG(st.st_mode)))
		die("%s: is a link; name the file itself", file);
	fd = open(file, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		die_errno("%s", file);
	return fd;
}

void
target_place(struct target *t, int fd)
{
	if (t->beside != NULL && fsync(fd) != 0)
		die_errno("%s", t->file);
	if (close(fd) != 0)
		die_errno("%s", t->file);
	if (t->beside == NULL)
		return;
	if (rename(t->beside, t->file) != 0)
		die_errno("%s", t->file);
	unfinished = NULL;
	free(t->beside);
	t->beside = NULL;
}
