using GoalGuard.Analysis.Flow.Loops;
using GoalGuard.Analysis.Guards;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>Who asks a person, and by which names of the program's own.</summary>
internal static class People
{
    private const string Person = "person";

    /// <summary>What reads files and waits for locks, whatever its names say.</summary>
    private static readonly ImmutableHashSet<string> Silent = ImmutableHashSet.Create(StringComparer.Ordinal, "System.IO", "System.Text.Json", "System.Threading");

    /// <summary>True for a call that brings in what a person says, as knowledge or its name tells.</summary>
    public static bool AreAsked(Engine engine, IOperation operation) =>
        operation is IInvocationOperation call
        && (engine.Knowledge.RolesOf(call.TargetMethod)
                .Any(entry => entry is { Role: Role.Approval, Note: { } note } && note.StartsWith(Person, StringComparison.Ordinal))
            || IsNamed(call.TargetMethod));

    private static bool IsNamed(IMethodSymbol method) =>
        NameWords.Of(method.Name).Any(word => word is "Prompt" or "Ask" or "Read" or "Wait")
        && (!Silent.Contains(method.ContainingNamespace?.ToDisplayString() ?? "") || Symbols.IsType(method.ContainingType, "System.IO.TextReader"));

    /// <summary>The name that an invoked delegate or method goes by.</summary>
    public static string NameOf(IInvocationOperation call) =>
        call.TargetMethod.MethodKind != MethodKind.DelegateInvoke ? call.TargetMethod.Name : Approvals.HolderOf(call.Instance);

    /// <summary>True if what is called gives leave: by its name, and by what it answers.</summary>
    public static bool GiveLeave(IInvocationOperation call) => Approvals.GivesLeave(NameOf(call)) && MayRefuse(call.TargetMethod.ReturnType);

    private static bool MayRefuse(ITypeSymbol type) =>
        Flow.Types.IsBoolean(type) || Flow.Types.Unwrap(type) is { TypeKind: TypeKind.Enum }
            or INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false };
}
