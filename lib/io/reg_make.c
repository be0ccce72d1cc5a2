#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/die.h"
#include "io/journal.h"
#include "io/reg.h"
#include "io/search.h"
#include "io/sql.h"
#include "io/store.h"
#include "io/twin.h"

_Noreturn static void
is_there(const char *file)
{
	die("%s: is there already, and stays as it is", file);
}

static bool
write_all(int fd, struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t n = write(fd, bytes.p, bytes.n);

		if (n < 0)
			return false;
		bytes.p += n;
		bytes.n -= (size_t)n;
	}
	return true;
}

/*
 * A file beside the register's, which its group may use too, takes its name
 * when it is whole.  Unlike rename, link never takes another's place.
 */
static void
write_new(const char *file, struct str bytes)
{
	mode_t mask = umask(0);
	struct buf name = { 0 };
	bool done;
	int fd, why;

	umask(mask);
	buf_printf(&name, "%s.XXXXXX", file);
	buf_byte(&name, '\0');
	fd = mkstemp(name.p);
	if (fd < 0)
		die_errno("%s", file);
	done = fchmod(fd, 0660 & ~mask) == 0 && write_all(fd, bytes) &&
	    fsync(fd) == 0 && close(fd) == 0 && link(name.p, file) == 0;
	why = errno;
	unlink(name.p);
	buf_free(&name);
	errno = why;
	if (!done && errno == EEXIST)
		is_there(file);
	if (!done)
		die_errno("%s", file);
}

/* The folder too must be on the disk, or the name may be lost. */
static void
sync_folder(const char *file)
{
	const char *slash = strrchr(file, '/');
	struct buf name = { 0 };
	int fd;

	buf_add(&name, slash == NULL ? STR(".") :
	    (struct str){ file, (size_t)(slash - file) + 1 });
	buf_byte(&name, '\0');
	fd = open(name.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0 || fsync(fd) != 0 || close(fd) != 0)
		die_errno("%s", name.p);
	buf_free(&name);
}

void
reg_make(const char *file)
{
	struct stat st;
	struct sql *s;

	if (lstat(file, &st) == 0)
		is_there(file);
	s = sql_make();
	sql_run(s, "BEGIN");
	sql_mark(s, REG_WHAT, REG_FORM);
	store_make(s);
	journal_make(s);
	twin_make(s);
	search_make(s);
	sql_run(s, "COMMIT");
	write_new(file, sql_image(s));
	sql_close(s);
	sync_folder(file);
}
