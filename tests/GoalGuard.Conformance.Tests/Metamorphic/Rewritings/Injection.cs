using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>Puts methods behind an interface with one implementation, and gives the class an object of it through its constructors.</summary>
internal static class Injection
{
    private const string Parameter = "injected";
    private const string Field = "_injected";

    /// <summary>How members of the class name the object.</summary>
    public static string Reference(TypeDeclarationSyntax type) => type.ParameterList is null ? Field : Parameter;

    /// <summary>Changes the class; the text of the file with interface and implementation.</summary>
    public static string Declare(Edits edits, TypeDeclarationSyntax type, IReadOnlyList<MovedMethod> methods)
    {
        var name = type.Identifier.Text + "Part";
        Inject(edits, type, $"I{name}");
        return $"public interface I{name}\n{{\n{string.Concat(methods.Select(method => method.Signature + ";\n"))}}}\n"
            + $"public sealed class {name} : I{name}\n{{\n{string.Concat(methods.Select(method => "public " + method.Declaration))}}}\n";
    }

    private static void Inject(Edits edits, TypeDeclarationSyntax type, string contract)
    {
        if (type.ParameterList is { } primary)
        {
            Add(edits, primary, contract);
            return;
        }

        edits.Insert(type.OpenBraceToken.Span.End, $"\nprivate readonly {contract} {Field};\n");
        var constructors = type.Members.OfType<ConstructorDeclarationSyntax>().ToList();
        if (constructors.Count == 0)
        {
            edits.Insert(type.OpenBraceToken.Span.End, $"public {type.Identifier.Text}({contract} {Parameter}) => {Field} = {Parameter};\n");
        }

        foreach (var constructor in constructors)
        {
            Add(edits, constructor.ParameterList, contract);
            if (constructor.Body is { } body)
            {
                edits.Insert(body.OpenBraceToken.Span.End, $" {Field} = {Parameter};");
            }
            else if (constructor.ExpressionBody is { } arrow)
            {
                edits.Replace(arrow.ArrowToken, "{ " + $"{Field} = {Parameter};");
                edits.Insert(constructor.Span.End, " }");
            }
        }
    }

    private static void Add(Edits edits, ParameterListSyntax list, string contract) =>
        edits.Insert(list.CloseParenToken.SpanStart, $"{(list.Parameters.Count == 0 ? "" : ", ")}{contract} {Parameter}");
}
