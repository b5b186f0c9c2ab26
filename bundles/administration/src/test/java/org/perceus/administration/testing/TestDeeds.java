package org.perceus.administration.testing;

import java.util.List;
import org.perceus.administration.BootDeeds;
import org.perceus.administration.GroupDeeds;
import org.perceus.administration.HistoryDeeds;
import org.perceus.administration.NodeDeeds;
import org.perceus.administration.Permission;
import org.perceus.administration.PreviewDeeds;
import org.perceus.administration.capsule.CapsuleDeeds;
import org.perceus.administration.internal.capsule.LibraryCapsuleDeeds;
import org.perceus.administration.internal.capsule.PartsOfCapsules;
import org.perceus.administration.internal.deed.DeedRunner;
import org.perceus.administration.internal.module.FolderModuleDeeds;
import org.perceus.administration.internal.module.ModuleParts;
import org.perceus.administration.internal.module.PartsOfModules;
import org.perceus.administration.internal.node.LedgerHistoryDeeds;
import org.perceus.administration.internal.node.NodeParts;
import org.perceus.administration.internal.node.RegistryBootDeeds;
import org.perceus.administration.internal.node.RegistryGroupDeeds;
import org.perceus.administration.internal.node.RegistryNodeDeeds;
import org.perceus.administration.internal.operation.OperationParts;
import org.perceus.administration.internal.operation.OperationRecorder;
import org.perceus.administration.internal.operation.PartsOfOperations;
import org.perceus.administration.internal.operation.RegistryOperationDeeds;
import org.perceus.administration.internal.preview.EnginePreviewDeeds;
import org.perceus.administration.module.ModuleDeeds;
import org.perceus.administration.operation.OperationDeeds;
import org.perceus.node.operation.Operations;

/** All services of administrators, without a container. */
public record TestDeeds(
        NodeDeeds nodes,
        GroupDeeds groups,
        BootDeeds boots,
        HistoryDeeds history,
        PreviewDeeds previews,
        CapsuleDeeds capsules,
        ModuleDeeds modules,
        OperationDeeds operations) {
    public static TestDeeds of(
            Permission permission, NodeParts parts, Operations operations, FakeLibrary library, FakeModules modules) {
        DeedRunner runner = new DeedRunner(permission);
        OperationParts operationParts = PartsOfOperations.of(operations);
        OperationRecorder recorder = new OperationRecorder(operationParts);
        ModuleParts moduleParts = PartsOfModules.of(modules, modules, modules);
        return new TestDeeds(
                new RegistryNodeDeeds(runner, parts),
                new RegistryGroupDeeds(runner, parts),
                new RegistryBootDeeds(runner, parts),
                new LedgerHistoryDeeds(runner, parts),
                new EnginePreviewDeeds(runner, parts),
                new LibraryCapsuleDeeds(runner, recorder, PartsOfCapsules.of(library, library), moduleParts, parts),
                new FolderModuleDeeds(runner, recorder, moduleParts, parts),
                new RegistryOperationDeeds(runner, operationParts));
    }

    public List<Object> all() {
        return List.of(nodes, groups, boots, history, previews, capsules, modules, operations);
    }
}
