using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Guards;

/// <summary>
/// An argument or option named like a dry run, with a constant that switches it on: the act only says what it would do. What a caller or the model may
/// switch off is none, but is remembered as what would be one. So is a flag of that name which is asked before the act.
/// </summary>
internal static class DryRuns
{
    private static readonly ImmutableArray<string> Words = ImmutableArray.Create("dryRun", "dry_run", "whatIf");

    private static readonly ImmutableHashSet<string> Off = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "", "none", "false", "off", "no");

    public static Guard Of(Frame frame, Call call) =>
        call.Arguments.Any(argument => (IsNamed(argument.Parameter?.Name) && IsOn(frame, frame[argument])) || HasOption(frame, frame[argument]))
            ? Guard.DryRun
            : Guard.None;

    /// <summary>The dry run of an act that a value decides about.</summary>
    public static Relations LeftTo(Frame frame, Call call) => Relations.Past(
        from argument in call.Arguments
        from deciding in Options(frame, argument)
        from fact in frame.Deep(deciding).Facts
        where Bypass.MayDecide(fact.Origin)
        select new Bypass(Guard.DryRun, fact.Origin, true));

    private static IEnumerable<Value> Options(Frame frame, IArgumentOperation argument) =>
        IsNamed(argument.Parameter?.Name) ? new[] { frame[argument] } : frame.State.Members(frame[argument].Id).Where(member => IsNamed(member.Key)).Select(member => member.Value);

    /// <summary>What is done where a flag that is named like a dry run is not set would not be done if it were.</summary>
    public static IEnumerable<Bypassed> PassedBy(IOperation condition, Answered asked)
    {
        var (flag, meaning) = Flag(condition, asked.Answer);
        return meaning || !asked.IsFlag
            ? Enumerable.Empty<Bypassed>()
            : from origin in asked.By
              where IsNamed(Name(flag)) || IsNamed(origin.Name)
              select new Bypassed(new Assurance(Guard.DryRun, null), origin, true, asked.At, asked.Answer);
    }

    /// <summary>The flag that a condition reads, and what it is where the condition answers so.</summary>
    private static (IOperation Flag, bool Meaning) Flag(IOperation condition, bool answer)
    {
        while (true)
        {
            switch (condition)
            {
                case IConversionOperation conversion:
                    condition = conversion.Operand;
                    break;
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                    (condition, answer) = (not.Operand, !answer);
                    break;
                case IBinaryOperation { RightOperand.ConstantValue.Value: bool right } compared:
                    (condition, answer) = (compared.LeftOperand, answer == (right == (compared.OperatorKind == BinaryOperatorKind.Equals)));
                    break;
                case IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue.Value: bool expected } } matched:
                    (condition, answer) = (matched.Value, answer == expected);
                    break;
                default:
                    return (condition, answer);
            }
        }
    }

    private static string? Name(IOperation flag) => flag switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        ILocalReferenceOperation local => local.Local.Name,
        IMemberReferenceOperation member => member.Member.Name,
        _ => null,
    };

    private static bool HasOption(Frame frame, Value options) => frame.State.Members(options.Id).Any(member => IsNamed(member.Key) && IsOn(frame, member.Value));

    private static bool IsNamed(string? name) => name is not null && Words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>A yes, a mode, or a list of modes.</summary>
    private static bool IsOn(Frame frame, Value value) => IsOn(value) || frame.State.Members(value.Id).Any(element => IsOn(element.Value));

    private static bool IsOn(Value value) =>
        value.Facts.IsEmpty && (value.Constant == true || (value.Texts.IsConstant && value.Texts.All(text => !Off.Contains(text))));
}
