package org.teishutsu.report.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;

/**
 * A file that has come in whole and is not yet kept.
 *
 * @param incoming where it lies until it is kept; no part of what makes two calls the same
 * @param mediaType what its content, its name and its sender agree on
 */
record ReceivedFile(@JsonIgnore Path incoming, String name, String mediaType, long bytes, String sha256) {}
