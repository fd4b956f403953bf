// A program that compiles the library once, in dynabackup.cpp.
bool reads();
bool checks();
bool reads_dumps();
bool reads_texts();
bool matches();

int main() { return reads() && checks() && reads_dumps() && reads_texts() && matches() ? 0 : 1; }
