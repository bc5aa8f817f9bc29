#pragma warning disable OPENAI001 // Fine-tuning is marked as experimental.
using System.ClientModel;
using OpenAI.FineTuning;

public sealed class Trainer(FineTuningClient client)
{
    public async Task TrainAsync(string file)
    {
        var job = $$"""
            { "model": "gpt-4.1-mini", "training_file": "{{file}}", "method": { "type": "supervised" } }
            """;
        using var content = BinaryContent.Create(BinaryData.FromString(job));
        await client.FineTuneAsync(content, waitUntilCompleted: false, options: null);
    }
}
