#pragma warning disable OPENAI001 // Fine-tuning is marked as experimental.
using System.ClientModel;
using OpenAI.FineTuning;

public sealed class Pipeline
{
    private readonly FineTuningClient _client;

    public Pipeline(FineTuningClient client)
    {
        _client = client;
    }

    public async Task RunAsync(string file)
    {
        var request = new { model = "o4-mini", training_file = file, method = new { type = "reinforcement" } };
        using var content = BinaryContent.Create(BinaryData.FromObjectAsJson(request));
        var created = await {|GG4001:_client.FineTuneAsync(content, waitUntilCompleted: false, options: null)|};
        Console.WriteLine(created.JobId);
    }
}
