package org.perceus.module.internal.image;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.perceus.module.BuildListener;
import org.perceus.module.ImageResult;

/** Remembers what it heard of builds, a line each. */
public final class HeardBuilds implements BuildListener {
    public final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public Build begun(String image, String account) {
        lines.add("begun " + image + (account.isEmpty() ? "" : " for " + account));
        return new Build() {
            @Override
            public void at(String task, long done, long total) {
                lines.add(task + " " + done);
            }

            @Override
            public void ended(ImageResult result) {
                lines.add(result.getClass().getSimpleName());
            }
        };
    }
}
