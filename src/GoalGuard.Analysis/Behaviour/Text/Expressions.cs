using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>
/// The text that an expression yields, and what its evaluation does to the variables. What is not listed is a hole; its parts are looked at all the same.
/// </summary>
internal static class Expressions
{
    public static AssembledText Of(Walk walk, IOperation expression)
    {
        var plain = Variables.Below(expression);
        if (!walk.Slice.Enter())
        {
            return AssembledText.Of(Hole.CutAt(SourceSpan.Of(plain.Syntax)));
        }

        var text = Read(walk, plain);
        walk.Met(plain, text);
        walk.Slice.Leave();
        return text;
    }

    private static AssembledText Read(Walk walk, IOperation expression)
    {
        switch (expression)
        {
            case ILiteralOperation literal:
                return Constant(literal)!;
            case IInterpolatedStringOperation or IInterpolatedStringAdditionOperation:
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                return Joined(walk, expression);
            case IInterpolatedStringHandlerCreationOperation handler:
                return Joined(walk, handler.Content);
            case IConditionalOperation conditional:
                return Either(walk, conditional);
            case ICoalesceOperation coalesce:
                return OneOf(walk, coalesce.Value, coalesce.WhenNull);
            case ISwitchExpressionOperation choice:
                Statements.Run(walk, choice.Value);
                return OneOf(walk, choice.Arms.Select(arm => arm.Value).ToArray());
            case IConditionalAccessOperation access:
                walk.Receivers.Push(Of(walk, access.Operation));
                var accessed = Of(walk, access.WhenNotNull);
                walk.Receivers.Pop();
                return walk.Named(accessed, access);
            case IConditionalAccessInstanceOperation when walk.Receivers.Count > 0:
                return walk.Receivers.Peek();
            case ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation:
                return Origins.Of(walk, expression);
            case IInvocationOperation call:
                return Calls.Of(walk, call);
            case IObjectCreationOperation creation:
                return Creations.Of(walk, creation);
            case IArrayCreationOperation when Lists.Written(expression) is { } elements:
                return Lists.Of(walk, elements);
            case IAssignmentOperation assignment:
                return Assignments.Of(walk, assignment);
            case IIncrementOrDecrementOperation step:
                return Assignments.Set(walk, step.Target, walk.Hole(step));
            case IIsPatternOperation test:
                return Assignments.Matched(walk, test);
            case IAnonymousFunctionOperation lambda:
                return Lambda(walk, lambda);
            default:
                return Collections.IsCollectionExpression(expression) ? Lists.Of(walk, Lists.Written(expression)!) : Constant(expression) ?? Unknown(walk, expression);
        }
    }

    /// <summary>A hole, after its parts have had their effect.</summary>
    public static AssembledText Unknown(Walk walk, IOperation expression)
    {
        foreach (var child in expression.ChildOperations)
        {
            Statements.Run(walk, child);
        }

        return walk.Hole(expression);
    }

    /// <summary>The compiler knows the value: a literal, a constant of a library, a name.</summary>
    public static AssembledText? Constant(IOperation expression)
    {
        if (expression.Syntax is LiteralExpressionSyntax { Token: var token } && expression.Syntax.IsKind(SyntaxKind.StringLiteralExpression))
        {
            return token.ValueText.Length == 0 ? AssembledText.Empty : AssembledText.Of(Literal.Of(token, token.ValueText));
        }

        return expression switch
        {
            IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum } member } => Written(member.Name, expression),
            { ConstantValue: { HasValue: true, Value: var value }, Type: not { TypeKind: TypeKind.Enum } } => Written(Invariant(value), expression),
            IDefaultValueOperation { Type.IsReferenceType: true } => AssembledText.Empty,
            _ => null,
        };
    }

    /// <summary>A part that is not written between quotes.</summary>
    public static AssembledText Written(string text, IOperation expression) =>
        text.Length == 0 ? AssembledText.Empty : AssembledText.Of(new Literal(text, SourceSpan.Of(expression.Syntax)));

    private static string Invariant(object? value) => value is null ? "" : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>The parts of sums and interpolations, from left to right; a sum leans to the left and may be a thousand deep.</summary>
    private static AssembledText Joined(Walk walk, IOperation whole)
    {
        var parts = new Stack<IOperation>();
        var open = new Stack<IOperation>();
        open.Push(whole);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                    open.Push(sum.LeftOperand);
                    open.Push(sum.RightOperand);
                    break;
                case IInterpolatedStringAdditionOperation sum:
                    open.Push(sum.Left);
                    open.Push(sum.Right);
                    break;
                case IInterpolatedStringOperation interpolated:
                    foreach (var part in interpolated.Parts)
                    {
                        open.Push(part);
                    }

                    break;
                case var part:
                    parts.Push(part);
                    break;
            }
        }

        return parts.Aggregate(AssembledText.Empty, (text, part) => text.Then(Part(walk, part)));
    }

    private static AssembledText Part(Walk walk, IOperation part) => part switch
    {
        IInterpolatedStringTextOperation { Text: var text } => Between(part, text),
        IInterpolatedStringAppendOperation { Syntax: InterpolatedStringTextSyntax, AppendCall: IInvocationOperation { Arguments: { IsEmpty: false } arguments } } =>
            Between(part, Variables.Below(arguments[0])),
        IInterpolationOperation { FormatString: { } } formatted => Unknown(walk, formatted.Expression),
        IInterpolationOperation hole => Of(walk, hole.Expression),
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { IsEmpty: false } arguments } } =>
            arguments.Any(argument => argument.Parameter?.Name == "format") ? Unknown(walk, arguments[0].Value) : Of(walk, arguments[0].Value),
        _ => Of(walk, part),
    };

    /// <summary>The text between two holes.</summary>
    private static AssembledText Between(IOperation part, IOperation text) =>
        part.Syntax is InterpolatedStringTextSyntax { TextToken: var token } && text.ConstantValue is { HasValue: true, Value: string { Length: > 0 } value }
            ? AssembledText.Of(Literal.Of(token, value))
            : AssembledText.Empty;

    /// <summary>A chain of conditions is one choice: it may be long.</summary>
    private static AssembledText Either(Walk walk, IConditionalOperation conditional)
    {
        var results = new List<IOperation>();
        for (IOperation at = conditional; ; )
        {
            if (Variables.Below(at) is not IConditionalOperation { WhenFalse: { } otherwise } test)
            {
                results.Add(at);
                return OneOf(walk, results.ToArray());
            }

            Statements.Run(walk, test.Condition);
            results.Add(test.WhenTrue);
            at = otherwise;
        }
    }

    private static AssembledText OneOf(Walk walk, params IOperation[] results)
    {
        var before = walk.State;
        var after = TextState.Unreachable;
        var texts = new List<AssembledText>();
        foreach (var result in results.Where(result => Variables.Below(result) is not IThrowOperation))
        {
            walk.State = before;
            texts.Add(Of(walk, result));
            after = after.Join(walk.State);
        }

        walk.State = after;
        return Alternatives.Of(texts);
    }

    /// <summary>Nobody knows how often it runs, or when: like a loop.</summary>
    private static AssembledText Lambda(Walk walk, IAnonymousFunctionOperation lambda)
    {
        if (!walk.IsTarget(lambda))
        {
            var exits = walk.Exits;
            Repetitions.Run(walk, lambda, () =>
            {
                walk.Exits = new Exits();
                Statements.Run(walk, lambda.Body);
                walk.Exits.Add(walk.State);
                walk.State = walk.Exits.State;
            });
            walk.Exits = exits;
        }

        return walk.Hole(lambda);
    }
}
