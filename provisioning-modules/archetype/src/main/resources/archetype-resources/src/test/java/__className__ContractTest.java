package ${package};

#if( $kind == "method" )
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.provisioning.testkit.MethodContract;

/** What Perceus demands of every provisioning method. */
public class ${className}ContractTest extends MethodContract {
    @Override
    protected Class<? extends ProvisioningMethod> module() {
        return ${className}.class;
    }
}
#else
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.testkit.ConfigurationContract;

/** What Perceus demands of every configuration module. */
public class ${className}ContractTest extends ConfigurationContract {
    @Override
    protected Class<? extends ConfigurationModule> module() {
        return ${className}.class;
    }
}
#end
