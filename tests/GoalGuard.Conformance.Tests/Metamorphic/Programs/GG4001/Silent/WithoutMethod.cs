#pragma warning disable OPENAI001 // Fine-tuning is marked as experimental.
using System.ClientModel;
using OpenAI.FineTuning;

public static class Jobs
{
    public static void Start(FineTuningClient client, string model)
    {
        var content = BinaryContent.Create(BinaryData.FromString("{ \"model\": \"" + model + "\" }"));
        client.FineTune(content, false, null);
    }
}
