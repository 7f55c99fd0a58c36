package org.karlworkbench.emfgen;

import java.nio.file.Path;
import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.generator.GeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.codegen.merge.java.JControlModel;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;

/** Generates the model code of a bundle from its genmodel, outside of Eclipse and without JDT. */
public final class EmfGen {
    private EmfGen() {}

    /**
     * Generates into the model directory that the genmodel names.
     *
     * @param args name of the project, its folder, and the path of the genmodel inside it
     */
    public static void main(String[] args) {
        String project = args[0];
        Path folder = Path.of(args[1]).toAbsolutePath();
        EcorePlugin.getPlatformResourceMap().put(project, URI.createFileURI(folder + "/"));
        GenModel model = read(URI.createPlatformResourceURI(project + "/" + args[2], true));
        Diagnostic result =
                generator(model).generate(model, GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE, new BasicMonitor());
        if (result.getSeverity() >= Diagnostic.ERROR) {
            throw new IllegalStateException(result.getMessage() + " " + result.getChildren(), result.getException());
        }
    }

    private static GenModel read(URI genmodel) {
        GenModelPackage.eINSTANCE.getGenModel();
        ResourceSet resources = new ResourceSetImpl();
        var factories = resources.getResourceFactoryRegistry().getExtensionToFactoryMap();
        factories.put("ecore", new EcoreResourceFactoryImpl());
        factories.put("genmodel", new XMIResourceFactoryImpl());
        GenModel model =
                (GenModel) resources.getResource(genmodel, true).getContents().get(0);
        model.reconcile();
        model.setCanGenerate(true);
        model.setValidateModel(true);
        return model;
    }

    private static Generator generator(GenModel model) {
        GeneratorAdapterFactory.Descriptor.Registry.INSTANCE.addDescriptor(
                GenModelPackage.eNS_URI, GenModelGeneratorAdapterFactory.DESCRIPTOR);
        Generator generator = new Generator() {
            @Override
            public JControlModel getJControlModel() {
                return new OverwritingControlModel();
            }
        };
        generator.setInput(model);
        return generator;
    }

    /** Nothing generated is kept by hand, so nothing is merged; merging would need JDT. */
    private static final class OverwritingControlModel extends JControlModel {
        @Override
        public boolean canMerge() {
            return false;
        }
    }
}
