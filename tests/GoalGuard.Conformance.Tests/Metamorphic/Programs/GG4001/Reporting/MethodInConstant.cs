#pragma warning disable OPENAI001 // Fine-tuning is marked as experimental.
using System.ClientModel;
using OpenAI.FineTuning;

public static class Jobs
{
    private const string Job = "{ \"model\": \"o4-mini\", \"method\": { \"type\": \"reinforcement\" } }";

    public static void Start(FineTuningClient client)
    {
        var content = BinaryContent.Create(BinaryData.FromString(Job));
        {|GG4001:client.FineTune(content, false, null)|};
    }
}
