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
    private bool _isChanged;

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
            sketcher._calls.Select((call, position) => call.Result(sketcher.ComesBack(position))).ToImmutableArray(),
            sketcher._outputs.Select(output => new SketchFlow(output.Key, output.Value)).ToImmutableArray(), answers.ToImmutableArray(), isTool, isConstructor);
    }

    private bool ComesBack(int call) => _inputs.ContainsKey(new Port(PortKind.Result, Index: call)) || _inputs.ContainsKey(new Port(PortKind.After, Index: call));

    private void Draw(ISymbol member)
    {
        _member = member;
        foreach (var parameter in (member as IMethodSymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (MayCross(parameter.Type))
            {
                _variables[parameter] = Input(new Port(PortKind.Parameter, Index: parameter.Ordinal));
            }
        }

        foreach (var root in engine.Bodies.Operations(member, cancellation))
        {
            var order = PostOrder.Of(root);
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

    private bool MayCross(ITypeSymbol? type) => Carriers.MayCross(type) || (engine.Index.CountsNumbers && Carriers.IsChosen(type));

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
                return Accessed(instance);
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
                return this[reference.Instance];
            case IAssignmentOperation assignment:
                Store(assignment.Target, this[assignment.Value] | Keys(assignment.Target));
                return this[assignment.Value] | this[assignment.Target];
            case IVariableDeclaratorOperation declarator:
                AssignMade(declarator.Symbol, declarator.Initializer?.Value, Children(declarator));
                return InputSet.Empty;
            case IForEachLoopOperation loop:
                Bind(loop.LoopControlVariable, this[loop.Collection]);
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
            case IReturnOperation returned:
                Return(returned);
                return InputSet.Empty;
            case IAnonymousFunctionOperation lambda:
                return Variable(lambda.Symbol);
            case ILocalFunctionOperation or IBlockOperation or IMethodBodyOperation or IConstructorBodyOperation or IConditionalOperation { Type: null }
                or IExpressionStatementOperation or ILoopOperation or ITryOperation or IVariableDeclarationGroupOperation:
                return InputSet.Empty;
            case IFieldInitializerOperation or IPropertyInitializerOperation:
                Output(new Port(PortKind.State, MemberKey.Of(_member)), Children(operation));
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
            return MayCross(parameter.Type) ? value | Input(new Port(PortKind.Parameter, Index: Port.Extended)) : value;
        }

        return parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _member)
            ? value | Input(new Port(PortKind.Parameter, Index: Port.Receiver)) | Input(new Port(PortKind.Held, MemberKey.OfPrimary(parameter)))
            : value;
    }

    /// <summary>What this member, or others of the type, left in a field or property of the same object.</summary>
    private InputSet Held(IMemberReferenceOperation state) =>
        IsOwn(state) && StateValues.MayHoldText(state.Member) && MayCross(state.Type)
            ? Variable(state.Member) | Input(new Port(PortKind.Held, MemberKey.Of(state.Member)))
            : InputSet.Empty;

    private static bool IsOwn(IMemberReferenceOperation state) =>
        IsOurs(state.Member) && (state.Member.IsStatic || state.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance });

    /// <summary>What stands before the question mark of <c>a?.B</c>.</summary>
    private InputSet Accessed(IConditionalAccessInstanceOperation instance)
    {
        for (IOperation at = instance; at.Parent is { } parent; at = parent)
        {
            if (parent is IConditionalAccessOperation access && at == access.WhenNotNull)
            {
                return this[access.Operation];
            }
        }

        return InputSet.Empty;
    }

    /// <summary>In an initializer, what is initialised; else the object itself.</summary>
    private InputSet Receiver(IInstanceReferenceOperation instance)
    {
        if (instance.ReferenceKind != InstanceReferenceKind.ImplicitReceiver)
        {
            return Input(new Port(PortKind.Parameter, Index: Port.Receiver));
        }

        for (var at = instance.Parent; at is not null and not IObjectCreationOperation; at = at.Parent)
        {
            if (at is IMemberInitializerOperation member)
            {
                return this[member.InitializedMember];
            }
        }

        return InputSet.Empty;
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

        if (MayCross(returned.ReturnedValue?.Type))
        {
            Output(new Port(PortKind.Return), this[returned.ReturnedValue]);
        }
    }

    private static bool IsOurs(ISymbol member) => !member.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty;
}
