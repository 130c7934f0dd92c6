package org.teishutsu.demo.verify;

/**
 * One thing that must hold.
 *
 * @param detail what was compared; never personal data
 */
public record Expectation(String name, boolean held, String detail) {}
