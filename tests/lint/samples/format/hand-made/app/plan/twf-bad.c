static void bad(void){ int  a=1; }
