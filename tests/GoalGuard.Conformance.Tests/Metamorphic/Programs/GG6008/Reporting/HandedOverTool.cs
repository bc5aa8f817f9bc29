using Docker.DotNet;
using Docker.DotNet.Models;
using Microsoft.Extensions.AI;

public sealed class Containers(IDockerClient docker)
{
    public async Task<string> Remove(string name)
    {
        await docker.Containers.RemoveContainerAsync({|GG6008:name|}, new ContainerRemoveParameters());
        return "removed";
    }

    public ChatOptions Options()
    {
        var tool = AIFunctionFactory.Create(Remove);
        return new ChatOptions { Tools = {|GG6020:[tool]|} };
    }
}
