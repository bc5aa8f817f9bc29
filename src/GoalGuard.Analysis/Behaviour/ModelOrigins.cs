using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// May a value be what a model wrote? Looks backwards through definitions, callers and returned values, without walking: good enough to ask
/// who chooses a tool, before it is known what a tool is.
/// </summary>
internal sealed class ModelOrigins(Engine engine)
{
    /// <summary>How many members a value may come through.</summary>
    private const int MaxMembers = 4;

    /// <summary>Operations looked at for one question.</summary>
    private const int MaxOperations = 5_000;

    public bool MayBeModels(IOperation value, ISymbol member, CancellationToken cancellation) => new Run(engine, cancellation).Search(value, member);

    private sealed class Run(Engine engine, CancellationToken cancellation)
    {
        private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
        private readonly Queue<(IOperation Value, ISymbol Member, int Depth)> _open = new();
        private int _looked;

        public bool Search(IOperation value, ISymbol member)
        {
            _open.Enqueue((value, member, 0));
            while (_open.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                var (next, at, depth) = _open.Dequeue();
                foreach (var operation in next.DescendantsAndSelf())
                {
                    if (++_looked > MaxOperations)
                    {
                        return false;
                    }

                    if (IsSource(operation) || Follow(operation, at, depth))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        private bool IsSource(IOperation operation) => operation switch
        {
            IInvocationOperation invocation => IsSource(invocation.TargetMethod) || engine.Models.IsInferredCall(invocation.TargetMethod, cancellation),
            IPropertyReferenceOperation property => IsSource(property.Property),
            _ => false,
        };

        private bool IsSource(ISymbol symbol) =>
            engine.Knowledge.RolesOf(symbol).Any(entry => entry.Role is Role.ModelCall or Role.ModelOutputMember or Role.ToolArguments);

        /// <summary>Notes where the value comes from; true if that is a tool's parameter.</summary>
        private bool Follow(IOperation operation, ISymbol member, int depth)
        {
            switch (operation)
            {
                case ILocalReferenceOperation { Local: { } local } when _seen.Add(local):
                    Open(Definitions.Of(local, operation), member, depth);
                    break;
                case IParameterReferenceOperation { Parameter: { } parameter } when _seen.Add(parameter):
                    return FollowParameter(parameter, operation, member, depth);
                case IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } target } when depth < MaxMembers && _seen.Add(target):
                    foreach (var body in engine.Members.Targets(target, cancellation).SelectMany(method => engine.Bodies.Operations(method, cancellation)))
                    {
                        Open(body.Descendants().OfType<IReturnOperation>().Select(returned => returned.ReturnedValue).OfType<IOperation>(), target, depth + 1);
                    }

                    break;
            }

            return false;
        }

        private bool FollowParameter(IParameterSymbol parameter, IOperation reference, ISymbol member, int depth)
        {
            if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            {
                Open(Definitions.OfLambda(parameter, reference), member, depth);
                return false;
            }

            if (engine.Tools.IsKnownTool(method, cancellation))
            {
                return true;
            }

            if (depth < MaxMembers)
            {
                foreach (var (call, caller) in Callers.Of(engine, method, cancellation))
                {
                    Open(call.Arguments.Where(argument => argument.Parameter?.Ordinal == parameter.Ordinal), caller, depth + 1);
                }
            }

            return false;
        }

        private void Open(IEnumerable<IOperation> values, ISymbol member, int depth)
        {
            foreach (var value in values)
            {
                _open.Enqueue((value, member, depth));
            }
        }
    }
}
