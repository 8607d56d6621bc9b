/* What an add-on alone depends on. */
int paper_sides(void) {
    return 2;
}
