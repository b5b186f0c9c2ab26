package ${package};

import java.nio.file.Path;
import org.junit.Test;
import org.perceus.provisioning.testkit.Lab;

/** Boots a virtual machine with this module; skipped unless {@code -Dperceus.checkout=FOLDER} says where the lab is. */
public class ${className}BootIT {
    @Test
    public void aMachineBootsWithIt() throws Exception {
        Path jar = Path.of(System.getProperty("module.jar"));
#if( $kind == "method" )
        Lab.assumed().boot(jar, "--method", "${artifactId}");
#else
        Lab.assumed().boot(jar);
#end
    }
}
