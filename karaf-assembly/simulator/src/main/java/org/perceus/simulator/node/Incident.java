package org.perceus.simulator.node;

/** What is counted of all nodes together. */
public enum Incident {
    /** A packet of DHCP was repeated. */
    DHCP_REPEATED("dhcpRepeated", "packets of DHCP repeated"),
    /** A packet of TFTP was repeated. */
    TFTP_REPEATED("tftpRepeated", "packets of TFTP repeated"),
    /** A request by HTTP was repeated because the answer did not come, or was an error of the server. */
    HTTP_REPEATED("httpRepeated", "requests by HTTP repeated"),
    /** A node was told to boot again. */
    RESTART("restarts", "times that a node was told to boot again"),
    /** A request by HTTP was answered. */
    HTTP("httpAnswers", "answers by HTTP"),
    /** A node told that it lives. */
    CHECK_IN("checkIns", "check-ins");

    private final String key;
    private final String title;

    Incident(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Its name in JSON. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
