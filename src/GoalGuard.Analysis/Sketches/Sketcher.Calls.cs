using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Sketches;

/// <summary>Calls: what comes into being there, what acts, and what goes into and comes out of members of this program and of libraries.</summary>
internal sealed partial class Sketcher
{
    private InputSet Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var given = Given(call.Arguments) | this[call.Instance];
        switch (method.MethodKind)
        {
            case MethodKind.LocalFunction:
                GiveTo(method, call.Arguments);
                return Variable(method.OriginalDefinition);
            case MethodKind.DelegateInvoke:
                GiveToLambdas(_lambdas, given);
                Store(call.Instance, Given(call.Arguments));
                return Apply(method, call, call.Instance, call.Arguments, given) | this[call.Instance];
        }

        return Apply(method, call, call.Instance, call.Arguments, given) | Names(call);
    }

    /// <summary>The texts by which a predicate chooses among types or members (<see cref="NamedMembers"/>).</summary>
    private InputSet Names(IInvocationOperation call)
    {
        var names = InputSet.Empty;
        foreach (var argument in call.Arguments)
        {
            if (Target(argument.Value) is IAnonymousFunctionOperation { Symbol.Parameters: { IsEmpty: false } parameters } lambda)
            {
                names |= Names(lambda.Body, parameters[0], parameters[0].Type);
            }
        }

        return names;
    }

    private InputSet Names(IOperation body, ISymbol variable, ITypeSymbol type) => NamedMembers.IsMember(type)
        ? Comparisons.With(body, variable).Aggregate(InputSet.Empty, (names, name) => names | this[name])
        : InputSet.Empty;

    private InputSet Create(IObjectCreationOperation creation)
    {
        var given = Given(creation.Arguments);
        var made = creation.Constructor is { } constructor ? Apply(constructor, creation, null, creation.Arguments, given) : given;
        return made | given | this[creation.Initializer];
    }

    /// <summary>A collection of the program's own is built by a method of the program.</summary>
    private InputSet Build(IOperation expression)
    {
        if (Flow.Transfers.BuiltCollections.Method(engine.Bodies, expression) is not { } method || !IsOurs(method))
        {
            return InputSet.Empty;
        }

        var position = CallAt(expression, MemberKey.Of(method));
        _calls[position].Give(0, Children(expression));
        return Input(new Port(method.IsStatic ? PortKind.Result : PortKind.Kept, Index: position));
    }

    private InputSet Given(ImmutableArray<IArgumentOperation> arguments)
    {
        var given = InputSet.Empty;
        foreach (var argument in arguments)
        {
            given |= this[argument.Value];
        }

        return given;
    }

    private InputSet Apply(IMethodSymbol method, IOperation call, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments, InputSet given)
    {
        var roles = engine.Knowledge.RolesOf(method);
        ActOn(roles, receiver, arguments, given);
        if (OwnDispatchers.Is(engine, method))
        {
            Output(new Port(PortKind.Act), Given(arguments));
        }

        if (call is IObjectCreationOperation)
        {
            ActOn(engine.Knowledge.TypeRolesOf(method.ContainingType), receiver, arguments, InputSet.Empty);
        }

        foreach (var entry in roles)
        {
            if (entry is { Role: Role.ToolDefinition, Place: { Root: PlaceRoot.Argument, Argument: { } tool }, Note: not ToolNotes.Called })
            {
                GiveToLambdas(arguments.Where(argument => argument.Parameter?.Name == tool).ToImmutableArray(), Source);
            }
        }

        var source = IsSource(method, call, roles) ? Source : InputSet.Empty;
        return IsOurs(method)
            ? IntoOurs(method, call, receiver, arguments, source)
            : source | IntoLibrary(method, call, roles, receiver, arguments, given | source);
    }

    private bool IsSource(IMethodSymbol method, IOperation call, ImmutableArray<RoleEntry> roles)
    {
        if (roles.Any(ModelOutputs.Asks) || (roles.IsEmpty && engine.Models.IsInferredCall(method, cancellation)))
        {
            _asked.Add(call);
        }

        return roles.Any(entry => entry.Role is Role.ModelCall or Role.ModelOutputMember or Role.ToolArguments or Role.Grader && MayHold(entry))
            || (roles.IsEmpty && _asked.Contains(call))
            || (method.MethodKind == MethodKind.Constructor && engine.Knowledge.TypeRolesOf(method.ContainingType).Any(entry => entry.Role == Role.Grader));
    }

    /// <summary>A call of a member of this program, while its sketch is drawn.</summary>
    private sealed class CallSite(MemberKey key, IOperation operation)
    {
        private readonly Dictionary<int, InputSet> _given = new();

        public MemberKey Key => key;

        public IOperation Operation => operation;

        public void Give(int parameter, InputSet value)
        {
            if (!value.IsEmpty)
            {
                _given[parameter] = _given.TryGetValue(parameter, out var known) ? known | value : value;
            }
        }

        /// <summary>True if anything is given to it besides its receiver.</summary>
        public bool IsGiven => _given.Keys.Any(parameter => parameter >= 0);

        public SketchCall Result(bool comesBack, Throwing throws, bool isRepeated) =>
            new(key, _given.Select(given => (given.Key, given.Value)).ToImmutableArray(), comesBack, throws, isRepeated);
    }

    private int CallAt(IOperation operation, MemberKey key)
    {
        if (!_callPositions.TryGetValue(operation, out var position))
        {
            _callPositions[operation] = position = _calls.Count;
            _calls.Add(new CallSite(key, operation));
        }

        return position;
    }

    /// <summary>What comes out, its own sketch tells.</summary>
    private InputSet IntoOurs(IMethodSymbol method, IOperation call, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments, InputSet source)
    {
        var position = CallAt(call, MemberKey.Of(method));
        _callsItself |= method.IsAbstract || method.IsVirtual || method.IsOverride || SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, _member);
        _calls[position].Give(MemberKey.IsInExtensionBlock(method) ? Port.Extended : Port.Receiver, this[receiver]);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && May(parameter.Type))
            {
                _calls[position].Give(parameter.Ordinal, this[argument.Value]);
                if (parameter.RefKind is RefKind.Out or RefKind.Ref || Carriers.IsFillable(parameter.Type))
                {
                    Store(argument.Value, source | Input(new Port(PortKind.After, Index: position)) | HeldBy(method, parameter));
                }
            }
        }

        Keep(method, receiver, position);
        if (call is not IInvocationOperation || May(method.ReturnType))
        {
            return source | Input(new Port(PortKind.Result, Index: position));
        }

        ThrowOn(position);
        return source;
    }

    /// <summary>An object that the member makes for itself, and its own one, may keep what they are given; services from elsewhere are not followed so far.</summary>
    private void Keep(IMethodSymbol method, IOperation? receiver, int call)
    {
        if (method.MethodKind != MethodKind.Ordinary || method.IsStatic)
        {
            return;
        }

        if (receiver is ILocalReferenceOperation { Local: var local } && IsMadeHere(local))
        {
            Store(receiver, Input(new Port(PortKind.Kept, Index: call)));
        }
        else if (receiver is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } && _calls[call].IsGiven)
        {
            Output(new Port(PortKind.Own), Input(new Port(PortKind.Kept, Index: call)));
        }
    }

    private static bool IsMadeHere(ILocalSymbol local) => local.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax });

    /// <summary>A delegate that a primary constructor keeps is given whatever is left in that.</summary>
    private InputSet HeldBy(IMethodSymbol method, IParameterSymbol parameter) =>
        method.MethodKind == MethodKind.Constructor && Types.MayHoldDelegate(parameter.Type) && !engine.Members.HasBody(method)
            ? HeldIn(MemberKey.OfPrimary(parameter), parameter.Type)
            : InputSet.Empty;

    private InputSet IntoLibrary(
        IMethodSymbol method, IOperation call, ImmutableArray<RoleEntry> roles, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments, InputSet given)
    {
        // What an effect brings in from outside is not what it was asked with, unless knowledge says so.
        Fill(roles, method, arguments, given);
        var flows = engine.Knowledge.FlowsOf(method);
        if (call is IInvocationOperation && flows.IsEmpty && roles.Any(entry => entry.Role.IsEffect() && entry.Role is not (Role.EffectReflection or Role.EffectProcess)))
        {
            return InputSet.Empty;
        }

        GiveToLambdas(arguments, given);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref })
            {
                Store(argument.Value, given);
                View(argument.Value, receiver);
            }
            else if (Types.MayHoldDelegate(argument.Parameter?.Type) && receiver is not null)
            {
                GiveInto(argument.Value, this[receiver]);
            }
        }

        foreach (var flow in flows)
        {
            if (flow.To.Root == PlaceRoot.This)
            {
                Store(receiver ?? arguments.FirstOrDefault()?.Value, given);
            }
            else if (flow.To.Root == PlaceRoot.Argument)
            {
                Store(arguments.FirstOrDefault(argument => argument.Parameter?.Name == flow.To.Argument)?.Value, given);
            }
        }

        return given;
    }

    /// <summary>A file that is written: whoever runs it runs what was written (<see cref="WrittenFiles"/>).</summary>
    private void Fill(ImmutableArray<RoleEntry> roles, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, InputSet given)
    {
        if (method.IsStatic && roles.FirstOrDefault(entry => entry is { Role: Role.EffectFileWrite, Place.Root: PlaceRoot.Argument }) is { } write)
        {
            Store(arguments.FirstOrDefault(argument => argument.Parameter?.Name == write.Place!.Argument)?.Value, given);
        }
    }

    private InputSet Property(IPropertyReferenceOperation reference)
    {
        if (reference.Property is { Name: "Length" or "Count", Type.SpecialType: SpecialType.System_Int32 })
        {
            return InputSet.Empty;
        }

        var value = this[reference.Instance] | Given(reference.Arguments);
        foreach (var entry in engine.Knowledge.RolesOf(reference.Property))
        {
            if (entry.Role is Role.ModelOutputMember or Role.ToolArguments)
            {
                value |= Source;
            }
            else if (entry.Role == Role.Pipe || (entry.Role == Role.EffectProcess && entry.Place is { Root: PlaceRoot.Value, Steps.IsEmpty: false }))
            {
                value |= Input(new Port(PortKind.Handle));
            }
        }

        return reference.Property.GetMethod is { } getter && IsOurs(reference.Property) && !IsAutomatic(getter)
            ? value | IntoOurs(getter, reference, reference.Instance, reference.Arguments, InputSet.Empty)
            : value | Held(reference);
    }

    private bool IsAutomatic(IMethodSymbol getter) => !getter.IsAbstract && !engine.Members.HasBody(getter);

    /// <summary>A conversion by a method: one of this program, or one that makes a statement of a text.</summary>
    private InputSet Convert(IMethodSymbol method, IConversionOperation conversion)
    {
        if (IsOurs(method))
        {
            var position = CallAt(conversion, MemberKey.Of(method));
            _calls[position].Give(0, this[conversion.Operand]);
            return Input(new Port(PortKind.Result, Index: position));
        }

        if (engine.Knowledge.RolesOf(method).Any(entry => IsAct(entry) && entry.Place is not null))
        {
            Output(new Port(PortKind.Act), this[conversion.Operand]);
        }

        return this[conversion.Operand];
    }
}
