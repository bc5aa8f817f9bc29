using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GoalGuard.Conformance.Tests.Descriptors;

/// <summary>What is loaded into the compiler: its references, its analyzers, its static state.</summary>
public class AssemblyTests
{
    /// <summary>Roslyn and what it brings itself.</summary>
    private static readonly HashSet<string> AllowedReferences = new(StringComparer.Ordinal)
    {
        "netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory", "System.Reflection.Metadata", "GoalGuard.Analysis",
    };

    /// <summary>Static state that may change, and why that changes no report.</summary>
    private static readonly Dictionary<string, string> MutableStatics = new(StringComparer.Ordinal)
    {
        ["GoalGuardAnalyzer.<ThrowsUnexpected>k__BackingField"] = "set by tests only, so that an unexpected exception fails them",
        ["KnowledgeCache.Recent"] = "immutable knowledge by set of files, behind a lock; the same files give the same knowledge",
        ["AnnotatedSource.Known"] = "what a tree is marked with, by names; a tree cannot change",
        ["AnnotationFiles.OfAssemblies"] = "what an assembly's annotations say, which cannot change",
        ["Gates.Known"] = "immutable words by knowledge",
        ["SketchBook.Pages"] = "sketches of members by tree, which hold while declarations elsewhere stay the same; EditTests asks fresh programs for the same",
        ["SymbolNames.TypeNames"] = "the name of a type, which cannot change",
        ["Words.s_buffer"] = "a buffer of each thread, filled anew at each use",
    };

    private static readonly string[] Loaded = { "GoalGuard.Analysis", "GoalGuard.Analyzers" };

    public static TheoryData<string> Names() => new(Loaded);

    [Theory]
    [MemberData(nameof(Names))]
    public void References_are_the_compiler_and_nothing_else(string name)
    {
        var references = Assembly.Load(name).GetReferencedAssemblies();
        Assert.Empty(references.Select(reference => reference.Name!).Except(AllowedReferences));
        Assert.All(references.Where(reference => reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)), reference => Assert.Equal(new Version(4, 8, 0, 0), reference.Version));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Target_is_netstandard20(string name) =>
        Assert.Equal(".NETStandard,Version=v2.0", Assembly.Load(name).GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);

    [Theory]
    [MemberData(nameof(Names))]
    public void Static_state_does_not_change(string name)
    {
        var changing =
            from type in Assembly.Load(name).GetTypes()
            where !type.IsDefined(typeof(CompilerGeneratedAttribute))
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where !field.IsLiteral && (!field.IsInitOnly || IsMutable(field.FieldType)) && !MutableStatics.ContainsKey($"{type.Name}.{field.Name}")
            select $"{type.FullName}.{field.Name}: {field.FieldType.Name}";
        Assert.Empty(changing);
    }

    /// <summary>The list above names nothing that is gone.</summary>
    [Fact]
    public void Allowed_static_state_exists()
    {
        var fields = Loaded.SelectMany(name => Assembly.Load(name).GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Select(field => $"{type.Name}.{field.Name}")).ToHashSet();
        Assert.All(MutableStatics, entry => Assert.Contains(entry.Key, fields));
        Assert.All(MutableStatics, entry => Assert.NotEmpty(entry.Value));
    }

    [Fact]
    public void Analyzers_are_sealed_and_run_concurrently()
    {
        var analyzers = Loaded.SelectMany(name => Assembly.Load(name).GetTypes()).Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer))).ToList();
        Assert.NotEmpty(analyzers);
        Assert.All(analyzers, type =>
        {
            Assert.True(type.IsSealed);
            Assert.True(type.IsDefined(typeof(DiagnosticAnalyzerAttribute)));
            var context = new RecordingContext();
            ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).Initialize(context);
            Assert.True(context.IsConcurrent);
            Assert.NotNull(context.GeneratedCode);
        });
    }

    /// <summary>Collections that can be added to, and arrays of objects; a readonly array of plain data is a table.</summary>
    private static bool IsMutable(Type type) =>
        (type.IsArray && !type.GetElementType()!.IsPrimitive && type.GetElementType() != typeof(string))
        || (type.Namespace is "System.Collections.Generic" or "System.Collections.Concurrent" && !type.IsInterface && !type.Name.EndsWith("Comparer`1", StringComparison.Ordinal))
        || type.Name.StartsWith("ConditionalWeakTable", StringComparison.Ordinal);
}
