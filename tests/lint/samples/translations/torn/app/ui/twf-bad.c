static const char *words[] = { N_ ("Save %d provisions"), N_ ("Never seen"), N_ ("Left out") };
