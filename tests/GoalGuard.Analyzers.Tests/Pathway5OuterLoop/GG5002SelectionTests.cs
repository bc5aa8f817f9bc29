namespace GoalGuard.Analyzers.Tests.Pathway5OuterLoop;

/// <summary>The best of several answers is taken, and nothing is done with it here.</summary>
public class GG5002SelectionTests
{
    private static string Agent(string body, string members = "") => GG5001SelectionTests.Agent(body, members).Replace("public async Task RunAsync", "public async Task<string> RunAsync", StringComparison.Ordinal);

    [Theory]
    [InlineData("return all.{|GG5002:MaxBy(c => c.Score)|}!.Text;")]
    [InlineData("return all.OrderByDescending(c => c.Score).{|GG5002:First()|}.Text;")]
    [InlineData("var ranked = all.{|GG5002:OrderByDescending(c => c.Score)|}.ToList(); var best = ranked[0]; return best.Text;")]
    [InlineData("Candidate? best = null; foreach (var c in all) { if (best is null || {|GG5002:c.Score > best.Score|}) { best = c; } } return best!.Text;")]
    [InlineData("var top = 0.0; var kept = \"\"; foreach (var c in all) { if ({|GG5002:c.Score > top|}) { top = c.Score; kept = c.Text; } } return kept;")]
    [InlineData("var at = 0; for (var i = 1; i < all.Count; i++) { if ({|GG5002:all[i].Score > all[at].Score|}) { at = i; } } return all[at].Text;")]
    [InlineData("foreach (var c in all) { if ({|GG5002:c.Score > 0.7|}) { return c.Text; } } return \"\";")]
    [InlineData("return all.{|GG5002:First(c => c.Score > 0.7)|}.Text;")]
    [InlineData("return all.GroupBy(c => c.Text).OrderByDescending(g => g.Count()).{|GG5002:First()|}.Key;")]
    [InlineData("return Best({|GG5002:all|}).Text;", "private static Candidate Best(List<Candidate> given) => given.MaxBy(c => c.Score)!;")]
    public Task One_is_taken(string body, string members = "") => Verify.ReportsAsync(Agent(body, members));

    [Theory]
    [InlineData("return string.Join(\" \", all.OrderByDescending(c => c.Score).Select(c => c.Text));")]
    [InlineData("return string.Join(\" \", all.OrderByDescending(c => c.Score).Take(3).Select(c => c.Text));")]
    [InlineData("return all.MaxBy(c => c.Price)!.Text;")]
    [InlineData("return all.OrderBy(c => c.Text.Length).First().Text;")]
    [InlineData("return all[0].Text;")]
    [InlineData("var answer = (await client.GetResponseAsync(\"Which fits this? \" + all[0].Text)).Text; return _known.First(c => c.Text == answer).Text;", "private readonly List<Candidate> _known = new();")]
    [InlineData("var seen = all.Select(c => (c, At: DateTimeOffset.FromUnixTimeSeconds((long)c.Score))); return seen.MaxBy(each => each.At).c.Text;")]
    [InlineData("return all.First(c => c.Text.Contains(\"step\")).Text;")]
    [InlineData("return all.Max(c => c.Score).ToString();")]
    [InlineData("return all.Where(c => c.Score > 0.5).Count().ToString();")]
    [InlineData("var labels = all.Select(c => c.Score > 0.5 ? \"good\" : \"bad\").ToList(); return string.Join(\",\", labels);")]
    public Task None_is_taken_or_no_model_judged(string body, string members = "") => Verify.SilentAsync(Agent(body, members));
}
