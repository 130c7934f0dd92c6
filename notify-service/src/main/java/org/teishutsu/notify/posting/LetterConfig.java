package org.teishutsu.notify.posting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where files of letters go, and where on the sheet the envelope's window is. */
@ConfigMapping(prefix = "letter")
public interface LetterConfig {
    /** Personal data: this service's alone. Several processes must have the same. */
    Path folder();

    /** Of the address, in millimetres from the left edge of the sheet. */
    @WithDefault("22")
    double addressLeft();

    /** Of the address, in millimetres from the upper edge. */
    @WithDefault("17")
    double addressTop();
}
