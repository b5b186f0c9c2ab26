import javax.lang.model.SourceVersion

// Maven looks at the properties that it asks for, and not at those of the command line.
def refuse = { boolean wrong, String sentence ->
    if (wrong) {
        throw new IllegalArgumentException("$sentence; remove the folder '$request.artifactId', which is not of use, and try again")
    }
}

def artifact = request.artifactId
refuse(!(artifact ==~ /[a-z]([a-z0-9-]{0,61}[a-z0-9])?/),
        "artifactId is '$artifact': it is the name of the module, too, so use lower-case letters, digits and hyphens between "
        + "them, a letter first, at most 63, as in -DartifactId=my-module")
def kind = request.properties.getProperty("kind")
refuse(!(kind in ["configuration", "method"]), "kind is '$kind': use -Dkind=configuration or -Dkind=method")
def name = request.properties.getProperty("className")
refuse(!(name ==~ /[A-Z][A-Za-z0-9]*/),
        "className is '$name': use a capital letter, then letters and digits, without a package, as in -DclassName=MyModule")
def folder = request.getPackage()
refuse(!SourceVersion.isName(folder),
        "package is '$folder', which is no package of Java: name another, as in -Dpackage=org.example.nodes")
