using System.ComponentModel;

namespace OversightAgent;

/// <summary>Notes of an office, in memory.</summary>
internal static class Notes
{
    private static readonly Dictionary<string, string> All = new() { ["opening-hours"] = "Closed on Sunday.", ["holidays"] = "The first week of May." };

    [Description("Removes a note.")]
    public static string Remove(string name) => All.Remove(name) ? $"removed {name}" : "no such note";
}
