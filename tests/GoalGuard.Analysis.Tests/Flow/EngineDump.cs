using System.Text;
using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Tests.Flow;

/// <summary>
/// What the engine thought, to be read by a person: of each member that was walked its blocks, what was made sure of at their beginning, each operation whose value
/// has facts, then the summary and what met acts.
/// </summary>
internal sealed class EngineDump : IFlowObserver
{
    private readonly Dictionary<string, SortedDictionary<int, Lines>> _blocks = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, string> _results = new(StringComparer.Ordinal);

    private sealed class Lines
    {
        public string Head { get; set; } = "";

        public List<string> Operations { get; } = [];
    }

    public void Enter(Frame frame, BasicBlock block)
    {
        var lines = LinesOf(frame, block);
        lines.Operations.Clear();
        var assured = frame.State.Assured.Select(assurance => $"{assurance.Guard} of {assurance.Of?.ToString() ?? "all"}").Order(StringComparer.Ordinal);
        lines.Head = $"  block {block.Ordinal}" + (frame.Outer is null ? "" : " of a delegate") + (frame.State.Assured.IsEmpty ? "" : "  assured: " + string.Join(", ", assured));
    }

    public void Evaluated(Frame frame, BasicBlock block, IOperation operation)
    {
        var value = frame[operation];
        if (!value.Facts.IsEmpty || !frame.Deep(value).IsEmpty)
        {
            LinesOf(frame, block).Operations.Add($"    {operation.Kind} `{Short(operation.Syntax.ToString())}` = {frame.Deep(value)}{(value.Id is null ? "" : " as " + value.Id)}");
        }
    }

    public void Walked(Question question, MethodResult result)
    {
        var text = new StringBuilder();
        var summary = result.Summary;
        Append(text, "return", summary.Return.Facts);
        foreach (var parameter in summary.Writes.OrderBy(pair => pair.Key))
        {
            foreach (var member in parameter.Value.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                Append(text, $"writes {parameter.Key}.{member.Key}", member.Value.Facts);
            }
        }

        foreach (var sink in summary.Sinks)
        {
            text.AppendLine($"  sink {sink.Fact} -> {sink.Act.Display}");
        }

        foreach (var (when, validations) in new[] { ("returned", summary.WhenReturned), ("true", summary.WhenTrue), ("false", summary.WhenFalse) })
        {
            foreach (var validation in validations)
            {
                text.AppendLine($"  when {when}: {validation.Guard} of {validation.Parameter?.ToString() ?? "all"}");
            }
        }

        foreach (var loop in result.Loops)
        {
            text.AppendLine($"  loop at {loop.Header.Start}: asks {string.Join(", ", loop.Models.Select(use => use.Output.Name))}; carried {string.Join(", ", loop.Carried.Select(origin => origin.Name))}; "
                + $"decided by {loop.Deciding.Length}; bounds {string.Join(", ", loop.Bounds.Select(bound => bound.Kind))}");
        }

        foreach (var finding in result.Findings)
        {
            text.AppendLine($"  found {finding.Facts} -> {finding.Act.Display}");
        }

        foreach (var cap in result.Caps)
        {
            text.AppendLine($"  cap {cap.Cap}");
        }

        _results[Name(question.Symbol, question.IsOpen)] = text.ToString();
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var member in _order)
        {
            text.AppendLine(member);
            foreach (var lines in _blocks[member].Values)
            {
                text.AppendLine(lines.Head);
                lines.Operations.ForEach(line => text.AppendLine(line));
            }

            text.Append(_results.GetValueOrDefault(member, ""));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string what, FactSet facts)
    {
        if (!facts.IsEmpty)
        {
            text.AppendLine($"  {what} = {facts}");
        }
    }

    private Lines LinesOf(Frame frame, BasicBlock block)
    {
        var member = Name(frame.Method.Member, frame.Method.IsOpen);
        if (!_blocks.TryGetValue(member, out var blocks))
        {
            _blocks[member] = blocks = [];
            _order.Add(member);
        }

        // Delegates have graphs of their own: their blocks come after the member's.
        var key = block.Ordinal + (frame.Outer is null ? 0 : 1_000 * (1 + frame.Graph.OriginalOperation.Syntax.SpanStart));
        return blocks.TryGetValue(key, out var lines) ? lines : blocks[key] = new Lines();
    }

    private static string Name(ISymbol member, bool isOpen) => member.ToDisplayString() + (isOpen ? " (its parameters count)" : "");

    private static string Short(string code)
    {
        var line = string.Join(' ', code.Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 60 ? line[..57] + "..." : line;
    }
}
