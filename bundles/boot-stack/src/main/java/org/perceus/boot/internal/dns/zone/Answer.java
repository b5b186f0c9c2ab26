package org.perceus.boot.internal.dns.zone;

import java.util.List;
import org.xbill.DNS.Record;

/**
 * What this server says of a name of its own.
 *
 * @param rcode the response code
 * @param records of the answer section
 * @param authority of the authority section
 * @param additional of the additional section
 */
public record Answer(int rcode, List<Record> records, List<Record> authority, List<Record> additional) {}
