using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>
/// Reads *.models files. Never throws: a line that makes no sense becomes an error, the lines around it still count.
/// The grammar is in the README of this folder.
/// </summary>
public static class ModelsParser
{
    public static ModelsFile Parse(string fileName, string text)
    {
        var reader = new Reader(fileName);
        var line = 1;
        for (var start = 0; start < text.Length; line++)
        {
            var end = text.IndexOfAny(LineEnds, start);
            end = end < 0 ? text.Length : end;
            reader.Read(text.Substring(start, end - start), new EntryOrigin(fileName, line), TextSpan.FromBounds(start, end));
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return reader.ToFile(text);
    }

    private static readonly char[] LineEnds = ['\r', '\n'];

    private sealed class Reader(string fileName)
    {
        private readonly ImmutableArray<string>.Builder _assemblies = ImmutableArray.CreateBuilder<string>();
        private readonly ImmutableArray<string>.Builder _libraries = ImmutableArray.CreateBuilder<string>();
        private readonly ImmutableArray<RoleEntry>.Builder _roles = ImmutableArray.CreateBuilder<RoleEntry>();
        private readonly ImmutableArray<FlowEntry>.Builder _flows = ImmutableArray.CreateBuilder<FlowEntry>();
        private readonly ImmutableArray<RoleEntry>.Builder _withdrawn = ImmutableArray.CreateBuilder<RoleEntry>();
        private readonly ImmutableArray<ModelsError>.Builder _errors = ImmutableArray.CreateBuilder<ModelsError>();

        public ModelsFile ToFile(string text) => new(
            fileName,
            _assemblies.ToImmutable(),
            _roles.ToImmutable(),
            _flows.ToImmutable(),
            _withdrawn.ToImmutable(),
            _errors.ToImmutable())
        {
            Libraries = _libraries.ToImmutable(),
            Text = text,
        };

        public void Read(string line, EntryOrigin origin, TextSpan span)
        {
            var (text, note) = ModelsLine.SplitNote(ModelsLine.WithoutComment(line.TrimStart('\uFEFF')));
            var words = ModelsLine.Words(text);
            if (words.Count == 0)
            {
                if (note is not null)
                {
                    _errors.Add(new ModelsError(origin, span, "a note without an entry"));
                }

                return;
            }

            var error = words[0] switch
            {
                "assembly" or "library" => Assembly(words),
                "flow" => Flow(words, origin),
                "-" => Withdraw(words, note, origin),
                _ => Role(words, note, origin),
            };
            if (error is not null)
            {
                _errors.Add(new ModelsError(origin, span, error));
            }
        }

        private string? Assembly(List<string> words)
        {
            if (words.Count != 2)
            {
                return $"'{words[0]}' takes one assembly name";
            }

            _assemblies.Add(words[1]);
            if (words[0] == "library")
            {
                _libraries.Add(words[1]);
            }

            return null;
        }

        private string? Flow(List<string> words, EntryOrigin origin)
        {
            if (words.Count != 5 || words[3] != "->")
            {
                return "a flow is written: flow id place -> place";
            }

            if (SymbolPatternParser.Parse(words[1], out var error) is not { } symbol)
            {
                return error;
            }

            if (PlaceParser.Parse(words[2], out error) is not { } from || PlaceParser.Parse(words[4], out error) is not { } to)
            {
                return error;
            }

            if (symbol.Kind == 'T')
            {
                return "a flow belongs to a member; a type has none";
            }

            _flows.Add(new FlowEntry(symbol, from, to, origin));
            return null;
        }

        private string? Withdraw(List<string> words, string? note, EntryOrigin origin)
        {
            if (words.Count != 3)
            {
                return "an entry is withdrawn by: - role id";
            }

            if (!RoleNames.ByName.TryGetValue(words[1], out var role))
            {
                return UnknownRole(words[1]);
            }

            if (SymbolPatternParser.Parse(words[2], out var error) is not { } symbol)
            {
                return error;
            }

            _withdrawn.Add(new RoleEntry(role, symbol, null, null, note, origin));
            return null;
        }

        private string? Role(List<string> words, string? note, EntryOrigin origin)
        {
            if (!RoleNames.ByName.TryGetValue(words[0], out var role))
            {
                return UnknownRole(words[0]);
            }

            if (words.Count < 2)
            {
                return $"'{words[0]}' needs a documentation id";
            }

            if (SymbolPatternParser.Parse(words[1], out var error) is not { } symbol)
            {
                return error;
            }

            var next = 2;
            Place? place = null;
            if (next < words.Count && words[next] != "when")
            {
                place = PlaceParser.Parse(words[next++], out error);
                if (place is null)
                {
                    return error;
                }
            }

            Condition? condition = null;
            if (next < words.Count)
            {
                if (words[next] != "when" || words.Count != next + 2)
                {
                    return words[next] == "when"
                        ? "a condition is written: when arg:NAME=VALUE (quote values that have spaces)"
                        : $"'{words[next]}' is not expected here; one place, then 'when', then ': note'";
                }

                condition = When(words[next + 1], out error);
                if (condition is null)
                {
                    return error;
                }
            }

            _roles.Add(new RoleEntry(role, symbol, place, condition, note, origin));
            return null;
        }

        private static Condition? When(string text, out string error)
        {
            var equals = text.IndexOf('=');
            var values = equals < 0 ? "" : text.Substring(equals + 1);
            if (values.Length > 1 && values[0] == '"' && values[values.Length - 1] == '"')
            {
                values = values.Substring(1, values.Length - 2);
            }

            if (values.Length == 0 || values.IndexOf('"') >= 0)
            {
                error = "a condition is written: when arg:NAME=VALUE (quote values that have spaces)";
                return null;
            }

            return PlaceParser.Parse(text.Substring(0, equals), out error) is { } place
                ? new Condition(place, values.Split('|').ToImmutableArray())
                : null;
        }

        private static string UnknownRole(string word) => $"'{word}' is not a role; the README of the Knowledge folder lists them";
    }
}
