using GoalGuard.Analysis.Behaviour;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GoalGuard.Analysis.Index;

/// <summary>
/// The cheap first look at a tree of a program that references no model library: does its text hold the address of a completion
/// endpoint, or declare a type that is named like a language model? Reads characters, makes nothing.
/// </summary>
public static class TreeSignals
{
    /// <summary>Kept as long as the tree.</summary>
    public static readonly SyntaxTreeValueProvider<bool> Provider = new(tree => In(tree));

    private static readonly ImmutableArray<string> EndpointMarkers = ImmutableArray.Create(
        "/completions", "/v1/messages", "/v1/responses", "/api/generate", "/api/chat", "chat/completions", ":generateContent", ":streamGenerateContent",
        "fine_tuning/jobs", "/converse", "/v1/complete");

    private static readonly uint[] Declarations = new[] { "class", "interface", "record", "struct" }.Select(Words.Hash).ToArray();

    private static bool In(SyntaxTree tree)
    {
        var text = Words.Characters(tree.GetText(), out var length);
        return HasEndpoint(text, length) || DeclaresModel(text, length);
    }

    internal static bool HasEndpoint(char[] text, int length)
    {
        for (var at = 0; at < length; at++)
        {
            switch (text[at])
            {
                case '/' or ':' when Matches(text, at, length):
                case 'c' when Starts(text, at, length, "chat/completions"):
                case 'f' when Starts(text, at, length, "fine_tuning/jobs"):
                    return true;
            }
        }

        return false;
    }

    private static bool Matches(char[] text, int at, int length)
    {
        foreach (var marker in EndpointMarkers)
        {
            if (Starts(text, at, length, marker))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Starts(char[] text, int at, int length, string marker)
    {
        if (at + marker.Length > length)
        {
            return false;
        }

        for (var i = 0; i < marker.Length; i++)
        {
            if (text[at + i] != marker[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool DeclaresModel(char[] text, int length)
    {
        uint before = 0;
        var found = false;
        Words.Scan(text, 0, length, (word, start, wordLength) =>
        {
            found |= ToolLexicon.IsCommonName(word);
            found |= Array.IndexOf(Declarations, before) >= 0 && ModelLexicon.NamesModel(new string(text, start, wordLength));
            before = word;
        });
        return found;
    }
}
