#pragma warning disable OPENAI001 // Fine-tuning is marked as experimental.
using System.ClientModel;
using OpenAI.FineTuning;

public sealed class Pipeline(FineTuningClient client)
{
    public async Task RunAsync()
    {
        Console.WriteLine("No reinforcement: supervised examples only.");
        using var content = BinaryContent.Create(BinaryData.FromString("{ \"method\": { \"type\": \"supervised\" } }"));
        await client.FineTuneAsync(content, waitUntilCompleted: false, options: null);
    }
}
