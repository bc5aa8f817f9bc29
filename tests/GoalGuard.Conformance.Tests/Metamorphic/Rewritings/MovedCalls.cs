using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>Which expressions of a test program ask a model, and which act. Written down here, so that the suite does not ask what it tests.</summary>
internal static class MovedCalls
{
    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal)
    {
        "ChatClientExtensions.GetResponseAsync", "IChatClient.GetResponseAsync", "ChatClient.CompleteChatAsync", "ChatClient.CompleteChat",
        "KernelExtensions.InvokePromptAsync", "AIAgent.RunAsync",
    };

    private static readonly HashSet<string> Actors = new(StringComparer.Ordinal) { "Process", "File", "Directory", "HttpClient", "FineTuningClient" };

    private static readonly HashSet<string> Questioning = new(StringComparer.Ordinal) { "Exists", "SendAsync" };

    private static readonly HashSet<string> Configurations = new(StringComparer.Ordinal) { "ProcessStartInfo", "HttpRequestMessage" };

    public static bool AsksModel(ExpressionSyntax expression, SemanticModel model) =>
        expression is InvocationExpressionSyntax && model.GetSymbolInfo(expression).Symbol is IMethodSymbol method
        && Questions.Contains($"{method.ContainingType.Name}.{method.Name}");

    public static bool Acts(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } call when model.GetSymbolInfo(call).Symbol is IMethodSymbol method =>
            (Actors.Contains(method.ContainingType.Name) && !Questioning.Contains(method.Name))
            || (method.Name == "Add" && call.Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ArgumentList" } }),
        ObjectCreationExpressionSyntax creation => Configurations.Contains(creation.Type.ToString()),
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax member } =>
            model.GetSymbolInfo(member).Symbol is IPropertySymbol property && Configurations.Contains(property.ContainingType.Name),
        _ => false,
    };
}
