#ifndef CIVIC_BIN_NUMBER_H
#define CIVIC_BIN_NUMBER_H

/*
 * BIN (business) and IIN (individual identification numbers): 12 digits,
 * the last a check digit.  Government decree 406 of 22.05.2007.
 *
 *	BIN  YYMM T A NNNNN C	IIN  YYMMDD G NNNN C
 *
 * The check does not prove that a number was issued, and it leaves digit 11
 * nearly unprotected: its weight is 11, so that an error there is found only
 * when the second round decides.
 */

#include <stdbool.h>

#include "base/str.h"

enum bin_fault {
	BIN_GOOD,
	BIN_LENGTH,	/* not 12 digits */
	BIN_DIGITS,	/* something else than digits */
	BIN_MONTH,	/* digits 3-4 are no month */
	BIN_DAY,	/* IIN: digits 5-6 are no day of that month */
	BIN_TYPE,	/* digit 5 is not 4, 5 or 6 */
	BIN_ATTRIBUTE,	/* digit 6 is not 0 to 3, nor 4 after type 6 */
	BIN_CENTURY,	/* IIN: digit 7 is not 0 to 6 */
	BIN_UNISSUED,	/* 10 in both rounds: no check digit exists */
	BIN_CHECK,	/* the check digit is another */
};

/* What is wrong with a BIN, or an IIN, as it stands: no blanks allowed. */
enum bin_fault bin_number_check(struct str bin);
enum bin_fault bin_number_check_iin(struct str iin);

/* The fault in words: "month 99 in digits 3-4", in a buffer of the caller's. */
const char *bin_number_why(enum bin_fault fault, struct str number,
    char out[80]);

/* The right digit 12 for the first 11 digits, or -1 if there is none. */
int bin_number_digit(const char digits[11]);

/* The round that decides, 1 or 2; 0 if there is none. */
int bin_number_round(const char digits[11]);

/*
 * Of a good BIN: digit 5 and digit 6.  The decree knows the attributes 0 to
 * 3; farms of joint entrepreneurs (type 6) are registered with 4 as well.
 */
enum bin_type { BIN_RESIDENT = 4, BIN_FOREIGN = 5, BIN_JOINT = 6 };
enum bin_attribute {
	BIN_HEAD = 0, BIN_BRANCH = 1, BIN_OFFICE = 2, BIN_FARM = 3,
	BIN_JOINT_FARM = 4
};
enum bin_type bin_number_type(struct str bin);
enum bin_attribute bin_number_attribute(struct str bin);

#endif
