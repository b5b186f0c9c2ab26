package org.perceus.module;

/** Whether nodes can have an image. */
public sealed interface ImageState {
    /** They can. */
    record Ready(Image image) implements ImageState {}

    /** It is being built; the progress is a few words for people. */
    record Building(String progress) implements ImageState {}

    /** It could not be built; the reason is one sentence. */
    record Failed(String reason) implements ImageState {}
}
