import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** What Gephi has of a graph file, line by line: nodes, edges, edges of each kind, what it complained of. */
class OpensInGephi {
    public static void main(String[] files) throws Exception {
        Lookup lookup = Lookup.getDefault();
        ProjectController projects = lookup.lookup(ProjectController.class);
        projects.newProject();
        Container container = lookup.lookup(ImportController.class).importFile(new File(files[0]));
        container.getLoader().setEdgeDefault(EdgeDirectionDefault.DIRECTED);
        int issues = 0;
        for (var each = container.getReport().getIssues(1000); each.hasNext(); ) {
            Issue issue = each.next();
            issues++;
            System.out.println("issue\t" + issue.getLevel() + " " + issue.getMessage());
        }
        lookup.lookup(ImportController.class).process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
        GraphModel model = lookup.lookup(GraphController.class).getGraphModel();
        DirectedGraph graph = model.getDirectedGraph();
        System.out.println("nodes\t" + graph.getNodeCount());
        System.out.println("edges\t" + graph.getEdgeCount());
        System.out.println("dynamic\t" + model.isDynamic() + " " + model.getTimeBounds());
        Map<String, Integer> kinds = new TreeMap<>();
        for (Edge edge : graph.getEdges()) kinds.merge(String.valueOf(edge.getTypeLabel()), 1, Integer::sum);
        kinds.forEach((kind, many) -> System.out.println("kind " + kind + "\t" + many));
        System.exit(0);
    }
}
