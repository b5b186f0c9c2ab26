package org.perceus.module.files;

import java.util.Map;
import org.perceus.provisioning.spi.ArtifactPublisher;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.testkit.ConfigurationContract;
import org.perceus.provisioning.testkit.TestPublisher;

public class SiteFilesContractTest extends ConfigurationContract {
    @Override
    protected Class<? extends ConfigurationModule> module() {
        return SiteFiles.class;
    }

    @Override
    protected Map<Class<?>, Object> services() {
        return Map.of(ArtifactPublisher.class, new TestPublisher());
    }
}
