/* quota.c: so much and no more may be done. */
void quota_charge(void);
