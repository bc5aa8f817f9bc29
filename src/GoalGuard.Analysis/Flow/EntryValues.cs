using GoalGuard.Analysis.Behaviour;

namespace GoalGuard.Analysis.Flow;

/// <summary>What is known of a member's parameters before its first statement.</summary>
internal static class EntryValues
{
    /// <summary>Gives each parameter its value; the result is the identity of each.</summary>
    public static ImmutableArray<Identity> Bind(MethodAnalysis method, FlowState state)
    {
        if (method.Member is not IMethodSymbol symbol)
        {
            return ImmutableArray<Identity>.Empty;
        }

        var isTool = method.Engine.Tools.IsTool(symbol, method.Cancellation, out var approved);
        // What is handed over is counted where that happens.
        if (isTool && method.Engine.Tools.IsMarked(symbol) && symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(method.Cancellation) is { } declaration)
        {
            method.See("tool", symbol, declaration);
        }

        if (isTool)
        {
            method.Sites.Begin();
        }

        var identities = ImmutableArray.CreateBuilder<Identity>();
        foreach (var parameter in symbol.Parameters)
        {
            var identity = new Identity("parameter " + parameter.Name);
            identities.Add(identity);
            var arguments = isTool && method.Engine.Tools.Conventions.IsTool(symbol, method.Cancellation)
                ? ToolParameters.ArgumentsOf(parameter.Type) : ImmutableArray<IPropertySymbol>.Empty;
            foreach (var argument in arguments)
            {
                state.SetMember(identity, argument.Name, Input(ToolInput(parameter), new Identity(parameter.Name + "." + argument.Name), argument.Type));
            }

            state.SetVariable(parameter, isTool && arguments.IsEmpty && Tools.IsInput(parameter)
                ? ToolInput(method, state, parameter, identity)
                : !method.IsOpen
                    ? new Value { Id = identity, Facts = Outside }
                    : Input(new Origin(FactKind.Parameter, parameter.Name, SiteOf(parameter), Index: parameter.Ordinal), identity, parameter.Type));
        }

        if (approved)
        {
            state.Assure(new[] { new Assurance(Guard.Approved, null) });
        }

        return identities.ToImmutable();
    }

    /// <summary>What a member of an extension block extends: the block's parameter is its receiver.</summary>
    public static Value Extended(MethodAnalysis method, IParameterSymbol parameter) => method.IsOpen
        ? Input(new Origin(FactKind.Parameter, parameter.Name, SiteOf(parameter), Index: Origin.Receiver), method.This, parameter.Type)
        : new Value { Id = method.This, Facts = Outside };

    private static readonly FactSet Outside = FactSet.Of(new Fact(new Origin(FactKind.Outside, "caller", default)));

    /// <summary>What a model writes for a parameter; what it writes for a command among the properties of an object is told apart from the rest.</summary>
    public static Value ToolInput(MethodAnalysis method, FlowState state, IParameterSymbol parameter, Identity identity)
    {
        var origin = ToolInput(parameter);
        foreach (var (property, _) in CommandProperties.Of(parameter))
        {
            var member = method.Intern((parameter, "." + property.Name), parameter.Name + "." + property.Name);
            state.SetMember(identity, property.Name, Input(origin with { Path = "." + property.Name }, member, property.Type));
        }

        return Input(origin, identity, parameter.Type);
    }

    private static Origin ToolInput(IParameterSymbol parameter) =>
        new(FactKind.ToolInput, parameter.Name, SiteOf(parameter));

    public static Value Input(Origin origin, Identity identity, ITypeSymbol type)
    {
        var trace = origin.IsConcrete
            ? Trace.Add(null, new FlowStep("source", $"tool parameter '{origin.Name}'", origin.Site))
            : null;
        return new Value { Id = identity, Facts = Frame.Narrow(FactSet.Of(new Fact(origin, Guard.None, trace, Types.TraitsOf(type))), type) };
    }

    public static SourceSpan SiteOf(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(location => location.IsInSource) is { SourceTree: { } tree } location
            ? SourceSpan.Of(tree, location.SourceSpan)
            : default;
}
