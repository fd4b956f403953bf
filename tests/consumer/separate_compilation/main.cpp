// A program that compiles the library once, in dynabackup.cpp.
bool reads();
bool checks();
bool reads_dumps();
bool matches();

int main() { return reads() && checks() && reads_dumps() && matches() ? 0 : 1; }
