using GoalGuard.Analysis.Behaviour.Text;
using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>
/// Goes back from a setting to the values that it is given: through conversions, branches, locals, lists and helpers. What another member knows (a parameter, field or
/// property, the result of a method) becomes a setting of its own, asked for where it is set.
/// </summary>
internal sealed class OffValues(Engine engine, Action<IOperation, Off> found, Action<ISymbol, Off> setting, CancellationToken cancellation)
{
    /// <summary>Expressions that one value is looked for in.</summary>
    private const int MaxSteps = 300;

    private readonly YesValues _yes = new(engine, cancellation);
    private readonly Mounts _mounts = new(engine, cancellation);

    public void Trace(IOperation value, Off off)
    {
        var seen = new HashSet<IOperation>();
        var open = new Stack<(IOperation, Off)>();
        open.Push((value, off));
        while (open.Count > 0 && seen.Count < MaxSteps)
        {
            var (at, of) = open.Pop();
            if (!seen.Add(at))
            {
                continue;
            }

            if (of.IsMetBy(at) || (of.IsCallback && IsYes(at)) || (of.IsMount && _mounts.IsOpen(at, of)))
            {
                found(at, of);
                continue;
            }

            foreach (var next in Sources(at, of))
            {
                open.Push(next);
            }
        }
    }

    private bool IsYes(IOperation value) => value switch
    {
        IAnonymousFunctionOperation lambda => _yes.IsAlways(lambda),
        IMethodReferenceOperation reference => _yes.IsAlways(reference.Method),
        _ => false,
    };

    private IEnumerable<(IOperation, Off)> Sources(IOperation at, Off off)
    {
        switch (at)
        {
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                var arm = Settings.Decide(choice.Condition) ? off with { IsLowered = true } : off;
                return new[] { (choice.WhenTrue, arm), (otherwise, arm) };
            case ISwitchExpressionOperation choice:
                return choice.Arms.Select(arm => (arm.Value, off with { IsLowered = true }));
            case ILocalReferenceOperation local:
                return OfLocal(local).Select(source => (source, off));
            case IParameterReferenceOperation parameter:
                return OfParameter(parameter, off).Select(source => (source, off));
            case IInvocationOperation call:
                return OfCall(call, off).Select(source => (source, off));
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference:
                Ask(reference.Member, off);
                return Enumerable.Empty<(IOperation, Off)>();
            default:
                return Parts(at).Concat(off.IsMount ? Mounts.Source(at) : Enumerable.Empty<IOperation>()).Select(source => (source, off));
        }
    }

    private static IEnumerable<IOperation> Parts(IOperation at) => at switch
    {
        IConversionOperation conversion => new[] { conversion.Operand },
        IAwaitOperation awaited => new[] { awaited.Operation },
        IDelegateCreationOperation creation => new[] { creation.Target },
        ICoalesceOperation either => new[] { either.Value, either.WhenNull },
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        IObjectCreationOperation { Initializer: { } initializer } creation when Flow.Types.IsCollection(creation.Type) =>
            initializer.Initializers.OfType<IInvocationOperation>().SelectMany(add => add.Arguments).Select(argument => argument.Value),
        _ when Collections.IsCollectionExpression(at) || at.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.SpreadElementSyntax => at.ChildOperations,
        _ => Enumerable.Empty<IOperation>(),
    };

    /// <summary>What a local is given, and what is added to a list in it.</summary>
    private static IEnumerable<IOperation> OfLocal(ILocalReferenceOperation local)
    {
        var body = Definitions.Root(local);
        return Definitions.In(body, local.Local).Concat(
            from add in body.Descendants().OfType<IInvocationOperation>()
            where add.TargetMethod.Name is "Add" or "AddRange"
            where add.Instance is ILocalReferenceOperation list && SymbolEqualityComparer.Default.Equals(list.Local, local.Local)
            from argument in add.Arguments
            select argument.Value);
    }

    private IEnumerable<IOperation> OfParameter(IParameterReferenceOperation reference, Off off)
    {
        if (reference.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } local)
        {
            return from call in Definitions.Root(reference).Descendants().OfType<IInvocationOperation>()
                   where SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, local)
                   from argument in call.Arguments
                   where argument.Parameter?.Ordinal == reference.Parameter.Ordinal
                   select argument.Value;
        }

        Ask(reference.Parameter, off);
        return Enumerable.Empty<IOperation>();
    }

    /// <summary>What a helper returns; of a list that a library only reshapes, its elements.</summary>
    private IEnumerable<IOperation> OfCall(IInvocationOperation call, Off off)
    {
        if (call.TargetMethod.MethodKind == MethodKind.LocalFunction)
        {
            return FunctionBodies.Of(engine, call.TargetMethod, cancellation) is { } body ? FunctionBodies.Answers(body) : Enumerable.Empty<IOperation>();
        }

        if (!call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
        {
            Ask(call.TargetMethod, off);
            return Enumerable.Empty<IOperation>();
        }

        return Flow.Types.IsCollection(call.Type)
            ? call.Arguments.Select(argument => argument.Value).Append(call.Instance).OfType<IOperation>()
            : Enumerable.Empty<IOperation>();
    }

    private void Ask(ISymbol symbol, Off off)
    {
        if (!symbol.DeclaringSyntaxReferences.IsEmpty && engine.Bodies.Model(symbol.DeclaringSyntaxReferences[0].SyntaxTree) is not null)
        {
            setting(symbol.OriginalDefinition, off);
            if (symbol is IPropertySymbol property && Parameters.OfRecord(property.OriginalDefinition) is { } parameter)
            {
                setting(parameter, off);
            }
        }
    }
}
