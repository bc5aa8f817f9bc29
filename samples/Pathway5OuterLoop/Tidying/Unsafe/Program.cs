using Microsoft.Extensions.AI;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// An agent that tidies a folder: it is shown what is there and says what can go. Exchange the script for a real model and nothing else changes.
using var model = new ScriptedModel(Says("1"));

var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "tidying-agent")).FullName;
foreach (var name in new[] { "draft-1.txt", "draft-2.txt", "letter.txt" })
{
    await File.WriteAllTextAsync(Path.Combine(folder, name), name);
}

var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
var listed = string.Join("\n", files.Select((file, number) => $"{number}: {Path.GetFileName(file)}"));
var answer = await model.GetResponseAsync("Which file can go? Answer with its number.\n" + listed);

// Whatever the model picks is gone: nobody else has seen which one it is.
var picked = files[int.Parse(answer.Text)];
File.Delete(picked); // GG5005
Console.WriteLine($"Deleted {picked}.");
