namespace GoalGuard.Conformance.Tests.Metamorphic;

/// <summary>The programs that are rewritten are themselves reported as their markup says.</summary>
public class CorpusTests
{
    [Theory]
    [MemberData(nameof(Corpus.Names), MemberType = typeof(Corpus))]
    public async Task Is_reported_as_marked(string name)
    {
        var program = Corpus.Named(name);
        Assert.Equal(program.IsReporting, program.Program().Expected.Any(report => report.Id == program.Rule));
        await Verify.ReportsAsync(program.Program());
    }

    [Fact]
    public void Each_rule_has_reporting_and_silent_programs()
    {
        Assert.NotEmpty(Corpus.Rules);
        foreach (var rule in Corpus.Rules)
        {
            Assert.Contains(Corpus.All, program => program.Rule == rule && program.IsReporting);
            Assert.Contains(Corpus.All, program => program.Rule == rule && !program.IsReporting);
        }
    }
}
