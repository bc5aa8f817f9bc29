using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Sketches;

/// <summary>Exceptions: what is thrown in the member, or comes back from what it calls, may be caught there.</summary>
internal sealed partial class Sketcher
{
    private readonly Dictionary<int, Throwing> _throwing = new();
    private InputSet _thrown;

    private void Throw(InputSet value)
    {
        if (!_thrown.Holds(value))
        {
            _thrown |= value;
            _isChanged = true;
        }

        Output(new Port(PortKind.Return), value);
    }

    /// <summary>What comes back from a call that gives back no text was thrown there, and is thrown here.</summary>
    private void ThrowOn(int call)
    {
        if (!_throwing.ContainsKey(call))
        {
            _throwing[call] = Throwing.On;
        }

        Output(new Port(PortKind.Return), Input(new Port(PortKind.Result, Index: call)));
    }

    private Throwing Throws(int call) => _throwing.TryGetValue(call, out var throwing) ? throwing : Throwing.Away;

    private void Catch(ICatchClauseOperation clause)
    {
        if (clause is not { ExceptionDeclarationOrExpression: IVariableDeclaratorOperation { Symbol: { } caught }, Parent: ITryOperation around } || !IsRead(clause, caught))
        {
            return;
        }

        var value = _thrown;
        foreach (var operation in around.Body.Descendants())
        {
            if (_callPositions.TryGetValue(operation, out var position))
            {
                _throwing[position] = Throwing.Caught;
                value |= Input(new Port(PortKind.Result, Index: position));
            }
        }

        Assign(caught, value);
    }

    /// <summary>True if the handler does anything with the exception but hand it to a library, as to a log.</summary>
    private static bool IsRead(ICatchClauseOperation clause, ILocalSymbol caught)
    {
        foreach (var operation in clause.Descendants())
        {
            if (operation is ILocalReferenceOperation { Local: { } local } && SymbolEqualityComparer.Default.Equals(local, caught) && !IsHandedToLibrary(operation))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHandedToLibrary(IOperation operation)
    {
        var at = operation.Parent;
        while (at is IConversionOperation)
        {
            at = at.Parent;
        }

        return at is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } method } } && !IsOurs(method);
    }
}
