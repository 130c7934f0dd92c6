package org.teishutsu.notify.delivery;

import java.util.List;

/** Tells what is to be sent; asked every round. */
public interface Mailings {

    /** Those running now. What is not among them is not sent, and what of it is claimed is given back. */
    List<Mailing> running();
}
