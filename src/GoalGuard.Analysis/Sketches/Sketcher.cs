using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Sketches;

/// <summary>Draws the sketch of a member from its operations, without a control flow graph. A value is the set of inputs that it may come from.</summary>
internal sealed partial class Sketcher(Engine engine, CancellationToken cancellation)
{
    /// <summary>
    /// How often a member's operations are gone through: values move against the order of the source in loops and delegates only. Where that is not
    /// enough, variables are no longer told apart.
    /// </summary>
    private const int MaxPasses = 12;

    private readonly Dictionary<Port, int> _inputs = new();
    private readonly List<CallSite> _calls = new();
    private readonly Dictionary<IOperation, int> _callPositions = new();
    private readonly Dictionary<Port, InputSet> _outputs = new();
    private readonly Dictionary<IOperation, InputSet> _values = new();
    private readonly Dictionary<ISymbol, InputSet> _variables = new(SymbolEqualityComparer.Default);
    private readonly List<IMethodSymbol> _lambdas = new();
    private ISymbol _member = null!;

    /// <summary>What the member left in its own object, which it may give back.</summary>
    private InputSet _kept;
    private bool _isChanged;
    private bool _callsItself;
    private readonly HashSet<IOperation> _asked = new();
    private readonly Repetition _rounds = new();

    public static Sketch Of(Engine engine, IndexedMember member, CancellationToken cancellation)
    {
        var sketcher = new Sketcher(engine, cancellation);
        var answers = new HashSet<MemberKey>();
        var isTool = false;
        var isConstructor = false;
        foreach (var symbol in engine.Members.Symbols(member, cancellation))
        {
            answers.UnionWith(MemberKey.AnsweredBy(symbol));
            isTool |= symbol is IMethodSymbol method && engine.Tools.IsDeclaredTool(method);
            isConstructor |= symbol is IMethodSymbol { MethodKind: MethodKind.Constructor };
            sketcher.Draw(symbol);
        }

        return new Sketch(
            sketcher._inputs.OrderBy(input => input.Value).Select(input => input.Key).ToImmutableArray(),
            sketcher._calls.Select((call, position) => call.Result(sketcher.ComesBack(position), sketcher._rounds.Repeats(call.Operation))).ToImmutableArray(),
            sketcher._outputs.Select(output => new SketchFlow(output.Key, output.Value)).ToImmutableArray(),
            answers.ToImmutableArray(), isTool, sketcher.Asks(), sketcher._callsItself, isConstructor);
    }

    private Asking Asks() => _asked.Count == 0 ? Asking.Never : _asked.Any(_rounds.Repeats) ? Asking.InRounds : Asking.Once;

    private bool ComesBack(int call) => _inputs.ContainsKey(new Port(PortKind.Result, Index: call)) || _inputs.ContainsKey(new Port(PortKind.After, Index: call));

    private void Draw(ISymbol member)
    {
        _member = member;
        foreach (var parameter in (member as IMethodSymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (May(parameter.Type))
            {
                _variables[parameter] = Input(new Port(PortKind.Parameter, Index: parameter.Ordinal));
            }
        }

        if (member is IMethodSymbol { AssociatedSymbol: IPropertySymbol property } getter && SymbolEqualityComparer.Default.Equals(property.GetMethod, getter)
            && IsAutomatic(getter) && StateValues.MayHoldText(property) && May(property.Type))
        {
            Output(new Port(PortKind.Return), HeldIn(MemberKey.Of(property), property.Type));
        }

        foreach (var root in engine.Bodies.Operations(member, cancellation))
        {
            var order = PostOrder.Of(root);
            _rounds.Add(order);
            _lambdas.AddRange(order.OfType<IAnonymousFunctionOperation>().Select(lambda => lambda.Symbol));
            _isChanged = true;
            for (var pass = 0; pass <= MaxPasses && _isChanged; pass++)
            {
                _isChanged = false;
                if (pass == MaxPasses)
                {
                    MixVariables();
                }

                cancellation.ThrowIfCancellationRequested();
                foreach (var operation in order)
                {
                    var value = Evaluate(operation);
                    if (!value.IsEmpty && May(Carried(operation)))
                    {
                        _values[operation] = value;
                    }
                }
            }

            _values.Clear();
        }
    }

    /// <summary>True if a model's words, or in a program that acts on numbers a number that it chose, may travel in this type.</summary>
    private bool May(ITypeSymbol? type) => Carriers.May(type) || (engine.Index.CountsNumbers && Carriers.IsChosen(type));

    /// <summary>A conversion changes what something is called, not what it is: a stream in memory stays one.</summary>
    private static ITypeSymbol? Carried(IOperation operation) => operation is IConversionOperation { IsImplicit: true, Operand.Type: { } type } ? type : operation.Type;

    private void MixVariables()
    {
        var all = _variables.Values.Aggregate(InputSet.Empty, (mixed, value) => mixed | value);
        foreach (var variable in _variables.Keys.ToList())
        {
            _variables[variable] = all;
        }
    }

    private InputSet this[IOperation? operation] => operation is not null && _values.TryGetValue(operation, out var value) ? value : InputSet.Empty;

    private InputSet Input(Port port)
    {
        if (!_inputs.TryGetValue(port, out var position))
        {
            _inputs[port] = position = _inputs.Count;
        }

        return InputSet.Of(position);
    }

    private InputSet Source => Input(new Port(PortKind.Source));

    private bool IsHandle(InputSet value) => _inputs.TryGetValue(new Port(PortKind.Handle), out var position) && value.Meets(InputSet.Of(position));

    private void Output(Port port, InputSet value)
    {
        if (!value.IsEmpty)
        {
            _outputs[port] = _outputs.TryGetValue(port, out var known) ? known | value : value;
        }
    }

    private void Assign(ISymbol variable, InputSet value)
    {
        var known = Variable(variable);
        if (!known.Holds(value))
        {
            _variables[variable] = known | value;
            _isChanged = true;
        }
    }

    private InputSet Variable(ISymbol variable) => _variables.TryGetValue(variable, out var value) ? value : InputSet.Empty;

    private InputSet Children(IOperation operation)
    {
        var value = InputSet.Empty;
        foreach (var child in operation.ChildOperations)
        {
            value |= this[child];
        }

        return value;
    }

    private InputSet Evaluate(IOperation operation)
    {
        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: var constant } }:
                return constant is string text && Flow.Transfers.Constants.NamesReinforcement(text) ? Source : InputSet.Empty;
            case ILocalReferenceOperation local:
                return Variable(local.Local) | Payload(local.Local);
            case IParameterReferenceOperation parameter:
                return Parameter(parameter.Parameter) | Payload(parameter.Parameter);
            case IInstanceReferenceOperation instance:
                return Receiver(instance);
            case IConditionalAccessInstanceOperation instance:
                return this[Accessed(instance)];
            case IInvocationOperation invocation:
                return Call(invocation);
            case IConversionOperation { OperatorMethod: { } method } conversion:
                return Convert(method, conversion);
            case IObjectCreationOperation creation:
                return Create(creation);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IFieldReferenceOperation field:
                return this[field.Instance] | Held(field);
            case IMethodReferenceOperation reference:
                return Group(reference);
            case IEventReferenceOperation @event:
                return this[@event.Instance] | Held(@event);
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation @event } subscription:
                Keep(@event, subscription.HandlerValue);
                Store(@event, this[subscription.HandlerValue]);
                Subscribe(@event, subscription);
                return InputSet.Empty;
            case IAssignmentOperation assignment:
                Store(assignment.Target, this[assignment.Value] | Keys(assignment.Target));
                Keep(assignment.Target, assignment.Value);
                View(assignment.Target, assignment.Value);
                return this[assignment.Value] | this[assignment.Target];
            case IVariableDeclaratorOperation declarator:
                AssignMade(declarator.Symbol, declarator.Initializer?.Value, Children(declarator));
                View(declarator.Symbol, declarator.Initializer?.Value);
                return InputSet.Empty;
            case IForEachLoopOperation loop:
                Bind(loop.LoopControlVariable, loop.Locals.Aggregate(this[loop.Collection], (value, local) => value | Names(loop.Body, local, local.Type)));
                View(loop.LoopControlVariable, loop.Collection);
                return InputSet.Empty;
            case IIsPatternOperation pattern:
                Bind(pattern.Pattern, this[pattern.Value]);
                return InputSet.Empty;
            case ISwitchOperation @switch:
                BindAll(@switch.Cases.SelectMany(@case => @case.Clauses), this[@switch.Value]);
                return InputSet.Empty;
            case ISwitchExpressionOperation @switch:
                BindAll(@switch.Arms.Select(arm => arm.Pattern), this[@switch.Value]);
                return @switch.Arms.Aggregate(InputSet.Empty, (value, arm) => value | this[arm.Value]);
            case IThrowOperation thrown:
                Throw(this[thrown.Exception]);
                return InputSet.Empty;
            case ICatchClauseOperation clause:
                Catch(clause);
                return InputSet.Empty;
            case IReturnOperation returned:
                Return(returned);
                return InputSet.Empty;
            case IAnonymousFunctionOperation lambda:
                return Variable(lambda.Symbol);
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append }:
                return Given(append.Arguments);
            case IObjectOrCollectionInitializerOperation initializer:
                return Initialised(initializer);
            case ILocalFunctionOperation or IBlockOperation or IMethodBodyOperation or IConstructorBodyOperation or IConditionalOperation { Type: null }
                or IExpressionStatementOperation or ILoopOperation or ITryOperation or IVariableDeclarationGroupOperation:
                return InputSet.Empty;
            case IFieldInitializerOperation or IPropertyInitializerOperation:
                Output(new Port(PortKind.State, MemberKey.Of(_member)), Children(operation));
                if (Types.MayHoldDelegate(StateValues.TypeOf(_member)))
                {
                    GiveInto(operation, HeldIn(MemberKey.Of(_member), StateValues.TypeOf(_member)));
                }

                return InputSet.Empty;
            default:
                return Children(operation);
        }
    }

    private InputSet Parameter(IParameterSymbol parameter)
    {
        var value = Variable(parameter);
        if (parameter.ContainingSymbol is INamedTypeSymbol)
        {
            return May(parameter.Type) ? value | Input(new Port(PortKind.Parameter, Index: Port.Extended)) : value;
        }

        return parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
            && !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _member)
            ? value | Input(new Port(PortKind.Parameter, Index: Port.Receiver)) | HeldIn(MemberKey.OfPrimary(parameter), parameter.Type)
            : value;
    }

    private void Return(IReturnOperation returned)
    {
        for (var at = returned.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IAnonymousFunctionOperation lambda:
                    Assign(lambda.Symbol, this[returned.ReturnedValue]);
                    return;
                case ILocalFunctionOperation local:
                    Assign(local.Symbol, this[returned.ReturnedValue]);
                    return;
            }
        }

        HandOut(returned.ReturnedValue);
        if (May(returned.ReturnedValue?.Type))
        {
            var isSelf = returned.ReturnedValue is IInstanceReferenceOperation or IConversionOperation { Operand: IInstanceReferenceOperation };
            Output(new Port(PortKind.Return), isSelf ? this[returned.ReturnedValue] | _kept : this[returned.ReturnedValue]);
        }
    }

    private static bool IsOurs(ISymbol member) => !member.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty;
}
