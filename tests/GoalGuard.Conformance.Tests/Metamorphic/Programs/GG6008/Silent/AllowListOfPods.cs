using k8s;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class ClusterTools(IKubernetes cluster)
{
    private static readonly HashSet<string> Pods = new() { "web", "worker" };

    [McpServerTool]
    public async Task Restart(string pod)
    {
        if (Pods.Contains(pod))
        {
            await cluster.CoreV1.DeleteNamespacedPodAsync(pod, "default");
        }
    }
}
