using GoalGuard.Analysis.Index;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>Words of command lines, and keys with their values, that switch a precaution off; as data.</summary>
internal static class SwitchTexts
{
    private const string Any = "*";
    private const string Key = "key";
    private const string Tool = "tool";

    /// <summary>An option of a program.</summary>
    /// <param name="Kind">What it switches off.</param>
    /// <param name="Program">The program that it means something to; <c>*</c> where no other program has it.</param>
    /// <param name="IsInTool">True if it matters only where a model's tools run it.</param>
    /// <param name="Words">The option, and its value; <c>*</c> stands for any text.</param>
    public sealed record Option(SwitchKind Kind, string Program, bool IsInTool, ImmutableArray<string> Words);

    private static readonly ImmutableArray<string[]> Lines = Read();

    public static readonly ImmutableArray<Option> Options =
        Lines.Where(line => line[1] != Key).Select(line => new Option(KindOf(line), line[1], line[0] == Tool, line.Skip(2).ToImmutableArray())).ToImmutableArray();

    /// <summary>Keys and values by which a request says the same.</summary>
    public static readonly ImmutableArray<(SwitchKind Kind, string Key, string Value)> Keys =
        Lines.Where(line => line[1] == Key).Select(line => (KindOf(line), line[2], line[3])).ToImmutableArray();

    /// <summary>Words as an index has them: those of a text, and the programs of which one is named near by.</summary>
    private sealed record Mention(ImmutableArray<uint> Words, ImmutableArray<uint> Programs);

    private static readonly ImmutableArray<Mention> Mentions = Options.Select(OfOption).Concat(Keys.Select(OfKey)).ToImmutableArray();

    private static Mention OfKey((SwitchKind Kind, string Key, string Value) key) => new(IndexWords(key.Key + " " + key.Value), ImmutableArray<uint>.Empty);

    /// <summary>True if the member mentions all words of some text, and its tree a program that they mean something to.</summary>
    public static bool MayBeIn(MemberIndex member, TreeIndex tree) => Mentions.Any(mention => mention.Words.All(member.Mentions) && IsNamed(mention, tree));

    /// <summary>True if the tree mentions all words of some text.</summary>
    public static bool MayBeIn(TreeIndex tree) => Mentions.Any(mention => mention.Words.All(tree.Mentions) && IsNamed(mention, tree));

    private static bool IsNamed(Mention mention, TreeIndex tree) => mention.Programs.IsEmpty || mention.Programs.Any(tree.Mentions);

    /// <summary>The name of a program stands in its tree as a word; a long option says enough without.</summary>
    private static Mention OfOption(Option option)
    {
        var words = IndexWords(string.Join(" ", option.Words));
        var isTelling = option.Words.Any(word => word.TrimStart('-', '*').Length > 2 && word.StartsWith("--", StringComparison.Ordinal));
        return new Mention(
            words, isTelling || option.Program == Any ? ImmutableArray<uint>.Empty : option.Program.Split('|').Select(Index.Words.Hash).ToImmutableArray());
    }

    /// <summary>True if the option means something here: to any program, or to one that is named.</summary>
    public static bool Means(Option option, string around) =>
        option.Program == Any || option.Program.Split('|').Any(program => around.IndexOf(program, StringComparison.OrdinalIgnoreCase) >= 0);

    private static SwitchKind KindOf(string[] line) => line[0] == "approval" ? SwitchKind.Approval : SwitchKind.Isolation;

    private static ImmutableArray<uint> IndexWords(string text)
    {
        var words = ImmutableArray.CreateBuilder<uint>();
        Index.Words.Scan(text.ToCharArray(), 0, text.Length, (word, _, _) => words.Add(word));
        return words.Distinct().ToImmutableArray();
    }

    private static ImmutableArray<string[]> Read()
    {
        using var reader = new StreamReader(typeof(SwitchTexts).Assembly.GetManifestResourceStream("switches.txt")!);
        return reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries)).ToImmutableArray();
    }
}
