package org.perceus.shell.testing;

import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.SessionFactoryImpl;
import org.perceus.shell.internal.command.Catalogue;
import org.perceus.shell.internal.completion.CapsuleWords;
import org.perceus.shell.internal.completion.GroupSettingWords;
import org.perceus.shell.internal.completion.GroupWords;
import org.perceus.shell.internal.completion.MethodWords;
import org.perceus.shell.internal.completion.ModuleWords;
import org.perceus.shell.internal.completion.NodeSettingWords;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.completion.OperationKindWords;
import org.perceus.shell.internal.completion.OperationWords;
import org.perceus.shell.internal.completion.StateWords;

/** The Karaf shell with the commands of this bundle, without a container. */
public final class KarafShell {
    private KarafShell() {}

    public static SessionFactory with(FakeSite site) {
        SessionFactoryImpl factory = new SessionFactoryImpl(new ThreadIOImpl());
        factory.getRegistry().register(site);
        site.deeds().all().forEach(factory.getRegistry()::register);
        ManagerImpl manager = new ManagerImpl(factory.getRegistry(), factory.getRegistry());
        for (Class<? extends Action> action : Catalogue.actions()) {
            manager.register(action);
        }
        manager.register(NodeWords.class);
        manager.register(GroupWords.class);
        manager.register(CapsuleWords.class);
        manager.register(MethodWords.class);
        manager.register(ModuleWords.class);
        manager.register(OperationWords.class);
        manager.register(OperationKindWords.class);
        manager.register(StateWords.class);
        manager.register(NodeSettingWords.class);
        manager.register(GroupSettingWords.class);
        return factory;
    }
}
