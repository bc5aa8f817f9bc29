using System.ClientModel;
using OpenAI.FineTuning;

// The same task learnt by example: people sorted the tickets, and the model is trained to predict what they did.
// It learns from answers that somebody has read; no grader rewards it for anything.
const string TrainingFile = "file-tickets-training";
const string ValidationFile = "file-tickets-validation";

var job = $$"""
    {
      "model": "gpt-4.1-mini-2025-04-14",
      "training_file": "{{TrainingFile}}",
      "validation_file": "{{ValidationFile}}",
      "suffix": "tickets",
      "method": {
        "type": "supervised",
        "supervised": {
          "hyperparameters": { "n_epochs": 2 }
        }
      }
    }
    """;
Console.WriteLine(job);

if (!args.Contains("--send") || Environment.GetEnvironmentVariable("OPENAI_API_KEY") is not { Length: > 0 } key)
{
    Console.WriteLine("Not sent. Set OPENAI_API_KEY and pass --send to create the job.");
    return;
}

var client = new FineTuningClient(new ApiKeyCredential(key));
using var content = BinaryContent.Create(BinaryData.FromString(job));
var created = await client.FineTuneAsync(content, waitUntilCompleted: false, options: null);
Console.WriteLine($"Created {created.JobId}.");
