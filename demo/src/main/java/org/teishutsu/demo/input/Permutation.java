package org.teishutsu.demo.input;

/** A one-to-one shuffle of 0 … size-1 in constant memory: an affine map, its factor prime to the size. */
record Permutation(int size, long factor, long offset) {

    static Permutation of(int size, long wantedFactor, long offset) {
        long factor = wantedFactor;
        while (gcd(factor, size) != 1) {
            factor++;
        }
        return new Permutation(size, factor, offset);
    }

    int at(int index) {
        return (int) Math.floorMod(factor * index + offset, (long) size);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
