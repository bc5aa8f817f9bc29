using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>What an operation does to values. Operands were evaluated before; an operation not listed joins its children.</summary>
internal static class Transfer
{
    public static Value Apply(Frame frame, IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true } constant)
        {
            return Constants.Apply(frame, operation, constant.Value);
        }

        return operation switch
        {
            ILocalReferenceOperation local => Variables.Read(frame, local, local.Local),
            IParameterReferenceOperation parameter => Variables.Read(frame, parameter, parameter.Parameter),
            IInstanceReferenceOperation instance => Variables.Receiver(frame, instance),
            IFlowCaptureOperation capture => Variables.Capture(frame, capture),
            IFlowCaptureReferenceOperation reference => Variables.Captured(frame, reference),
            IFieldReferenceOperation field => Members.Read(frame, field, field.Instance, field.Field),
            IEventReferenceOperation @event => Members.Read(frame, @event, @event.Instance, @event.Event),
            IEventAssignmentOperation subscription => Assignments.Apply(frame, subscription),
            IPropertyReferenceOperation property => Members.ReadProperty(frame, property),
            IArrayElementReferenceOperation element => Members.ReadElement(frame, element, element.ArrayReference, element.Indices),
            IImplicitIndexerReferenceOperation { IndexerSymbol: IPropertySymbol } element when Types.IsCollection(element.Instance.Type) =>
                Members.ReadElement(frame, element, element.Instance, new[] { element.Argument }),
            ISimpleAssignmentOperation assignment => Assignments.Apply(frame, assignment),
            ICompoundAssignmentOperation compound => Assignments.Apply(frame, compound),
            IIncrementOrDecrementOperation step => Assignments.Apply(frame, step),
            IDeconstructionAssignmentOperation deconstruction => Assignments.Apply(frame, deconstruction),
            IInvocationOperation invocation => Calls.Apply(frame, invocation),
            IObjectCreationOperation creation => Calls.Apply(frame, creation),
            IAwaitOperation await => frame[await.Operation],
            ICaughtExceptionOperation => Exceptions.Caught(frame),
            ITranslatedQueryOperation query => frame[query.Operation],
            IParenthesizedOperation parenthesized => frame[parenthesized.Operand],
            IArgumentOperation argument => frame[argument.Value],
            IConversionOperation conversion => Conversions.Apply(frame, conversion),
            IInterpolatedStringOperation interpolated => TextBuilding.Apply(frame, interpolated),
            IBinaryOperation binary => Binaries.Apply(frame, binary),
            IUnaryOperation unary => Binaries.Apply(frame, unary),
            IDefaultValueOperation missing when Nullables.IsNullableBoolean(missing.Type) => Nullables.Missing,
            IIsPatternOperation pattern => Patterns.Apply(frame, pattern),
            IDelegateCreationOperation creation => frame[creation.Target],
            IFlowAnonymousFunctionOperation lambda => Delegates.Make(frame, lambda),
            IMethodReferenceOperation reference => Delegates.Make(frame, reference),
            ITupleOperation tuple => Collections.Tuple(frame, tuple),
            IArrayCreationOperation array => Collections.Array(frame, array),
            IReturnOperation { Kind: OperationKind.YieldReturn } yield => Yield(frame, yield),
            IWithOperation with => Members.Copy(frame, with, frame[with.Operand]),
            IAnonymousObjectCreationOperation anonymous => Collections.Anonymous(frame, anonymous),
            IExpressionStatementOperation or IVariableDeclarationOperation => Value.Empty,
            IIsNullOperation or IIsTypeOperation or ITypeOfOperation or ISizeOfOperation or INameOfOperation => Value.Empty,
            _ => Collections.IsCollectionExpression(operation)
                ? Collections.Expression(frame, operation)
                : frame.Derive(operation, Children(frame, operation)),
        };
    }

    public static Value[] Children(Frame frame, IOperation operation) => operation.ChildOperations.Select(child => frame[child]).ToArray();

    private static Value Yield(Frame frame, IReturnOperation yield)
    {
        frame.Exit.Yield(frame.Deep(frame[yield.ReturnedValue]));
        return Value.Empty;
    }
}
