/* BIN and IIN: published numbers, and what is wrong with wrong ones. */

#include "tap.h"

#include "civic/bin_number.h"

/* Numbers found published, of head offices and branches, by their round. */
static const char *const round_1[] = {
	"940140000385", "950341000052", "070941024691", "950440001673",
	"990940003030", "000640002067", "990140004654", "171140900016",
	"011140004703", "981240000488", "031140003104", "980740000057",
	"050540004455", "100240019642", "181141900093", "991240015834",
	"101241001053", "061241010270", "150440002169", "190740015218",
	"160740009199", "220140006999", "141040030110", "210740028187",
};
static const char *const round_2[] = {
	"961141000023", "011140001654", "011140001666", "960240007379",
	"020440002422", "180840002049",
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static size_t
count_good(const char *const *bins, size_t count, int round)
{
	size_t good = 0;

	for (size_t i = 0; i < count; i++)
		good += bin_number_check(str_of(bins[i])) == BIN_GOOD &&
		    bin_number_round(bins[i]) == round &&
		    bin_number_digit(bins[i]) == bins[i][11] - '0';
	return good;
}

/* How many of the nine wrong digits at a place, in all numbers, pass. */
static size_t
count_missed(int place)
{
	size_t missed = 0;

	for (size_t i = 0; i < COUNT(round_1) + COUNT(round_2); i++) {
		const char *bin = i < COUNT(round_1) ? round_1[i] :
		    round_2[i - COUNT(round_1)];
		char wrong[12];

		memcpy(wrong, bin, 12);
		for (char c = '0'; c <= '9'; c++) {
			wrong[place - 1] = c;
			missed += c != bin[place - 1] &&
			    bin_number_check((struct str){ wrong, 12 }) ==
			    BIN_GOOD;
		}
	}
	return missed;
}

static struct str
why(const char *text)
{
	static char words[80];

	return str_of(bin_number_why(bin_number_check(str_of(text)),
	    str_of(text), words));
}

static struct str
why_iin(const char *text)
{
	static char words[80];

	return str_of(bin_number_why(bin_number_check_iin(str_of(text)),
	    str_of(text), words));
}

static void
test_good(void)
{
	is(count_good(round_1, COUNT(round_1), 1), COUNT(round_1));
	is(count_good(round_2, COUNT(round_2), 2), COUNT(round_2));
	is(count_missed(12), 0);
	same(why("940140000385"), "nothing is wrong");
	is(bin_number_type(STR("940140000385")), BIN_RESIDENT);
	is(bin_number_attribute(STR("940140000385")), BIN_HEAD);
	is(bin_number_attribute(STR("950341000052")), BIN_BRANCH);
	is(bin_number_check(STR("171263000018")), BIN_GOOD);
	is(bin_number_check(STR("171264000013")), BIN_GOOD);
	is(bin_number_attribute(STR("171264000013")), BIN_JOINT_FARM);
}

/* Its weight is 11: every error passes where round 1 decides, else none. */
static void
test_digit_11(void)
{
	is(count_missed(11), COUNT(round_1) * 9);
}

static void
test_bad(void)
{
	is(bin_number_check(STR("940140000380")), BIN_CHECK);
	is(bin_number_check(STR("949940000385")), BIN_MONTH);
	is(bin_number_check(STR("940040000385")), BIN_MONTH);
	is(bin_number_check(STR("941340000385")), BIN_MONTH);
	is(bin_number_check(STR("940190000385")), BIN_TYPE);
	is(bin_number_check(STR("940170000385")), BIN_TYPE);
	is(bin_number_check(STR("940130000385")), BIN_TYPE);
	is(bin_number_check(STR("940149000385")), BIN_ATTRIBUTE);
	is(bin_number_check(STR("940144000385")), BIN_ATTRIBUTE);
	is(bin_number_check(STR("940154000385")), BIN_ATTRIBUTE);
	is(bin_number_check(STR("940165000385")), BIN_ATTRIBUTE);
	is(bin_number_check(STR("12345")), BIN_LENGTH);
	is(bin_number_check(STR("")), BIN_LENGTH);
	is(bin_number_check(STR("9401400003850")), BIN_LENGTH);
	is(bin_number_check(STR("12345678901X")), BIN_DIGITS);
	is(bin_number_check(STR("990 140 004 654")), BIN_LENGTH);
	is(bin_number_check(STR(" 94014000038")), BIN_DIGITS);
	is(bin_number_check(STR("94014000/385")), BIN_DIGITS);
	is(bin_number_check(STR("94014000:385")), BIN_DIGITS);
}

static void
test_why(void)
{
	same(why("940140000380"), "check digit 0, must be 5");
	same(why("961141000020"), "check digit 0, must be 3");
	same(why("949940000385"), "month 99 in digits 3-4");
	same(why("940190000385"), "digit 5 is 9, must be 4, 5 or 6");
	same(why("830717350867"),
	    "digit 5 is 1, as in an IIN; a BIN has 4, 5 or 6");
	same(why("940149000385"), "digit 6 is 9, must be 0, 1, 2 or 3");
	same(why("940165000385"), "digit 6 is 5, must be 0 to 4");
	same(why("12345"), "12 digits are needed, not 5 characters");
	same(why("990 140 004 654"), "12 digits are needed, not 15 characters");
	same(why("12345678901X"), "character 12 of 12 is no digit");
	same(why("94014000038\xd0\x9e"), "character 12 of 12 is no digit");
	same(why("\xd0\xbd\xd0\xb5\xd1\x82"),
	    "12 digits are needed, not 3 characters");
}

static void
test_iin(void)
{
	is(bin_number_check_iin(STR("830717350867")), BIN_GOOD);
	is(bin_number_round("83071735086"), 2);
	is(bin_number_check_iin(STR("791028302728")), BIN_GOOD);
	is(bin_number_check_iin(STR("061211600012")), BIN_GOOD);
	is(bin_number_round("06121160001"), 2);
	is(bin_number_check_iin(STR("830717350860")), BIN_CHECK);
	is(bin_number_check_iin(STR("831317350867")), BIN_MONTH);
	is(bin_number_check_iin(STR("830732350867")), BIN_DAY);
	is(bin_number_check_iin(STR("830700350867")), BIN_DAY);
	is(bin_number_check_iin(STR("830631350867")), BIN_DAY);
	is(bin_number_check_iin(STR("830229350867")), BIN_DAY);
	is(bin_number_check_iin(STR("830717750867")), BIN_CENTURY);
	same(why_iin("830631350867"), "day 31 in digits 5-6, of month 06");
	same(why_iin("830717750867"), "digit 7 is 7, must be 0 to 6");
	same(why_iin("940140000385"), "day 40 in digits 5-6, of month 01");
}

/* 29 February is no day of 1900, but it is one of 1904 and of 2000. */
static void
test_leap_days(void)
{
	is(bin_number_check_iin(STR("000229300000")), BIN_DAY);
	is(bin_number_check_iin(STR("000229100000")), BIN_DAY);
	ok(bin_number_check_iin(STR("040229300000")) != BIN_DAY);
	ok(bin_number_check_iin(STR("000229500000")) != BIN_DAY);
	ok(bin_number_check_iin(STR("000229000000")) != BIN_DAY);
}

/* 10 in both rounds: no number was issued, whatever its last digit. */
static void
test_unissued(void)
{
	char iin[] = "830717100980";
	size_t unissued = 0;

	for (; iin[11] <= '9'; iin[11]++)
		unissued += bin_number_check_iin(str_of(iin)) == BIN_UNISSUED;
	is(unissued, 10);
	is(bin_number_round("83071710098"), 0);
	is(bin_number_digit("83071710098"), -1);
	is(bin_number_check_iin(STR("000813159890")), BIN_UNISSUED);
	same(why_iin("000813159890"),
	    "no check digit exists: 10 in both rounds");
}

int
main(void)
{
	test_good();
	test_digit_11();
	test_bad();
	test_why();
	test_iin();
	test_leap_days();
	test_unissued();
	return tap_done();
}
