#ifndef IO_MEETINGS_H
#define IO_MEETINGS_H

/*
 * Meetings of councils with who was there and what was voted, judged by the
 * law of their day.
 */

#include "base/arena.h"
#include "civic/meeting.h"
#include "civic/terms.h"
#include "io/meeting_law.h"
#include "io/rec.h"
#include "io/table.h"

struct meetings_member {
	struct str name;
	bool present, excused;
	long absences;		/* without good reason, if too many */
};

struct meetings_vote {
	struct str item, title;
	long in_favour, against, abstained;
	size_t majority;	/* of the law */
	enum meeting_verdict carried;
};

struct meeting {
	const struct str *raw;		/* the record as it stands */
	struct str council, no, on_text, chair, secretary;
	long on, notice, members;	/* LONG_MIN: not said */
	size_t kind;			/* of the law */
	const struct meeting_law *law;
	enum meeting_verdict servant, member;	/* as declared: NO is yes */
	long notice_by;			/* LONG_MIN: not known */
	struct str notice_why;		/* why it is not */
	struct meetings_member *named;
	struct meetings_vote *vote;
	size_t names, votes, refused;	/* refused: votes that were */
	size_t nameroom, voteroom;
	long present, over;		/* over: absent too often */
	enum meeting_verdict verdict[MEETING_RULES];
};

struct meetings {
	struct arena *run;
	struct meeting_laws *laws;
	struct meeting *meeting;	/* in the order of the input */
	size_t count;
	bool attended, voted;		/* whether these files were given */

	/* The rest is for meetings.c and meetings_judge.c alone. */
	struct map keys, books;
	struct terms_book *book;	/* of each term */
	const struct calendar *calendar;
	size_t room, bookroom;
};

/*
 * Read meetings, attendance and votes (files may be NULL).  What is not good
 * is refused: a second record of one key, a meeting that is not there, more
 * votes than members present.  Returns the status of the two files.
 */
void meetings_read(struct meetings *m, struct rec *in);
int meetings_attendance(struct meetings *m, const char *file);
int meetings_votes(struct meetings *m, const char *file);

/* Judge all. */
void meetings_judge(struct meetings *m);

/* The worst of the verdicts on the meeting itself; absence is not one. */
enum meeting_verdict meetings_lawful(const struct meeting *one);

void meetings_free(struct meetings *m);

#endif
