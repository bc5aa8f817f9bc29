using System.ComponentModel;
using System.Net.Mail;
using Microsoft.Extensions.AI;

namespace OfficeAgent;

/// <summary>What the model may do. Each parameter is text that the model wrote.</summary>
internal sealed class OfficeTools(SmtpClient post)
{
    private static readonly HashSet<string> Settings = new(StringComparer.Ordinal) { "OFFICE_LANGUAGE" };
    private static readonly HashSet<string> Languages = new(StringComparer.Ordinal) { "de", "en" };

    private readonly AIFunction _openingHours = AIFunctionFactory.Create(() => "9 to 5, closed on Sunday", "opening-hours");

    [Description("Asks another desk: opening-hours.")]
    public async Task<string> Ask([Description("Which desk")] string desk) => desk switch
    {
        "opening-hours" => $"{await _openingHours.InvokeAsync()}",
        _ => "There is no such desk.",
    };

    [Description("Sets the language of the letters.")]
    public string Set([Description("The setting")] string name, [Description("Its value")] string value)
    {
        if (!Settings.Contains(name) || !Languages.Contains(value))
        {
            return "There is no such setting.";
        }

        Environment.SetEnvironmentVariable(name, value);
        return $"{name} is {value}.";
    }

    [Description("Sends a letter.")]
    public string Send([Description("To whom")] string to, [Description("What it says")] string text)
    {
        Console.Write($"Send \"{text}\" to {to}? (y/n) ");
        if (Console.ReadLine() != "y")
        {
            return "Nobody agreed.";
        }

        post.Send("office@shop.example", to, "From the office", text);
        return "Sent.";
    }
}
