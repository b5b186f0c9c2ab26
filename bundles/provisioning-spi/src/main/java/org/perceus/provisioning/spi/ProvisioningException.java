package org.perceus.provisioning.spi;

/** Says in one sentence for the administrator why a module cannot do what it was asked, and what would be right. */
public class ProvisioningException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence: what is wrong, where, and what would be right */
    public ProvisioningException(String message) {
        super(message);
    }

    /**
     * @param message one sentence: what is wrong, where, and what would be right
     * @param cause what led to it; only its text is kept beyond the call
     */
    public ProvisioningException(String message, Throwable cause) {
        super(message, cause);
    }
}
