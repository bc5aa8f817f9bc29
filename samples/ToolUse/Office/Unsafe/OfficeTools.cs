using System.ComponentModel;
using System.Net.Mail;
using Microsoft.Extensions.AI;

namespace OfficeAgent;

/// <summary>What the model may do. Each parameter is text that the model wrote.</summary>
internal sealed class OfficeTools(SmtpClient post)
{
    private readonly Dictionary<string, AIFunction> _desks = new()
    {
        ["opening-hours"] = AIFunctionFactory.Create((string question) => question == "Sunday" ? "closed" : "9 to 5", "opening-hours"),
        ["keys"] = AIFunctionFactory.Create((string question) => "under the mat", "keys"),
    };

    [Description("Asks another desk.")]
    public async Task<string> Ask([Description("Which desk")] string desk, [Description("The question")] string question)
    {
        // Nobody meant the desk with the keys to be asked from here.
        return _desks.TryGetValue(desk, out var tool)
            ? $"{await tool.InvokeAsync(new AIFunctionArguments { ["question"] = question })}" // GG6011
            : "There is no such desk.";
    }

    [Description("Sets the language of the letters.")]
    public string Set([Description("The setting")] string name, [Description("Its value")] string value)
    {
        // Any variable: the next program that starts may look for its tools elsewhere.
        Environment.SetEnvironmentVariable(name, value); // GG6010
        return $"{name} is {value}.";
    }

    [Description("Sends a letter.")]
    public string Send([Description("To whom")] string to, [Description("What it says")] string text)
    {
        // It is out before anybody has read it.
        post.Send("office@shop.example", to, "From the office", text); // GG6008
        return "Sent.";
    }
}
