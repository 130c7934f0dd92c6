package org.teishutsu.report.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the files lie and how large one may be. */
@ConfigMapping(prefix = "report.evidence")
interface EvidenceConfig {

    /** The folder of the files, this service's alone and part of its backup. No default: it must outlive the process. */
    Path folder();

    /** The most one file may hold; the request's own limit must be above it. */
    MemorySize maxSize();
}
