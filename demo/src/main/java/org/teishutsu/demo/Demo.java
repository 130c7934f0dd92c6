package org.teishutsu.demo;

import java.io.IOException;
import org.teishutsu.demo.input.CaseSize;
import org.teishutsu.demo.platform.Launcher;
import org.teishutsu.demo.platform.Settings;
import org.teishutsu.demo.terminal.Screen;

/** Plays the case and checks it. */
final class Demo {
    Demo(Settings settings, Launcher launcher, CaseSize size, Screen screen) {}

    boolean play() throws IOException {
        return true;
    }
}
