package org.teishutsu.notify.vault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the look-up hashes of a person follow from the sealed contact. */
public interface LookupColumns {

    /** The columns, in recipients and in staged rows alike. */
    List<String> names();

    /** Their values, each a byte[], an Integer or null, from what the opened cell holds. */
    List<@Nullable Object> values(LookupKey key, byte[] contact);
}
