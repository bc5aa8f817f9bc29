using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>What a parameter is given: by all callers, where no others can be out of sight, or by an only one.</summary>
internal static class Parameters
{
    /// <summary>Members that mention the method's name: beyond this the name says nothing.</summary>
    private const int MaxMentions = 40;

    /// <summary>Null where only callers out of sight know.</summary>
    public static AssembledText? Of(TextSlice slice, IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method
            || !Variables.MayHoldText(parameter.Type)
            || slice.Engine.Index.Mentioning(Word(method)).Take(MaxMentions + 1).Count() > MaxMentions)
        {
            return null;
        }

        var texts = new List<AssembledText>();
        foreach (var (arguments, caller) in Calls(slice, method).Take(Alternatives.Max + 1))
        {
            if (arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is { } argument)
            {
                texts.Add((argument.ArgumentKind == ArgumentKind.DefaultValue ? Default(slice, parameter) : slice.In(argument.Value, caller)) ?? Unknown(parameter));
            }
        }

        var mayHaveOthers = texts.Count == 0 || (texts.Count > 1 && method.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Internal));
        if (texts.Count == 0 && Default(slice, parameter) is { IsEmpty: false } otherwise)
        {
            texts.Add(otherwise);
        }

        return texts.Count == 0 ? null : Alternatives.Of(mayHaveOthers ? texts.Append(Unknown(parameter)) : texts);
    }

    /// <summary>What an optional parameter is, if no argument says otherwise.</summary>
    public static AssembledText? Default(TextSlice slice, IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue
        && parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(slice.Cancellation) is ParameterSyntax { Default.Value: { } value }
        && slice.Engine.Bodies.Model(value.SyntaxTree)?.GetOperation(value, slice.Cancellation) is { } operation
            ? slice.In(operation, parameter.ContainingSymbol)
            : null;

    /// <summary>The parameter that a property of a positional record is declared by.</summary>
    public static IParameterSymbol? OfRecord(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
            ? property.ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
                .FirstOrDefault(parameter => parameter.DeclaringSyntaxReferences.Any(each => each.SyntaxTree == declaration.SyntaxTree && each.Span == declaration.Span))
            : null;

    private static AssembledText Unknown(IParameterSymbol parameter) =>
        AssembledText.Of(new Hole(SourceSpan.Of(parameter.DeclaringSyntaxReferences[0].GetSyntax()), parameter.Name, parameter.Type, FactSet.Empty));

    private static uint Word(IMethodSymbol method) => Words.Hash(method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name);

    private static IEnumerable<(ImmutableArray<IArgumentOperation> Arguments, ISymbol Caller)> Calls(TextSlice slice, IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor
            ? Creations(slice, method)
            : Callers.Of(slice.Engine, method, slice.Cancellation).Select(call => (call.Call.Arguments, call.Member));

    private static IEnumerable<(ImmutableArray<IArgumentOperation> Arguments, ISymbol Caller)> Creations(TextSlice slice, IMethodSymbol constructor)
    {
        // Constructors hand on to others without naming the type: this(…), base(…).
        var index = slice.Engine.Index;
        var chaining = index.TypesBelow(Word(constructor)).OrderBy(type => type).SelectMany(type => index.Declared(type, type));
        var members = index.Mentioning(Word(constructor)).Concat(chaining).Distinct();
        foreach (var symbol in members.SelectMany(member => slice.Engine.Members.Symbols(member, slice.Cancellation)))
        {
            foreach (var operation in slice.Engine.Bodies.Operations(symbol, slice.Cancellation).SelectMany(body => body.Descendants()))
            {
                if (operation is IObjectCreationOperation creation && SymbolEqualityComparer.Default.Equals(creation.Constructor?.OriginalDefinition, constructor))
                {
                    yield return (creation.Arguments, symbol);
                }
                else if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.Constructor } chained
                    && SymbolEqualityComparer.Default.Equals(chained.TargetMethod.OriginalDefinition, constructor))
                {
                    yield return (chained.Arguments, symbol);
                }
            }
        }
    }
}
