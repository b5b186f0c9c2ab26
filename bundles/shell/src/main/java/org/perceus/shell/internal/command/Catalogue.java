package org.perceus.shell.internal.command;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;

/** The commands of this bundle. */
public final class Catalogue {
    private static final List<Class<? extends Action>> ACTIONS = List.of(
            NodeAdd.class,
            NodeImport.class,
            NodeExport.class,
            NodeList.class,
            NodeShow.class,
            NodeStatusCommand.class,
            NodeSet.class,
            NodeApprove.class,
            NodeArm.class,
            NodeDisable.class,
            NodeEnable.class,
            NodeReboot.class,
            NodeReplace.class,
            NodeDelete.class,
            NodeFileList.class,
            NodeFileShow.class,
            NodeFileCheck.class,
            GroupList.class,
            GroupSet.class,
            NetworkList.class,
            StrangerList.class,
            DhcpConfig.class,
            VnfsList.class,
            VnfsShow.class,
            VnfsImport.class,
            VnfsDelete.class,
            ModuleList.class,
            ModuleInfoCommand.class,
            ModuleInstall.class,
            ModuleSwap.class,
            ModuleEnable.class,
            ModuleDisable.class,
            ModuleUninstall.class,
            BootList.class,
            BootShow.class,
            BootRetry.class,
            OperationList.class,
            OperationShow.class,
            OperationFollow.class,
            SettingList.class,
            NodeScriptList.class,
            NodeScriptShow.class,
            HistoryCommand.class,
            Undo.class,
            Info.class);

    private Catalogue() {}

    /** The actions of all commands. */
    public static List<Class<? extends Action>> actions() {
        return ACTIONS;
    }

    /** The action of a command, given by its name without the scope. */
    public static Optional<Class<? extends Action>> action(String name) {
        return ACTIONS.stream()
                .filter(action -> action.getAnnotation(Command.class).name().equals(name))
                .findFirst();
    }
}
