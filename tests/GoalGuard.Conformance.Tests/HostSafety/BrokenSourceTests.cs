using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GoalGuard.Conformance.Tests.HostSafety;

/// <summary>Sources as an editor sees them while somebody types.</summary>
public class BrokenSourceTests
{
    private const int Variants = 3;

    [Theory]
    [MemberData(nameof(Corpus.Names), MemberType = typeof(Corpus))]
    public Task Cut_off_anywhere(string name) => EachAsync(name, (source, tokens, random) => source[..Pick(tokens, random).Span.End]);

    [Theory]
    [MemberData(nameof(Corpus.Names), MemberType = typeof(Corpus))]
    public Task A_token_missing(string name) => EachAsync(name, (source, tokens, random) =>
    {
        var token = Pick(tokens, random).Span;
        return source.Remove(token.Start, token.Length);
    });

    [Theory]
    [MemberData(nameof(Corpus.Names), MemberType = typeof(Corpus))]
    public Task A_token_twice(string name) => EachAsync(name, (source, tokens, random) =>
    {
        var token = Pick(tokens, random);
        return source.Insert(token.Span.End, " " + token.Text);
    });

    [Theory]
    [MemberData(nameof(Corpus.Names), MemberType = typeof(Corpus))]
    public Task A_line_missing_or_twice(string name) => EachAsync(name, (source, _, random) =>
    {
        var lines = source.Split('\n').ToList();
        var at = random.Next(lines.Count);
        var line = lines[at];
        lines.RemoveAt(at);
        lines.InsertRange(at, Enumerable.Repeat(line, random.Next(2) * 2));
        return string.Join('\n', lines);
    });

    private static async Task EachAsync(string name, Func<string, IReadOnlyList<SyntaxToken>, Random, string> damage)
    {
        var source = Corpus.Named(name).Program().Sources[0].Text;
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).ToList();
        var random = new Random(source.Length);
        for (var i = 0; i < Variants; i++)
        {
            await Host.BearsAsync(damage(source, tokens, random));
        }
    }

    private static SyntaxToken Pick(IReadOnlyList<SyntaxToken> tokens, Random random) => tokens[random.Next(tokens.Count)];
}
