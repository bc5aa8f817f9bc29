using GoalGuard.Analysis.Guards;
using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>
/// Is a request answered with yes though nothing decided so? A look at what kind of request it is, or whether there is one, decides nothing; a person who
/// is asked, a list that is looked into and any other condition does.
/// </summary>
internal sealed class Undecided(Engine engine, CancellationToken cancellation)
{
    /// <summary>How many callers may stand behind each other.</summary>
    private const int MaxCallers = 3;

    /// <summary>Members that may call a method: beyond this a name says nothing, and whoever calls decides.</summary>
    private const int MaxMembers = 1000;

    public bool Is(IOperation answer, ISymbol? member) => Is(answer, member, 0);

    private bool Is(IOperation answer, ISymbol? member, int depth)
    {
        if (Definitions.Root(answer).DescendantsAndSelf().Any(operation => People.AreAsked(engine, operation)) || IsBehindDecision(answer) || IsToOwnRequest(answer))
        {
            return false;
        }

        var around = FunctionBodies.Around(answer);
        if (around is { MethodKind: MethodKind.LocalFunction })
        {
            return CallsIn(Definitions.Root(answer), around).Any(call => !IsBehindDecision(call)) && IsOfNobody(member, depth);
        }

        return IsOfNobody(member, depth);
    }

    /// <summary>A request that the program made up itself is no model's.</summary>
    private static bool IsToOwnRequest(IOperation answer)
    {
        var call = answer.Parent;
        while (call is IConversionOperation or IArgumentOperation)
        {
            call = call.Parent;
        }

        return call switch
        {
            IInvocationOperation { Instance: { } request } => IsMade(request),
            IObjectCreationOperation creation => creation.Arguments.Any(argument => IsMade(argument.Value)),
            _ => false,
        };
    }

    private static bool IsMade(IOperation request) => request switch
    {
        IObjectCreationOperation => true,
        IConversionOperation conversion => IsMade(conversion.Operand),
        ILocalReferenceOperation local => Definitions.Of(local.Local, local)
            .Any(definition => definition is IObjectCreationOperation or IConversionOperation { Operand: IObjectCreationOperation }),
        _ => false,
    };

    private static IEnumerable<IOperation> CallsIn(IOperation body, IMethodSymbol local) => body.DescendantsAndSelf().Where(operation => operation switch
    {
        IInvocationOperation call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, local),
        IMethodReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Method.OriginalDefinition, local),
        _ => false,
    });

    /// <summary>A method that others call is theirs to decide; one that nobody in sight calls, and that is named after the yes, is called by a person's choice.</summary>
    private bool IsOfNobody(ISymbol? member, int depth)
    {
        if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || depth >= MaxCallers)
        {
            return true;
        }

        if (engine.Index.Mentioning(Words.Hash(method.Name)).Skip(MaxMembers).Any())
        {
            return false;
        }

        var callers = Callers.Of(engine, method, cancellation).Take(20).ToList();
        return callers.Count == 0
            ? method.IsOverride || !Approvals.GivesLeave(method.Name) || method.DeclaredAccessibility == Accessibility.Private
            : callers.Exists(caller => Is(caller.Call, caller.Member, depth + 1));
    }

    /// <summary>True if a condition around it, or one before it that leaves, is about more than the kind of request.</summary>
    private static bool IsBehindDecision(IOperation operation)
    {
        for (var at = operation; at.Parent is { } parent; at = parent)
        {
            var isDecided = parent switch
            {
                IConditionalOperation choice => choice.Condition != at && Decides(choice.Condition),
                ISwitchCaseOperation section => section.Clauses.Any(clause => clause is IPatternCaseClauseOperation { Guard: { } guard } && Decides(guard)),
                ISwitchExpressionArmOperation arm => arm.Guard is { } guard && guard != at && Decides(guard),
                IBlockOperation block => block.Operations.TakeWhile(statement => statement != at).OfType<IConditionalOperation>().Any(Leaves),
                IInvocationOperation chained => IsFiltered(chained),
                _ => false,
            };
            if (isDecided)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leaves(IConditionalOperation choice) =>
        Decides(choice.Condition) && choice.WhenTrue.DescendantsAndSelf().Any(operation => operation is IReturnOperation or IBranchOperation or IThrowOperation);

    /// <summary><c>requests.Where(…).Select(request => request.CreateResponse(true))</c>.</summary>
    private static bool IsFiltered(IInvocationOperation chained) =>
        chained.Arguments.Select(argument => argument.Value).Append(chained.Instance).OfType<IOperation>().SelectMany(value => value.DescendantsAndSelf())
            .OfType<IInvocationOperation>().Where(call => call.TargetMethod.Name is "Where" or "TakeWhile" or "First" or "FirstOrDefault" or "Single")
            .SelectMany(call => call.Arguments).SelectMany(argument => argument.Descendants()).OfType<IAnonymousFunctionOperation>()
            .Any(filter => FunctionBodies.Answers(filter.Body).Any(Decides));

    /// <summary>False for a test of type or presence, and for a look-up of the request itself.</summary>
    private static bool Decides(IOperation condition) => condition switch
    {
        IConversionOperation conversion => Decides(conversion.Operand),
        IParenthesizedOperation inner => Decides(inner.Operand),
        IUnaryOperation not => Decides(not.Operand),
        IIsTypeOperation => false,
        IIsPatternOperation
        {
            Pattern: ITypePatternOperation or IDeclarationPatternOperation or IRecursivePatternOperation or INegatedPatternOperation or IConstantPatternOperation,
        } => false,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both =>
            Decides(both.LeftOperand) || Decides(both.RightOperand),
        IBinaryOperation { OperatorKind: not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) } measured =>
            !IsCount(measured.LeftOperand) && !IsCount(measured.RightOperand),
        IBinaryOperation compared => !IsNull(compared.LeftOperand) && !IsNull(compared.RightOperand) && !IsCount(compared.LeftOperand) && !IsCount(compared.RightOperand),
        IInvocationOperation call => !call.TargetMethod.Name.StartsWith("TryGet", StringComparison.Ordinal)
            && call.TargetMethod.Name is not ("Any" or "MoveNext" or "MoveNextAsync" or "Is"),
        _ => true,
    };

    private static bool IsNull(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: null } || operation is IConversionOperation { Operand: { } operand } && IsNull(operand);

    private static bool IsCount(IOperation operation) => operation is IPropertyReferenceOperation { Property.Name: "Count" or "Length" };
}
