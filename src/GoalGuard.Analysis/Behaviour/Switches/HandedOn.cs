using System.Text.RegularExpressions;
using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>
/// Whether a text is handed on where it stands: to a list, a command line, a request. Texts that are compared, printed, or that declare an option of the program's own
/// are not.
/// </summary>
internal static class HandedOn
{
    /// <summary>Members of libraries that hand a text on.</summary>
    private static readonly ImmutableHashSet<string> Handing = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Add", "AddRange", "Append", "AppendFormat", "Insert", "Concat", "Join", "Format", "Start", "SetValue", "FromString",
        "FromBytes", "GetBytes", "Parse", "Trim", "Replace", "Create",
        "Push", "Enqueue", "WithArguments", "Wrap", "Run", "RunAsync", "PostAsync", "SendAsync");

    private static readonly ImmutableHashSet<string> Holders = ImmutableHashSet.Create(
        StringComparer.Ordinal, "ProcessStartInfo", "StringContent", "StringBuilder", "KeyValuePair", "List", "JsonObject", "Dictionary");

    public static bool Is(IOperation literal, string text)
    {
        var isWhole = true;
        for (var at = literal; at.Parent is { } parent; at = parent)
        {
            switch (parent)
            {
                case IInterpolatedStringOperation or IInterpolatedStringTextOperation or IInterpolationOperation
                    or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }:
                    isWhole = false;
                    continue;
                case IConversionOperation or IArgumentOperation or IConditionalOperation or ICoalesceOperation or IParenthesizedOperation
                    or IObjectOrCollectionInitializerOperation:
                    continue;
                case IArrayInitializerOperation or IArrayCreationOperation:
                case not null when Collections.IsCollectionExpression(parent):
                    return !IsLookedInto(parent!);
                case IInvocationOperation call:
                    return !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || Handing.Contains(call.TargetMethod.Name);
                case IObjectCreationOperation creation:
                    return creation.Constructor is { DeclaringSyntaxReferences.IsEmpty: false } || Holders.Contains(creation.Type?.Name ?? "");
                case ISimpleAssignmentOperation or ICompoundAssignmentOperation or IVariableInitializerOperation or IFieldInitializerOperation
                    or IPropertyInitializerOperation or IReturnOperation:
                    return !isWhole || BeginsCommand(text) || text.IndexOf(' ') < 0;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>An option, or a program with options; not a sentence about them.</summary>
    private static bool BeginsCommand(string text) =>
        text.TrimStart() is { Length: > 0 } line && (line[0] == '-' || line.Split(' ').Take(4).Any(word => word.StartsWith("-", StringComparison.Ordinal)));

    /// <summary>True for a list that something is looked up in: what it names is known, not used.</summary>
    private static bool IsLookedInto(IOperation list)
    {
        for (var at = list.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IInvocationOperation call when call.Instance is not null && call.TargetMethod.Name is "Contains" or "Any" or "IndexOf" or "Exists":
                case IObjectCreationOperation { Type.Name: "HashSet" or "Option" or "Argument" }:
                    return true;
                case IInvocationOperation
                {
                    TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, Name: "Contains" or "ToFrozenSet" or "ToHashSet" or "ToImmutableHashSet" },
                }:
                    return true;
                case IVariableDeclaratorOperation declarator:
                    return IsAsked(Definitions.Root(list).Syntax, declarator.Symbol.Name);
                case IFieldInitializerOperation { InitializedFields: { IsEmpty: false } fields }:
                    return fields[0].ContainingType.DeclaringSyntaxReferences.Any(type => IsAsked(type.GetSyntax(), fields[0].Name));
            }
        }

        return false;
    }

    private static bool IsAsked(SyntaxNode around, string name) => Regex.IsMatch(around.ToString(), $"\\b{Regex.Escape(name)}\\.(Contains|Any|IndexOf|Exists)\\(");
}
