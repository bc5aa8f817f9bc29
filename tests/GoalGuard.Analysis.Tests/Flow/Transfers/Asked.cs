using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>
/// What the tests of transfers ask of a few statements: <c>text</c> is what a model said, <c>chat</c> says more, and there is one <c>Examine</c>. What must arrive is
/// asked as an editor does, through all gates; what must not, as a scan does, so that no gate answers for the engine.
/// </summary>
internal static class Asked
{
    public static void Arrives(string statements, string declarations = "", string usings = "")
    {
        var source = Program(statements, declarations, usings);
        var seen = EngineProgram.Of(source);
        if (!Says(seen))
        {
            var whole = EngineProgram.Whole(source);
            Assert.Fail($"{(Says(whole) ? "Lost by a gate" : "Lost by the engine")}: {statements} {declarations}\n{(Says(whole) ? seen : whole).Dump()}");
        }
    }

    /// <summary>It arrives as something that no text fits in.</summary>
    public static void ArrivesAsNumber(string statements, string declarations = "", string usings = "")
    {
        var program = EngineProgram.Whole(Program(statements, declarations, usings));
        Assert.True(program.Examined.Any(facts => facts.Has(FactKind.ModelOutput) && facts.CommonGuards.HasFlag(Guard.NotText)), $"No number: {statements} {declarations}\n{program.Dump()}");
    }

    public static void StaysAway(string statements, string declarations = "", string usings = "")
    {
        var program = EngineProgram.Whole(Program(statements, declarations, usings));
        Assert.False(Says(program) || program.Examined.Count == 0, $"Not alone: {statements} {declarations}\n{program.Dump()}");
    }

    private static bool Says(EngineProgram program) => program.Examined.Concat(program.Found).Any(facts => facts.Has(FactKind.ModelOutput));

    private static string Program(string statements, string declarations, string usings) => $$"""
        {{usings}}
        partial class A
        {
            public async Task M(IChat chat)
            {
                var text = chat.Answer("q");
                {{statements}}
                await Task.Yield();
            }
        }
        {{declarations}}
        """;
}
