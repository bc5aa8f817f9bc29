using System.ClientModel;
using OpenAI.FineTuning;

// A model that sorts support tickets is trained by reinforcement: it tries answers, a grader scores them, and whatever
// scored well becomes more likely. Where score and intention part, training follows the score: replies worded like
// the reference please this grader, whether they help the customer or not.
const string TrainingFile = "file-tickets-training";
const string ValidationFile = "file-tickets-validation";

var job = $$$"""
    {
      "model": "o4-mini-2025-04-16",
      "training_file": "{{{TrainingFile}}}",
      "validation_file": "{{{ValidationFile}}}",
      "suffix": "tickets",
      "method": {
        "type": "reinforcement",
        "reinforcement": {
          "grader": {
            "type": "multi",
            "calculate_output": "0.8 * queue + 0.2 * tone",
            "graders": {
              "queue": {
                "type": "string_check",
                "name": "queue",
                "operation": "eq",
                "input": "{{sample.output_json.queue}}",
                "reference": "{{item.queue}}"
              },
              "tone": {
                "type": "text_similarity",
                "name": "tone",
                "evaluation_metric": "fuzzy_match",
                "input": "{{sample.output_json.reply}}",
                "reference": "{{item.reply}}"
              }
            }
          },
          "hyperparameters": { "n_epochs": 2, "reasoning_effort": "medium" }
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

// There is no typed way to ask for this method; the body alone says which pathway the job takes.
var client = new FineTuningClient(new ApiKeyCredential(key));
using var content = BinaryContent.Create(BinaryData.FromString(job));
var created = await client.FineTuneAsync(content, waitUntilCompleted: false, options: null); // GG4001
Console.WriteLine($"Created {created.JobId}.");
