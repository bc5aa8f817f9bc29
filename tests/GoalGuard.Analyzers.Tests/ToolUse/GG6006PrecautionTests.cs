using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Allow-lists of names and types, and what only resembles them.</summary>
public class GG6006PrecautionTests
{
    private static string Tool(string body, string members = "") => $$"""
        using System.Reflection;
        using Microsoft.SemanticKernel;
        public sealed class CommandPlugin
        {
            private static readonly HashSet<string> Names = new() { "Start", "Stop" };
            private static readonly HashSet<Type> Types = new() { typeof(Start), typeof(Stop) };
            private static readonly Dictionary<string, Type> Commands = new() { ["start"] = typeof(Start), ["stop"] = typeof(Stop) };
            private static readonly Dictionary<string, Action> Actions = new() { ["start"] = () => { }, ["stop"] = () => { } };
            {{members}}

            [KernelFunction]
            public object? Run(string name)
            {
                {{body}}
            }
        }

        public interface ICommand { }
        public sealed class Start : ICommand { }
        public sealed class Stop : ICommand { }
        """;

    [Theory]
    [InlineData("if (!Names.Contains(name)) return null; return typeof(CommandPlugin).GetMethod(name)!.Invoke(this, null);", "")]
    [InlineData("var type = Type.GetType(name); if (type is null || !Types.Contains(type)) return null; return Activator.CreateInstance(type);", "")]
    [InlineData("return Commands.TryGetValue(name, out var type) ? Activator.CreateInstance(type) : null;", "")]
    [InlineData("return Activator.CreateInstance(Commands[name]);", "")]
    [InlineData("var type = name switch { \"start\" => typeof(Start), \"stop\" => typeof(Stop), _ => throw new ArgumentException(name) }; return Activator.CreateInstance(type);", "")]
    [InlineData("return Actions[name].DynamicInvoke();", "")]
    [InlineData("if (name is not (\"Start\" or \"Stop\")) return null; return Activator.CreateInstance(Type.GetType(\"Acme.\" + name)!);", "")]
    [InlineData("if (!Enum.TryParse<Verb>(name, out var verb)) return null; return typeof(CommandPlugin).GetMethod(verb.ToString())!.Invoke(this, null);", "public enum Verb { Start, Stop }")]
    [InlineData("return typeof(CommandPlugin).GetMethod(Known(name))!.Invoke(this, null);", "private static string Known(string name) => Names.Contains(name) ? name : throw new ArgumentException(name);")]
    [InlineData("if (!Names.Contains(name)) return null; return GetType().GetMethods().First(m => m.Name == name).Invoke(this, null);", "")]
    [InlineData("return Activator.CreateInstance(Types.First(t => t.Name == name));", "")]
    [InlineData("Console.Write(name); if (Console.ReadLine() != \"y\") return null; return typeof(CommandPlugin).GetMethod(name)!.Invoke(this, null);", "")]
    public Task Known_names_types_and_approval(string body, string members) => Verify.SilentAsync(Tool(body, members));

    [Theory]
    [InlineData("var type = Type.GetType(name)!; if (!typeof(ICommand).IsAssignableFrom(type)) return null; return Activator.CreateInstance({|GG6006:type|});")]
    [InlineData("var type = Type.GetType(name)!; if (!type.IsAssignableTo(typeof(ICommand))) throw new ArgumentException(name); return Activator.CreateInstance({|GG6006:type|});")]
    [InlineData("var type = typeof(ICommand).Assembly.GetTypes().Where(t => typeof(ICommand).IsAssignableFrom(t)).First(t => t.Name == name); return Activator.CreateInstance({|GG6006:type|});")]
    [InlineData("var type = Type.GetType(name); if (type is null || !type.IsSubclassOf(typeof(CommandPlugin))) return null; return Activator.CreateInstance({|GG6006:type|});")]
    public async Task A_subclass_test_lowers(string body)
    {
        var report = (await Verify.ReportsAsync(Tool(body))).Single();
        Assert.Equal(DiagnosticSeverity.Info, report.Severity);
        Assert.Contains("base type", report.GetMessage());
    }

    [Theory]
    [InlineData("return (ICommand?)Activator.CreateInstance({|GG6006:Type.GetType(name)|}!);")]
    [InlineData("if (name.Contains(\"Process\")) return null; return Activator.CreateInstance({|GG6006:Type.GetType(name)|}!);")]
    [InlineData("if (!name.StartsWith(\"Acme.\")) return null; return Activator.CreateInstance({|GG6006:Type.GetType(name)|}!);")]
    [InlineData("var type = Type.GetType(name)!; var made = Activator.CreateInstance({|GG6006:type|}); return typeof(ICommand).IsInstanceOfType(made) ? made : null;")]
    public async Task Casts_prefixes_and_refused_words_are_no_precaution(string body)
    {
        var report = (await Verify.ReportsAsync(Tool(body))).Single();
        Assert.Equal(DiagnosticSeverity.Warning, report.Severity);
    }
}
