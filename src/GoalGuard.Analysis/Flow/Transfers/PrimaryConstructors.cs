using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Knowledge;
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
        if (call.Operation is not IObjectCreationOperation || Chain(frame, call) is not { } filled)
        {
            return null;
        }

        var made = new Value { Id = frame.Fresh(call.Operation) };
        foreach (var (parameter, value) in filled)
        {
            Members.Write(frame, made, Property(parameter)?.Name ?? parameter.Name, value);
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
        var known = position < parameters.Count ? frame.Engine.Knowledge.FlowsOf(deconstruct) : ImmutableArray<FlowEntry>.Empty;
        if (known.FirstOrDefault(flow => flow.To.Argument == parameters[position].Name) is { From.Steps: { Length: 1 } steps })
        {
            return Members.Of(frame, whole, steps[0].Name ?? Members.Element);
        }

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

    private static PrimaryConstructorBaseTypeSyntax? HandsOn(TypeDeclarationSyntax declaration) =>
        declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(type => type.ArgumentList.Arguments.Count > 0);

    /// <summary>The parameters of the constructor, and of those of base types that it hands them on to, with their values; null if one of these is no primary one.</summary>
    private static List<(IParameterSymbol Parameter, Value Value)>? Chain(Frame frame, Call call)
    {
        var values = Parameters(call.Arguments, argument => frame[argument]);
        var filled = new List<(IParameterSymbol, Value)>();
        for (var constructor = call.Method; ;)
        {
            if (Declaration(constructor) is not { } declaration)
            {
                return null;
            }

            filled.AddRange(values);
            if (HandsOn(declaration) is not { } handsOn)
            {
                return filled;
            }

            if (frame.Engine.Bodies.Model(handsOn.SyntaxTree)?.GetOperation(handsOn, frame.Method.Cancellation) is not IInvocationOperation inner)
            {
                return null;
            }

            var given = values;
            values = Parameters(inner.Arguments, argument => Given(frame, argument.Value, given));
            constructor = inner.TargetMethod;
        }
    }

    private static List<(IParameterSymbol Parameter, Value Value)> Parameters(ImmutableArray<IArgumentOperation> arguments, Func<IArgumentOperation, Value> value) =>
        arguments.Where(argument => argument.Parameter is not null).Select(argument => (argument.Parameter!, value(argument))).ToList();

    /// <summary>What is handed on: a parameter as it is, anything else as what its parameters make of it.</summary>
    private static Value Given(Frame frame, IOperation handed, List<(IParameterSymbol Parameter, Value Value)> given)
    {
        var used = handed.DescendantsAndSelf().OfType<IParameterReferenceOperation>()
            .SelectMany(reference => given.Where(one => SymbolEqualityComparer.Default.Equals(one.Parameter.OriginalDefinition, reference.Parameter.OriginalDefinition)))
            .ToList();
        return used.Count == 1 && handed is IParameterReferenceOperation or IConversionOperation { Operand: IParameterReferenceOperation }
            ? used[0].Value
            : new Value { Facts = frame.Join(used.Select(one => one.Value).ToArray()) };
    }

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
