using System.Collections.Concurrent;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>
/// Tools that a program only declares, by name and schema, and carries out itself where the model's call names them: an arm of a switch, a branch of a comparison, an
/// entry of a table of delegates. That place is the body of the tool.
/// </summary>
internal sealed class DeclaredTools(Engine engine)
{
    /// <summary>Members that are looked through for one name.</summary>
    private const int MaxMembers = 60;

    private readonly ConcurrentDictionary<string, ImmutableArray<SourceSpan>> _known = new(StringComparer.Ordinal);
    private readonly ModelOrigins _origins = new(engine);

    private readonly Lazy<bool> _exist = new(() => engine.Knowledge.Entries(ToolObjects.IsDeclaration)
        .Select(entry => entry.Symbol.Member is null or "#ctor" or "Name" ? SimpleName(entry.Symbol.Type) : entry.Symbol.Member).Distinct()
        .Any(name => engine.Index.Mentioning(Words.Hash(name)).Any()));

    private static string SimpleName(string type) => type.Substring(type.LastIndexOf('.') + 1);

    /// <summary>True if, by names, tools that the program declares may be carried out in this member.</summary>
    public bool MayBeCarriedOutBy(ISymbol member) => _exist.Value && engine.Members.IsSource(member);

    /// <summary>Where a tool of this name is carried out.</summary>
    public ImmutableArray<SourceSpan> BodiesOf(string name, CancellationToken cancellation) =>
        _known.TryGetValue(name, out var known) ? known : _known.GetOrAdd(name, Find(name, cancellation).Distinct().ToImmutableArray());

    private IEnumerable<SourceSpan> Find(string name, CancellationToken cancellation)
    {
        var word = new string(name.TakeWhile(character => char.IsLetterOrDigit(character) || character == '_').ToArray());
        var naming = word.Length == 0 ? Enumerable.Empty<IndexedMember>() : engine.Index.Mentioning(Words.Hash(word));
        var members = naming.Concat(engine.Index.All().Where(engine.Index.IsSource));
        return from member in members.Distinct().Take(MaxMembers)
               from symbol in engine.Members.Symbols(member, cancellation)
               from root in engine.Bodies.Operations(symbol, cancellation)
               from operation in root.DescendantsAndSelf()
               from body in Carried(operation, name, symbol, cancellation)
               select SourceSpan.Of(body.Syntax);
    }

    private IEnumerable<IOperation> Carried(IOperation operation, string name, ISymbol member, CancellationToken cancellation)
    {
        switch (operation)
        {
            case ISwitchOperation choice when choice.Cases.Where(section => section.Clauses.Any(clause => IsFor(clause, name))).ToList() is { Count: > 0 } sections:
                return IsModels(choice.Value, member, cancellation) ? sections : Enumerable.Empty<IOperation>();
            case ISwitchExpressionOperation choice when choice.Arms.Any(arm => IsFor(arm.Pattern, name)) && IsModels(choice.Value, member, cancellation):
                return choice.Arms.Where(arm => IsFor(arm.Pattern, name)).Select(arm => arm.Value);
            case IConditionalOperation { Condition: var condition } branch when Compared(condition, name) is { } asked && IsModels(asked, member, cancellation):
                return new[] { branch.WhenTrue };
            case IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 2 } entry } when Is(entry[0].Value, name):
                return Delegate(entry[1].Value, cancellation);
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } key }, Value: var value } when Is(key[0].Value, name):
                return Delegate(value, cancellation);
            default:
                return Enumerable.Empty<IOperation>();
        }
    }

    private bool IsModels(IOperation value, ISymbol member, CancellationToken cancellation) =>
        Types.IsString(value.Type) && _origins.MayBeModels(value, member, cancellation);

    private static bool IsFor(ICaseClauseOperation clause, string name) => clause switch
    {
        ISingleValueCaseClauseOperation single => Is(single.Value, name),
        IPatternCaseClauseOperation matched => IsFor(matched.Pattern, name),
        _ => false,
    };

    private static bool IsFor(IPatternOperation pattern, string name) => pattern switch
    {
        IConstantPatternOperation constant => Is(constant.Value, name),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => IsFor(either.LeftPattern, name) || IsFor(either.RightPattern, name),
        _ => false,
    };

    /// <summary>What is compared with the name.</summary>
    private static IOperation? Compared(IOperation condition, string name)
    {
        if (condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both)
        {
            return Compared(both.LeftOperand, name) ?? Compared(both.RightOperand, name);
        }

        if (condition is IIsPatternOperation matched)
        {
            return IsFor(matched.Pattern, name) ? matched.Value : null;
        }

        var (left, right) = Comparisons.Sides(condition);
        return left is null || right is null || condition is IBinaryOperation { OperatorKind: not BinaryOperatorKind.Equals } ? null
            : Is(right, name) ? left : Is(left, name) ? right : null;
    }

    private static bool Is(IOperation value, string name) => value.ConstantValue is { HasValue: true, Value: string text } && text == name;

    private IEnumerable<IOperation> Delegate(IOperation value, CancellationToken cancellation)
    {
        while (value is IConversionOperation or IDelegateCreationOperation)
        {
            value = value is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)value).Target;
        }

        return value switch
        {
            IAnonymousFunctionOperation lambda => new[] { lambda },
            IMethodReferenceOperation group => engine.Bodies.Operations(group.Method.OriginalDefinition, cancellation).Take(1),
            _ => Enumerable.Empty<IOperation>(),
        };
    }
}
