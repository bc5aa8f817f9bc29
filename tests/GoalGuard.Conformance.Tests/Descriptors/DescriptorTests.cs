using System.Text.RegularExpressions;
using GoalGuard.Analyzers;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Conformance.Tests.Descriptors;

/// <summary>Every row of the table of rules says what it must, in one style.</summary>
public class DescriptorTests
{
    private static readonly HashSet<string> Taxonomy = Resource.Lines("taxonomy.txt").ToHashSet(StringComparer.Ordinal);

    private static readonly IReadOnlyList<DiagnosticDescriptor> All = GoalGuard.Analyzers.Descriptors.All;

    public static TheoryData<string> Ids()
    {
        var data = new TheoryData<string>();
        foreach (var rule in All)
        {
            data.Add(rule.Id);
        }

        return data;
    }

    [Fact]
    public void Ids_are_unique_and_in_order() => Assert.Equal(All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal), All.Select(rule => rule.Id));

    [Fact]
    public void Every_declared_rule_is_in_the_table_and_offered()
    {
        var declared = typeof(GoalGuard.Analyzers.Descriptors).GetFields().Where(field => field.FieldType == typeof(DiagnosticDescriptor)).ToList();
        Assert.Equal(declared.Select(field => field.Name).Order(StringComparer.Ordinal), All.Select(rule => rule.Id));
        Assert.All(declared, field => Assert.Equal(field.Name, ((DiagnosticDescriptor)field.GetValue(null)!).Id));
        Assert.Equal(All.Select(rule => rule.Id), new GoalGuardAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Category_goes_with_the_number(string id)
    {
        Assert.Matches("^GG[0-7][0-9]{3}$", id);
        var category = id[2] switch
        {
            '0' => "Governance",
            '1' => "Pathway1Imitation",
            '2' => "Pathway2OutcomeConditioning",
            '3' => "Pathway3EmergentGoals",
            '4' => "Pathway4RewardMaximisation",
            '5' => "Pathway5OuterLoop",
            '6' => "ToolUse",
            _ => "Propagation",
        };
        Assert.Equal(category, Rule(id).Category);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Help_link_is_its_page(string id) =>
        Assert.Equal($"https://github.com/goalguard/goalguard/blob/main/docs/rules/{id}.md", Rule(id).HelpLinkUri);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Title_is_a_short_phrase_without_a_full_stop(string id)
    {
        var title = Rule(id).Title.ToString();
        Assert.Matches("^[A-Z][^\n]{3,78}[^.!?:; \n]$", title);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Message_ends_in_a_full_stop_if_it_has_several_sentences_and_in_none_otherwise(string id)
    {
        var message = Rule(id).MessageFormat.ToString();
        Assert.Equal(message.Trim(), message);
        Assert.DoesNotContain('\n', message);
        Assert.Equal(Regex.IsMatch(message, @"\. [A-Z]"), message.EndsWith('.'));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Tags_are_the_pathway_and_then_known_taxonomy_ids(string id)
    {
        var tags = Rule(id).CustomTags.ToList();
        Assert.Equal(Rule(id).Category, tags[0]);
        Assert.All(tags.Skip(1), tag => Assert.Contains(tag, Taxonomy));
        Assert.Equal(tags.Distinct(), tags);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Level_is_warning_info_or_hidden_and_on_by_default(string id)
    {
        Assert.True(Rule(id).IsEnabledByDefault);
        Assert.True(Rule(id).DefaultSeverity <= DiagnosticSeverity.Warning);
    }

    /// <summary>A scan reports the same rule, only out of reach of severities.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Scan_reports_the_same_rule(string id)
    {
        var scan = GoalGuard.Analyzers.Descriptors.ForScan(Rule(id));
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, scan.CustomTags);
        Assert.Equal((id, Rule(id).MessageFormat, Rule(id).DefaultSeverity, Rule(id).HelpLinkUri), (scan.Id, scan.MessageFormat, scan.DefaultSeverity, scan.HelpLinkUri));
    }

    private static DiagnosticDescriptor Rule(string id) => All.Single(rule => rule.Id == id);
}
