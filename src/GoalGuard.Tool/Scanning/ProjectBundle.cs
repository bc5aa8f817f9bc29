using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GoalGuard.Tool.Scanning;

/// <summary>Projects without a solution, built by one call, so that a project which others use is built once.</summary>
internal static partial class ProjectBundle
{
    public static string Create(IEnumerable<string> projects, ScanFolder scan)
    {
        var file = Path.Combine(scan.Path, "scan.proj");
        new XDocument(
            new XElement(
                "Project",
                new XAttribute("DefaultTargets", "Build"),
                new XElement("ItemGroup", projects.Select(project => new XElement("Scanned", new XAttribute("Include", Escape(project))))),
                Target("Restore"),
                Target("Build"))).Save(file);
        return file;
    }

    private static XElement Target(string name) => new(
        "Target",
        new XAttribute("Name", name),
        new XElement(
            "MSBuild",
            new XAttribute("Projects", "@(Scanned)"),
            new XAttribute("Targets", name),
            // Projects restore what they reference as well, and two must not write one project's assets at once.
            new XAttribute("BuildInParallel", name == "Build"),
            new XAttribute("ContinueOnError", "ErrorAndContinue")));

    private static string Escape(string path) => Special().Replace(path, match => $"%{(int)match.Value[0]:X2}");

    [GeneratedRegex("[%;$@*?']")]
    private static partial Regex Special();
}
