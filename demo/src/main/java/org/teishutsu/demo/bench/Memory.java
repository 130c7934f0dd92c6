package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.teishutsu.demo.platform.RunFolder;

/**
 * The most memory a process has had so far.
 *
 * @param residentMebibytes VmHWM: everything of it that was ever in memory at once
 * @param liveHeapMebibytes the fullest its heap was after a collection
 */
record Memory(long residentMebibytes, long liveHeapMebibytes) {

    private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");

    /** Of notify-service. */
    static Memory of(RunFolder run, Path collections) throws IOException {
        String pid = Files.readString(run.path("notify-service.pid")).split(" ", -1)[0];
        long resident = 0;
        for (String line : Files.readAllLines(Path.of("/proc", pid, "status"))) {
            if (line.startsWith("VmHWM:")) {
                resident = Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        long live = 0;
        for (String line : Files.readAllLines(collections.resolve(pid + ".log"))) {
            Matcher matcher = COLLECTION.matcher(line);
            if (matcher.find()) {
                live = Math.max(live, Long.parseLong(matcher.group(2)));
            }
        }
        return new Memory(resident, live);
    }
}
