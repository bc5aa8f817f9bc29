using GoalGuard.Analysis.Behaviour;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>
/// A primary constructor has no body to read, but what it does is known: each parameter becomes a property of the record, or state of the
/// class, and initializers may read it. So the members of what it makes are told apart.
/// </summary>
internal static class PrimaryConstructors
{
    /// <summary>The made object; null if the constructor is another one, or hands parameters on to a base class.</summary>
    public static Value? Apply(Frame frame, Call call)
    {
        if (call.Operation is not IObjectCreationOperation || Declaration(call.Method) is not { } declaration || HandsOn(declaration))
        {
            return null;
        }

        var made = new Value { Id = frame.Fresh(call.Operation) };
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter is not null))
        {
            Members.Write(frame, made, Property(argument.Parameter!)?.Name ?? argument.Parameter!.Name, frame[argument]);
        }

        if (Opening.IsGivenFacts(frame, call))
        {
            Initialise(frame, call, made);
        }

        return made;
    }

    /// <summary>The positional property that a parameter of a record fills.</summary>
    public static IPropertySymbol? Property(IParameterSymbol parameter) =>
        parameter.ContainingType is { IsRecord: true } record
            ? record.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(property => property.DeclaringSyntaxReferences.Any(reference =>
                parameter.DeclaringSyntaxReferences.Any(own => own.SyntaxTree == reference.SyntaxTree && own.Span == reference.Span)))
            : null;

    /// <summary>What stands at a position of a deconstructed value: of a tuple its item, of a record what that parameter filled.</summary>
    public static Value Part(Frame frame, IMethodSymbol? deconstruct, Value whole, int position)
    {
        if (deconstruct is null)
        {
            return Members.Of(frame, whole, "Item" + (position + 1));
        }

        var parameters = deconstruct.Parameters.Skip(deconstruct.IsStatic ? 1 : 0).ToList();
        return position < parameters.Count && Property(deconstruct, parameters[position]) is { } property
            ? Members.Of(frame, whole, property.Name)
            : new Value { Facts = frame.Deep(whole) };
    }

    /// <summary>What the compiler or a library wrote gives back the property of the same name.</summary>
    private static IPropertySymbol? Property(IMethodSymbol deconstruct, IParameterSymbol parameter) =>
        deconstruct.IsImplicitlyDeclared || deconstruct.DeclaringSyntaxReferences.IsEmpty
            ? deconstruct.ContainingType.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
            : null;

    private static TypeDeclarationSyntax? Declaration(IMethodSymbol constructor) =>
        constructor is { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: { IsEmpty: false } references }
            ? references[0].GetSyntax() as TypeDeclarationSyntax
            : null;

    private static bool HandsOn(TypeDeclarationSyntax declaration) =>
        declaration.BaseList?.Types.Any(type => type is PrimaryConstructorBaseTypeSyntax { ArgumentList.Arguments.Count: > 0 }) == true;

    /// <summary>Fields and properties that an initializer fills, out of the parameters.</summary>
    private static void Initialise(Frame frame, Call call, Value made)
    {
        foreach (var member in call.Method.ContainingType.OriginalDefinition.GetMembers().Where(member => !member.IsStatic && IsInitialised(member)))
        {
            if (frame.Method.Lookup(new Question(member, IsOpen: true)) is { } summary)
            {
                Summaries.Initialise(frame, call, summary, made);
            }
        }
    }

    private static bool IsInitialised(ISymbol member) => member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol && member.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null });
}
