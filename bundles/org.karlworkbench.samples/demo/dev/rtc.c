/* rtc: the battery clock (MC146818). Its registers are read through a pair of ports, one to choose and one to read. */
#include "kernel.h"
#include "machine.h"

#define INDEX		0x70
#define DATA		0x71
#define STATUS_A	0x0a
#define STATUS_B	0x0b
#define A_UPDATING	0x80
#define B_BINARY	0x04
#define B_24HOURS	0x02

/* In the order of the registers that hold them. */
enum field { SECOND, MINUTE, HOUR, DAY, MONTH, YEAR, FIELDS };
static const uint8_t registers[FIELDS] = {0x00, 0x02, 0x04, 0x07, 0x08, 0x09};

static uint8_t rtc_read(uint8_t reg)
{
	outb(INDEX, reg);
	return inb(DATA);
}

static void read_fields(uint8_t to[FIELDS])
{
	for (int i = 0; i < 100000 && (rtc_read(STATUS_A) & A_UPDATING) != 0; i++)
		relax();
	for (int i = 0; i < FIELDS; i++)
		to[i] = rtc_read(registers[i]);
}

/* The clock may go on between two registers. Two readings that agree are one moment. */
static void read_date(uint8_t date[FIELDS])
{
	uint8_t again[FIELDS], status = rtc_read(STATUS_B);
	bool afternoon;

	read_fields(again);
	do {
		memcpy(date, again, FIELDS);
		read_fields(again);
	} while (memcmp(date, again, FIELDS) != 0);

	afternoon = (status & B_24HOURS) == 0 && (date[HOUR] & 0x80) != 0;
	date[HOUR] &= 0x7f;
	for (int i = 0; i < FIELDS && (status & B_BINARY) == 0; i++)
		date[i] = (date[i] >> 4) * 10 + (date[i] & 15);
	if ((status & B_24HOURS) == 0)
		date[HOUR] = date[HOUR] % 12 + (afternoon ? 12 : 0);
}

static uint32_t days_since_2000(const uint8_t date[FIELDS])
{
	static const uint16_t before[12] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
	uint32_t year = date[YEAR], month = date[MONTH];

	if (month < 1 || month > 12)
		return 0;
	return year * 365 + (year + 3) / 4 + before[month - 1] + (year % 4 == 0 && month > 2) + date[DAY] - 1;
}

/* Since the year 2000 began; until 2099, so every fourth year is a leap year. */
uint32_t rtc_seconds(void)
{
	uint8_t date[FIELDS];

	read_date(date);
	return ((days_since_2000(date) * 24 + date[HOUR]) * 60 + date[MINUTE]) * 60 + date[SECOND];
}

bool rtc_attach(const char *name)
{
	uint8_t date[FIELDS];

	if (rtc_read(STATUS_B) == 0xff)
		return false;
	read_date(date);
	kprintf("%s: 20%02u-%02u-%02u %02u:%02u:%02u\n", name, date[YEAR], date[MONTH], date[DAY], date[HOUR],
		date[MINUTE], date[SECOND]);
	return true;
}
