using k8s;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class ClusterTools(IKubernetes cluster)
{
    [McpServerTool]
    public async Task Try(string pod)
    {
        await cluster.CoreV1.DeleteNamespacedPodAsync(pod, "default", dryRun: "All");
    }
}
