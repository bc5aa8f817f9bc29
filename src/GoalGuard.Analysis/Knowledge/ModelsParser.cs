using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>Reads *.models files, one line an entry. Never throws: what it cannot read becomes a <see cref="ModelsError"/>.</summary>
public static class ModelsParser
{
    public static ModelsFile Parse(string fileName, string text)
    {
        var file = new FileBuilder();
        var number = 0;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.Substring(start, end - start).TrimEnd('\r');
            var origin = new EntryOrigin(fileName, ++number);
            if (file.Read(line, origin) is { } message)
            {
                file.Errors.Add(new ModelsError(origin, new TextSpan(start, line.Length), message));
            }

            start = end + 1;
        }

        return new ModelsFile(
            fileName, file.Assemblies.ToImmutable(), file.Roles.ToImmutable(), file.Flows.ToImmutable(), file.Withdrawn.ToImmutable(), file.Errors.ToImmutable());
    }

    /// <summary><c>#</c> starts a comment at the start of a line or after white space; ids contain <c>#ctor</c>.</summary>
    private static string WithoutComment(string line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '#' && (at == 0 || char.IsWhiteSpace(line[at - 1])))
            {
                return line.Substring(0, at).Trim();
            }
        }

        return line.Trim();
    }

    private sealed class FileBuilder
    {
        public ImmutableArray<string>.Builder Assemblies { get; } = ImmutableArray.CreateBuilder<string>();

        public ImmutableArray<RoleEntry>.Builder Roles { get; } = ImmutableArray.CreateBuilder<RoleEntry>();

        public ImmutableArray<FlowEntry>.Builder Flows { get; } = ImmutableArray.CreateBuilder<FlowEntry>();

        public ImmutableArray<RoleEntry>.Builder Withdrawn { get; } = ImmutableArray.CreateBuilder<RoleEntry>();

        public ImmutableArray<ModelsError>.Builder Errors { get; } = ImmutableArray.CreateBuilder<ModelsError>();

        /// <summary>Takes one line; the result says what is wrong with it.</summary>
        public string? Read(string line, EntryOrigin origin)
        {
            var words = new Queue<string>(LineWords.Split(WithoutComment(line), out var note));
            if (words.Count == 0)
            {
                return note is null ? null : "a note without an entry";
            }

            switch (words.Peek())
            {
                case "assembly":
                    words.Dequeue();
                    return ReadAssembly(words);
                case "flow":
                    words.Dequeue();
                    return ReadFlow(words, origin);
                case "-":
                    words.Dequeue();
                    return ReadRole(words, note, origin, Withdrawn);
                default:
                    return ReadRole(words, note, origin, Roles);
            }
        }

        private string? ReadAssembly(Queue<string> words)
        {
            if (words.Count != 1)
            {
                return "'assembly' takes one name";
            }

            Assemblies.Add(words.Dequeue());
            return null;
        }

        private string? ReadFlow(Queue<string> words, EntryOrigin origin)
        {
            if (words.Count != 4 || words.ElementAt(2) != "->")
            {
                return "a flow reads 'flow id place -> place'";
            }

            if (SymbolPatterns.Parse(words.Dequeue()) is not { } symbol)
            {
                return "not a documentation-comment id";
            }

            var from = PlaceParser.Parse(words.Dequeue());
            words.Dequeue();
            var to = PlaceParser.Parse(words.Dequeue());
            if (from is null || to is null)
            {
                return "not a place: return, this, value or arg:NAME, then .Member, [*], (NAME), () or !";
            }

            Flows.Add(new FlowEntry(symbol, from, to, origin));
            return null;
        }

        private static string? ReadRole(Queue<string> words, string? note, EntryOrigin origin, ImmutableArray<RoleEntry>.Builder into)
        {
            if (words.Count == 0 || !RoleNames.ByName.TryGetValue(words.Dequeue(), out var role))
            {
                return "the line does not begin with a known role";
            }

            if (words.Count == 0 || SymbolPatterns.Parse(words.Dequeue()) is not { } symbol)
            {
                return "a role is followed by a documentation-comment id";
            }

            Place? place = null;
            if (words.Count > 0 && words.Peek() != "when" && (place = PlaceParser.Parse(words.Dequeue())) is null)
            {
                return "not a place: return, this, value or arg:NAME, then .Member, [*], (NAME), () or !";
            }

            Condition? condition = null;
            if (words.Count > 0 && (words.Dequeue() != "when" || words.Count != 1 || (condition = ParseCondition(words.Dequeue())) is null))
            {
                return "after the place stands nothing, or 'when arg:NAME=VALUE'";
            }

            into.Add(new RoleEntry(role, symbol, place, condition, note, origin));
            return null;
        }

        private static Condition? ParseCondition(string text)
        {
            var equals = text.IndexOf('=');
            return equals > 0 && PlaceParser.Parse(text.Substring(0, equals)) is { } place && equals + 1 < text.Length
                ? new Condition(place, text.Substring(equals + 1).Trim('"').Split('|').ToImmutableArray())
                : null;
        }
    }
}
