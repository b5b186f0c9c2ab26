package org.perceus.shell.internal.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client wants. Immutable.
 *
 * @param arguments the words behind {@code perceus}
 * @param folder the folder that relative paths start from
 * @param width columns of the terminal that shows the output; 0 when it goes elsewhere
 * @param unicode whether the output may hold more than ASCII
 * @param interactive whether somebody can answer questions
 */
public record Request(List<String> arguments, String folder, int width, boolean unicode, boolean interactive) {
    private static final int VERSION = 2;
    private static final int MOST_ARGUMENTS = 20_000;
    private static final int MOST_COLUMNS = 10_000;

    /** Copies the arguments. */
    public Request {
        arguments = List.copyOf(arguments);
    }

    /**
     * The payload of a request frame.
     *
     * @throws MalformedFrameException with a sentence for the user when there are too many words
     */
    public byte[] encode() throws MalformedFrameException {
        List<byte[]> texts = new ArrayList<>();
        texts.add(folder.getBytes(StandardCharsets.UTF_8));
        for (String argument : arguments) {
            texts.add(argument.getBytes(StandardCharsets.UTF_8));
        }
        long size = 11;
        for (byte[] text : texts) {
            size += 4 + text.length;
        }
        if (size > FrameChannel.LIMIT || arguments.size() > MOST_ARGUMENTS) {
            throw new MalformedFrameException(
                    "the command line is too long: name nodes by ranges, as in n[0001-0999], or by groups");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) size);
        buffer.put((byte) VERSION).putInt(width);
        buffer.put((byte) (unicode ? 1 : 0)).put((byte) (interactive ? 1 : 0)).putInt(arguments.size());
        for (byte[] text : texts) {
            buffer.putInt(text.length).put(text);
        }
        return buffer.array();
    }

    /** Reads the payload of a request frame. */
    public static Request decode(byte[] payload) throws MalformedFrameException {
        ByteBuffer buffer = ByteBuffer.wrap(payload);
        try {
            if (buffer.get() != VERSION) {
                throw new MalformedFrameException("the client speaks another version of the protocol");
            }
            int width = buffer.getInt();
            boolean unicode = buffer.get() != 0;
            boolean interactive = buffer.get() != 0;
            int count = buffer.getInt();
            if (width < 0 || width > MOST_COLUMNS || count < 0 || count > MOST_ARGUMENTS) {
                throw new MalformedFrameException("a number in the request is out of range");
            }
            String folder = text(buffer);
            List<String> arguments = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                arguments.add(text(buffer));
            }
            return new Request(arguments, folder, width, unicode, interactive);
        } catch (BufferUnderflowException e) {
            throw new MalformedFrameException("the request is cut off");
        }
    }

    private static String text(ByteBuffer buffer) throws MalformedFrameException {
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new MalformedFrameException("a text in the request is longer than the request");
        }
        ByteBuffer bytes = buffer.slice(buffer.position(), length);
        buffer.position(buffer.position() + length);
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFrameException("a text in the request is not UTF-8");
        }
    }
}
