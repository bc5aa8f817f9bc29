using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>How expressions change from round to round.</summary>
internal sealed class Trends(LoopContext context)
{
    private readonly Dictionary<ISymbol, Trend> _known = new(SymbolEqualityComparer.Default);

    public Trend Of(IOperation operation, int depth = 0)
    {
        operation = Symbols.Plain(operation);
        if (operation.ConstantValue.HasValue)
        {
            return Trend.Still;
        }

        if (depth > LoopContext.MaxDepth)
        {
            return Trend.Unknown;
        }

        return operation switch
        {
            IFlowCaptureReferenceOperation capture => OfCapture(capture.Id, depth),
            IIncrementOrDecrementOperation step => Of(step.Target, depth + 1),
            IAssignmentOperation assignment => Of(assignment.Target, depth + 1),
            IBinaryOperation binary => OfBinary(binary, depth),
            IInvocationOperation call => OfCall(call, depth),
            _ when Clocks.IsRead(operation) => OfClock(operation),
            _ when CollectionMembers.Counted(operation) is { } collection => OfCount(collection),
            IPropertyReferenceOperation { Instance: { } instance } property when Clocks.IsMeasure(property.Property) => Of(instance, depth + 1),
            IPropertyReferenceOperation property when context.Knowledge.RolesOf(property.Property).Any(entry => entry is { Role: Role.IterationLimit, Note: "index" }) =>
                new Trend(Motion.Up, BoundKind.Framework, property.Property),
            ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation => OfVariable(operation, depth),
            IInstanceReferenceOperation or IDefaultValueOperation or ITypeOfOperation => Trend.Still,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => Of(minus.Operand, depth + 1).Reversed(),
            IObjectCreationOperation or IArrayElementReferenceOperation => AllStill(operation.ChildOperations, depth),
            IArgumentOperation argument => Of(argument.Value, depth + 1),
            _ => Trend.Unknown,
        };
    }

    private Trend AllStill(IEnumerable<IOperation> parts, int depth) =>
        parts.All(part => Of(part, depth + 1).Motion == Motion.Still) ? Trend.Still : Trend.Unknown;

    private Trend OfCapture(CaptureId id, int depth)
    {
        var writes = context.AllWrites(id);
        return writes.Count == 1 && writes[0].Value is { } value ? Of(value, depth + 1)
            : writes.All(write => write.Value is { } each && Of(each, depth + 1).Motion == Motion.Still) ? Trend.Still
            : Trend.Unknown;
    }

    private Trend OfBinary(IBinaryOperation binary, int depth)
    {
        var left = Of(binary.LeftOperand, depth + 1);
        var right = Of(binary.RightOperand, depth + 1);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => left.Plus(right),
            BinaryOperatorKind.Subtract => left.Plus(right.Reversed()),
            _ when left.Motion == Motion.Still && right.Motion == Motion.Still => Trend.Still,
            _ => Trend.Unknown,
        };
    }

    private Trend OfCall(IInvocationOperation call, int depth)
    {
        if (Clocks.IsRead(call))
        {
            var parts = call.Arguments.Select(argument => Of(argument, depth + 1)).ToList();
            return parts.All(part => part.Motion == Motion.Still)
                ? new Trend(Motion.Up, BoundKind.Deadline)
                : new Trend(Motion.Unknown, BoundKind.Deadline, null, NearMissReason.Reset);
        }

        if (CollectionMembers.Counted(call) is { } collection)
        {
            return OfCount(collection);
        }

        var method = call.TargetMethod;
        return method switch
        {
            { ContainingType.Name: "Interlocked" or "Volatile", Name: not "Exchange" } => Of(call.Arguments[0], depth + 1),
            _ when Clocks.IsSum(method) && call.Instance is { } start => call.Arguments.Aggregate(Of(start, depth + 1), (sum, part) => sum.Plus(Of(part, depth + 1))),
            { ContainingType: { Name: "Math" or "TimeSpan" or "Convert" } } => AllStill(call.Arguments, depth),
            _ => Trend.Unknown,
        };
    }

    private Trend OfClock(IOperation clock)
    {
        var watch = Symbols.Of((clock as IPropertyReferenceOperation)?.Instance);
        var isReset = watch is not null && (!context.Writes(watch).IsEmpty || context.Operations().Any(each => each.Operation is IInvocationOperation
        {
            TargetMethod.Name: "Restart" or "Reset", Instance: { } instance,
        } && SymbolEqualityComparer.Default.Equals(Symbols.Of(instance), watch)));
        return isReset
            ? new Trend(Motion.Unknown, BoundKind.Deadline, watch, NearMissReason.Reset)
            : new Trend(Motion.Up, BoundKind.Deadline, watch);
    }

    private Trend OfCount(IOperation collection)
    {
        if (CollectionMembers.Holder(collection) is not { } holder)
        {
            return Of(collection, LoopContext.MaxDepth);
        }

        var writes = context.Writes(new ElementCount(holder));
        var trend = OfWrites(holder, BoundKind.Collection, new ElementCount(holder), writes);

        // Taken out on each way round and put in on some: work that makes more work.
        return trend.Motion == Motion.Unknown && writes.Any(write => write.Motion == Motion.Up) && writes.Any(write => write.Motion == Motion.Down)
            ? trend with { Spoiled = NearMissReason.CollectionExtended }
            : trend;
    }

    private Trend OfVariable(IOperation reference, int depth)
    {
        var symbol = Symbols.Of(reference)!;
        if (!_known.TryGetValue(symbol, out var own))
        {
            // What is worked out from itself has no trend; asked again meanwhile, it answers so.
            _known[symbol] = Trend.Unknown;
            _known[symbol] = own = OfSymbol(symbol, depth);
        }

        return own.Motion == Motion.Still && reference is IMemberReferenceOperation { Instance: { } instance } ? Of(instance, depth + 1) : own;
    }

    private Trend OfSymbol(ISymbol symbol, int depth)
    {
        var writes = context.Writes(symbol);
        if (writes is [{ Motion: Motion.Unknown, Value: { } value }] && !context.Definitions.IsChangedElsewhere(symbol))
        {
            // Worked out anew each round: it moves as that does. What does not move at all was set back.
            var trend = Of(value, depth + 1);
            return trend.Motion == Motion.Still && context.AllWrites(symbol).Count > 1 ? Spoiled(symbol, NearMissReason.Reset)
                : trend.Kind == BoundKind.Deadline && IsStamp(value) ? Spoiled(symbol, NearMissReason.Reset, BoundKind.Deadline)
                : trend;
        }

        return OfWrites(symbol, BoundKind.Counter, symbol, writes);
    }

    /// <summary>True for a bare reading of the time, which is where a measurement starts; a difference of two is a measurement.</summary>
    private static bool IsStamp(IOperation value) =>
        Symbols.Plain(value) is IPropertyReferenceOperation { Property.Name: "Now" or "UtcNow" };

    private Trend OfWrites(ISymbol symbol, BoundKind kind, object key, ImmutableArray<Write> writes)
    {
        if (context.Definitions.IsChangedElsewhere(key))
        {
            return Trend.Unknown with { Variable = symbol };
        }

        if (writes.IsEmpty)
        {
            return Trend.Still;
        }

        var motion = writes[0].Motion;
        if (motion == Motion.Unknown || writes.Any(write => write.Motion != motion))
        {
            return writes.Any(write => write.Motion != Motion.Unknown) ? Spoiled(symbol, NearMissReason.Reset, kind) : Trend.Unknown with { Variable = symbol };
        }

        var isBudget = kind == BoundKind.Counter && writes.Any(write => !write.IsConstant);
        return context.PassesEachRound(writes.Select(write => write.Node))
            ? new Trend(motion, isBudget ? BoundKind.Budget : kind, symbol)
            : Spoiled(symbol, NearMissReason.AdvancedOnSomeBranches, isBudget ? BoundKind.Budget : kind);
    }

    private static Trend Spoiled(ISymbol symbol, NearMissReason reason, BoundKind kind = BoundKind.Counter) => new(Motion.Unknown, kind, symbol, reason);
}
