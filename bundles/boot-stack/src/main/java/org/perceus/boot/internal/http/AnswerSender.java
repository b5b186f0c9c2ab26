package org.perceus.boot.internal.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;
import org.perceus.boot.HttpAnswer;

/** Sends what an endpoint answered, now or later. */
final class AnswerSender {
    private static final long PATIENCE_SECONDS = 60;

    private AnswerSender() {}

    static void send(HttpAnswer answer, Exchange exchange) {
        if (answer instanceof HttpAnswer.Text text) {
            exchange.text(text);
        } else if (answer instanceof HttpAnswer.Busy busy) {
            exchange.busy(busy.sentence(), busy.retry());
        } else if (answer instanceof HttpAnswer.Content content) {
            FileAnswer.send(content, exchange);
        } else if (answer instanceof HttpAnswer.Later later) {
            wait(later, exchange);
        } else {
            exchange.log()
                    .warn(
                            "an endpoint answered nothing",
                            exchange.request().getHttpURI().getPath());
            exchange.refuse(500, "the server failed to answer this request");
        }
    }

    private static void wait(HttpAnswer.Later later, Exchange exchange) {
        Scheduler.Task deadline = exchange.request()
                .getComponents()
                .getScheduler()
                .schedule(
                        () -> exchange.refuse(503, "the server has no answer yet, try again"),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
        later.answer().whenComplete((answer, failure) -> {
            deadline.cancel();
            if (failure != null) {
                exchange.log().error("an endpoint's answer failed", failure);
                exchange.refuse(500, "the server failed to answer this request");
            } else {
                sendLate(answer, exchange);
            }
        });
    }

    /** What fails here would be lost in the stage. */
    private static void sendLate(HttpAnswer answer, Exchange exchange) {
        try {
            send(answer, exchange);
        } catch (RuntimeException | LinkageError e) {
            exchange.log().error("an answer could not be sent", e);
            exchange.refuse(500, "the server failed to answer this request");
        }
    }
}
