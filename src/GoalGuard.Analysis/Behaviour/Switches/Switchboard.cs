using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>
/// Where the program switches a precaution off. Found once for the whole program, from the members that mention a switch: what one of them takes from a
/// parameter, a field, a property or a helper is looked for where that is set. Costs nothing where no switch is mentioned.
/// </summary>
internal sealed class Switchboard(Engine engine)
{
    /// <summary>Settings of the program's own that are followed.</summary>
    private const int MaxSettings = 200;

    /// <summary>Bodies that are read for the settings of one program.</summary>
    private const int MaxBodies = 5000;

    private readonly object _gate = new();
    private (ILookup<string, SwitchedOff> Found, ILookup<string, CapReached> Caps)? _board;

    /// <summary>What is switched off in a file, in the order of the source.</summary>
    public IEnumerable<SwitchedOff> In(SyntaxTree tree, CancellationToken cancellation) => Board(cancellation).Found[tree.FilePath];

    /// <summary>Settings that are set in a file and were not followed to the end.</summary>
    public IEnumerable<CapReached> CapsIn(SyntaxTree tree, CancellationToken cancellation) => Board(cancellation).Caps[tree.FilePath];

    private (ILookup<string, SwitchedOff> Found, ILookup<string, CapReached> Caps) Board(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_board is not { } board)
            {
                var run = new Run(engine, cancellation);
                // What a library does with what it offers is for those who use it to decide.
                if (!engine.IsModelled)
                {
                    run.Find();
                }

                _board = board = run.Board();
            }

            return board;
        }
    }

    private sealed class Run
    {
        private readonly Engine _engine;
        private readonly CancellationToken _cancellation;
        private readonly OffValues _values;
        private readonly Undecided _undecided;
        private readonly AgentTools _tools;
        private readonly Dictionary<(SourceSpan At, SwitchKind Kind), SwitchedOff> _found = new();
        private readonly HashSet<(string, string, SourceSpan)> _used = new();
        private readonly Queue<(ISymbol Setting, Off Off)> _open = new();
        private readonly HashSet<(string, string, SourceSpan)> _known = new();
        private readonly HashSet<CapReached> _caps = new();
        private int _read;

        public Run(Engine engine, CancellationToken cancellation)
        {
            _engine = engine;
            _cancellation = cancellation;
            _undecided = new Undecided(engine, cancellation);
            _tools = new AgentTools(engine, cancellation);
            _values = new OffValues(engine, Found, Ask, cancellation);
        }

        public (ILookup<string, SwitchedOff> Found, ILookup<string, CapReached> Caps) Board() => (
            _found.Values.OrderBy(found => found.At.Start).ThenBy(found => found.At.Length).ToLookup(found => found.At.Path, StringComparer.Ordinal),
            _caps.OrderBy(cap => cap.Site.Start).ThenBy(cap => cap.Site.Length).ToLookup(cap => cap.Site.Path, StringComparer.Ordinal));

        public void Find()
        {
            var switches = new MemberSwitches(_engine, _values, Found);
            var texts = new TextSwitches(_values, Found);
            foreach (var (_, body) in _engine.Index.Switches().SelectMany(Bodies))
            {
                switches.Scan(body);
                texts.Scan(body);
            }

            var questions = new LeaveQuestions(_engine, _values, Found, _cancellation);
            foreach (var (_, body) in _engine.Index.AskingLeave().Where(questions.AreOfAgent).SelectMany(Bodies))
            {
                questions.Scan(body);
            }

            while (_open.Count > 0)
            {
                _cancellation.ThrowIfCancellationRequested();
                var (setting, off) = _open.Dequeue();
                Set(setting, off);
            }
        }

        private IEnumerable<(ISymbol Member, IOperation Body)> Bodies(IndexedMember member)
        {
            _cancellation.ThrowIfCancellationRequested();
            return _engine.Members.Symbols(member, _cancellation).SelectMany(symbol => _engine.Bodies.Operations(symbol, _cancellation).Select(body => (symbol, body)));
        }

        private void Found(IOperation value, Off off)
        {
            var member = FunctionBodies.Member(value);
            if ((off.IsAnswer && !_undecided.Is(value, member)) || (off.IsInTool && !_tools.Run(member)))
            {
                return;
            }

            if (Definitions.Root(value) is IFieldInitializerOperation { InitializedFields: { IsEmpty: false } fields } && fields[0].IsConst)
            {
                Used(fields[0], off);
                return;
            }

            if (Holder(value) is { IsConst: true } constant)
            {
                Used(constant, Definitions.Root(value), off);
                return;
            }

            var at = SourceSpan.Of(value.Syntax);
            if (!_found.TryGetValue((at, off.Kind), out var known) || (known.IsLowered && !off.IsLowered))
            {
                _found[(at, off.Kind)] = new SwitchedOff(off.Kind, at, Text(value), off.Setting, off.At, member?.GetDocumentationCommentId() ?? member?.Name ?? "", off.IsLowered, Off.Number(value));
            }
        }

        /// <summary>What a constant holds is switched off where the constant is used. Constants may hold each other, while they are typed even in a circle.</summary>
        private void Used(IFieldSymbol constant, Off off)
        {
            if (_used.Count >= MaxSettings || !_used.Add((constant.ToDisplayString(), off.Setting, off.At)))
            {
                return;
            }

            foreach (var (_, body) in OwnSettings.Setting(_engine, constant).SelectMany(Bodies).ToList())
            {
                Used(body.DescendantsAndSelf().OfType<IFieldReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Field, constant)), off);
            }
        }

        private void Used(ILocalSymbol constant, IOperation body, Off off)
        {
            if (_used.Count < MaxSettings && _used.Add(($"{constant.Name}@{constant.Locations[0].SourceSpan.Start}", off.Setting, off.At)))
            {
                Used(body.Descendants().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, constant)), off);
            }
        }

        private void Used(IEnumerable<IOperation> uses, Off off)
        {
            foreach (var use in uses.Where(use => Uses.AsValue(use) && (!off.IsText || HandedOn.Is(use, use.ConstantValue.Value as string ?? ""))).ToList())
            {
                Found(use, off with { IsLowered = off.IsLowered || Uses.IsDecided(use) });
            }
        }

        /// <summary>The local that is declared with the value.</summary>
        private static ILocalSymbol? Holder(IOperation value)
        {
            var at = value.Parent;
            while (at is IConversionOperation or IVariableInitializerOperation)
            {
                at = at.Parent;
            }

            return (at as IVariableDeclaratorOperation)?.Symbol;
        }

        private static string Text(IOperation value) => value switch
        {
            IAnonymousFunctionOperation or IMethodReferenceOperation => "a function that always says yes",
            IMemberReferenceOperation reference => Types.Display(reference.Member),
            _ => value.Syntax.ToString().Trim() is { Length: <= 60 } text && text.IndexOf('\n') < 0 ? $"'{text}'" : "a text",
        };

        private void Ask(ISymbol setting, Off off)
        {
            if (_known.Count >= MaxSettings || _read >= MaxBodies)
            {
                _caps.Add(new CapReached("settings", off.At));
            }
            else if (_known.Add((Name(setting), off.Setting, off.At)))
            {
                _open.Enqueue((setting, off));
            }
        }

        private static string Name(ISymbol setting) =>
            setting is IParameterSymbol parameter ? parameter.ContainingSymbol.ToDisplayString() + "#" + parameter.Ordinal : setting.ToDisplayString();

        /// <summary>Looks for what a setting of the program's own is given.</summary>
        private void Set(ISymbol setting, Off off)
        {
            foreach (var member in OwnSettings.Setting(_engine, setting))
            {
                foreach (var (symbol, body) in Bodies(member))
                {
                    _read++;
                    foreach (var value in OwnSettings.ValuesIn(body, setting, symbol))
                    {
                        _values.Trace(value, off with { IsLowered = off.IsLowered || Uses.IsDecided(value) });
                    }
                }
            }
        }
    }
}
