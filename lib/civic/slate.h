#ifndef CIVIC_SLATE_H
#define CIVIC_SLATE_H

/*
 * Who of those admitted takes the places of a council: the most votes come
 * first, no organisation has more seats than it may, and civil society keeps
 * its share of the members.  The others are the reserve, in their order.
 */

#include <stdbool.h>
#include <stddef.h>

enum slate_place {
	SLATE_RESERVE,		/* after those chosen; or there is no place */
	SLATE_UNVOTED,		/* nobody has counted votes */
	SLATE_ORGANISATION,	/* the organisation has its seats */
	SLATE_SHARE,		/* the place is civil society's */
	SLATE_TIE,		/* as many votes as another: undecided */
	SLATE_CHOSEN,
};

/* An organisation that is not counted. */
#define SLATE_NONE ((size_t)-1)

struct slate_candidate {
	long votes;		/* -1: none counted */
	bool civil;
	size_t organisation;	/* below `organisations`, or SLATE_NONE */
	enum slate_place place;	/* the answer */
};

struct slate {
	long members, civil;	/* who stay */
	long places;		/* to be taken */
	long part, whole;	/* civil society's share; whole 0: none asked */
	long seats;		/* that one organisation may have; 0: any */
	long *held;		/* has already, by its number */

	/* The answer: with those chosen. */
	long chosen, chosen_civil;
};

/*
 * Choose among candidates in the order of their votes, the most first.  held
 * is changed.  Two of whom one would have to be chosen over the other by
 * their order alone are a tie, and neither is.
 */
void slate_choose(struct slate *s, struct slate_candidate *const *candidate,
    size_t count);

#endif
