/* mail.c: delivers one, and says how many there were. */
int deliver_mail(void);
