using Docker.DotNet;
using Docker.DotNet.Models;
using Microsoft.Extensions.AI;

public sealed class Snippets(IDockerClient docker)
{
    private const string Image = "python:3";

    public AIFunction Tool() => new ApprovalRequiredAIFunction(AIFunctionFactory.Create(RunAsync));

    private async Task<string> RunAsync(string code)
    {
        var config = new HostConfig();
        config.NetworkMode = "none";
        var parameters = new CreateContainerParameters { Image = Image, HostConfig = config };
        parameters.Cmd = new List<string> { "python", "-c", code };
        var made = await docker.Containers.CreateContainerAsync(parameters);
        return made.ID;
    }
}
