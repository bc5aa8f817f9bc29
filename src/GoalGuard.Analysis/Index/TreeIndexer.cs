using GoalGuard.Analysis.Behaviour;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Index;

/// <summary>
/// Makes the index of a tree. Goes down to member declarations only; what is inside them is read as text, so that no syntax node
/// below a member comes into being for it.
/// </summary>
public static class TreeIndexer
{
    /// <summary>Keeps the index of a tree as long as the tree: after an edit, only the edited tree is indexed again.</summary>
    public static readonly SyntaxTreeValueProvider<TreeIndex> Provider = new(tree => Of(tree, CancellationToken.None));

    private static readonly ImmutableHashSet<uint> AddingCalls =
        new[]
            {
                "Add", "AddRange", "TryAdd", "Append", "AppendLine", "Enqueue", "Push", "Insert", "AddOrUpdate", "GetOrAdd", "Write", "WriteLine", "Union", "UnionWith",
                "AddFirst", "AddLast", "SetValue", "AddAsync", "WriteAsync", "TryWrite", "SetResult", "TrySetResult", "Invoke", "Report",
            }
            .Select(Words.Hash).ToImmutableHashSet();

    private static readonly uint[] ExtensionMarks = { Words.Hash("this"), Words.Hash("static") };

    private static readonly uint Out = Words.Hash("out");
    private static readonly uint Ref = Words.Hash("ref");
    private static readonly uint New = Words.Hash("new");

    public static TreeIndex Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (tree.GetRoot(cancellation) is not CompilationUnitSyntax root)
        {
            return TreeIndex.Empty;
        }

        var text = Words.Characters(tree.GetText(cancellation), out var length);
        var builder = new Builder(text, length);
        builder.Visit(root);
        return builder.Result();
    }

    private sealed class Builder(char[] text, int length)
    {
        private readonly ImmutableArray<MemberIndex>.Builder _members = ImmutableArray.CreateBuilder<MemberIndex>();
        private readonly ImmutableArray<TypeIndex>.Builder _types = ImmutableArray.CreateBuilder<TypeIndex>();
        private readonly HashSet<uint> _all = new();
        private readonly HashSet<uint> _words = new();
        private readonly HashSet<uint> _writes = new();
        private readonly Dictionary<uint, HashSet<uint>> _aliases = new();
        private readonly OutsideOfBodies _outside = new();

        public TreeIndex Result() =>
            new(_members.ToImmutable(), _types.ToImmutable(), Sorted(_all), TreeSignals.HasEndpoint(text, length), _outside.Hash(text, length));

        public void Visit(CompilationUnitSyntax root)
        {
            var open = new Stack<(MemberDeclarationSyntax Member, int Type, bool IsExtension)>();
            PushAll(open, root.Members, -1);
            AddAliases(root.Usings);
            var statements = new List<GlobalStatementSyntax>();
            while (open.Count > 0)
            {
                var (member, type, isExtension) = open.Pop();
                switch (member)
                {
                    case BaseNamespaceDeclarationSyntax space:
                        AddAliases(space.Usings);
                        PushAll(open, space.Members, -1);
                        break;
                    case TypeDeclarationSyntax { Identifier.ValueText: "" } block when type >= 0:
                        // What stands in an extension block belongs to the static class around it.
                        Words.Scan(text, block.SpanStart, block.OpenBraceToken.SpanStart, (word, _, _) => _all.Add(word));
                        PushAll(open, block.Members, type, isExtension: true);
                        break;
                    case TypeDeclarationSyntax declaration:
                        _types.Add(new TypeIndex(
                            Words.Hash(declaration.Identifier.ValueText), declaration.Span, Bases(declaration),
                            ModelLexicon.NamesModel(declaration.Identifier.ValueText)));
                        _all.Add(_types[_types.Count - 1].Name);
                        AddPrimaryConstructor(declaration);
                        PushAll(open, declaration.Members, _types.Count - 1);
                        break;
                    case GlobalStatementSyntax statement:
                        statements.Add(statement);
                        _outside.Leave(statement.Span);
                        break;
                    case EnumDeclarationSyntax or DelegateDeclarationSyntax:
                        break;
                    default:
                        Add(Name(member), type, member.Span, StateTypes.MayHoldText(member), _outside.Leave(member), isExtension);
                        break;
                }
            }

            if (statements.Count > 0)
            {
                Add(Words.Hash("<Main>$"), -1, TextSpan.FromBounds(statements.Min(s => s.SpanStart), statements.Max(s => s.Span.End)));
                _members.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
            }
        }

        /// <summary>Whoever mentions an alias mentions what it stands for. An alias of another file is out of sight.</summary>
        private void AddAliases(SyntaxList<UsingDirectiveSyntax> usings)
        {
            foreach (var directive in usings)
            {
                // A member of a library's namespace may be an extension, whose type nobody names.
                Words.Scan(text, directive.Span.Start, directive.Span.End, (word, _, _) => _all.Add(word));
                if (directive.Alias is { } alias)
                {
                    var words = new HashSet<uint>();
                    Words.Scan(text, alias.Span.End, directive.Span.End, (word, _, _) => words.Add(word));
                    _aliases[Words.Hash(alias.Name.Identifier.ValueText)] = words;
                }
            }
        }

        /// <summary>Parameters of a primary constructor are mentioned like fields, so each is a member: what its type says reaches those that name it.</summary>
        private void AddPrimaryConstructor(TypeDeclarationSyntax declaration)
        {
            foreach (var parameter in declaration.ParameterList?.Parameters ?? default)
            {
                Add(Words.Hash(parameter.Identifier.ValueText), _types.Count - 1, parameter.Span, StateTypes.MayHoldText(parameter));
            }
        }

        private static void PushAll(Stack<(MemberDeclarationSyntax, int, bool)> open, SyntaxList<MemberDeclarationSyntax> members, int type, bool isExtension = false)
        {
            for (var i = members.Count - 1; i >= 0; i--)
            {
                open.Push((members[i], type, isExtension));
            }
        }

        private static uint Name(MemberDeclarationSyntax member) => member switch
        {
            MethodDeclarationSyntax method => Words.Hash(method.Identifier.ValueText),
            PropertyDeclarationSyntax property => Words.Hash(property.Identifier.ValueText),
            ConstructorDeclarationSyntax constructor => Words.Hash(constructor.Identifier.ValueText),
            EventDeclarationSyntax @event => Words.Hash(@event.Identifier.ValueText),
            BaseFieldDeclarationSyntax field when field.Declaration.Variables.Count > 0 => Words.Hash(field.Declaration.Variables[0].Identifier.ValueText),
            _ => 0,
        };

        private ImmutableArray<uint> Bases(TypeDeclarationSyntax declaration)
        {
            if (declaration.BaseList is not { } list)
            {
                return ImmutableArray<uint>.Empty;
            }

            var bases = new HashSet<uint>();
            Words.Scan(text, list.SpanStart, list.Span.End, (word, _, _) => bases.Add(word));
            AddAliased(bases);
            _all.UnionWith(bases);
            return bases.OrderBy(word => word).ToImmutableArray();
        }

        /// <summary>A member of an extension block mentions what marks the older form.</summary>
        private void Add(uint name, int type, TextSpan span, bool holdsState = false, bool hasBody = true, bool isExtension = false)
        {
            _words.Clear();
            _writes.Clear();
            uint owner = 0;
            var ownerEnd = -1;
            var named = 0;
            var asksLeave = false;
            var chain = new List<uint>();
            Words.Scan(text, span.Start, span.End, (word, start, length) =>
            {
                // The declaration itself mentions the name once; only a second time is a use.
                if (word != name || named++ > 0)
                {
                    _words.Add(word);
                }

                if (IsMemberAccess(ownerEnd, start))
                {
                    chain.Add(owner);
                }
                else
                {
                    chain.Clear();
                }

                // What is put into a part of an object is put into the object.
                if (chain.Count > 0 && (AddingCalls.Contains(word) || IsAssigned(start + length, span.End)))
                {
                    _writes.UnionWith(chain);
                }

                if (IsAssigned(start + length, span.End) || owner == Out || owner == Ref || (chain.Count == 0 && owner != New && IsCalled(start + length, span.End)))
                {
                    _writes.Add(word);
                }

                asksLeave = asksLeave || (owner != New && LeaveWords.AreCalled(text, start, length, span.End));
                owner = word;
                ownerEnd = start + length;
            });
            AddAliased(_words);
            _words.UnionWith(isExtension ? ExtensionMarks : Array.Empty<uint>());
            _all.UnionWith(_words);
            _members.Add(new MemberIndex(name, type, span, Sorted(_words), Sorted(_writes), holdsState, hasBody, asksLeave));
        }

        private void AddAliased(HashSet<uint> words)
        {
            foreach (var alias in _aliases)
            {
                if (words.Contains(alias.Key))
                {
                    words.UnionWith(alias.Value);
                }
            }
        }

        /// <summary>True for <c>a.b</c> and <c>a?.b</c>.</summary>
        private bool IsMemberAccess(int ownerEnd, int start) =>
            ownerEnd >= 0 && ((start == ownerEnd + 1 && text[ownerEnd] == '.') || (start == ownerEnd + 2 && text[ownerEnd] is '?' or '!' && text[ownerEnd + 1] == '.'));

        /// <summary>True for <c>step(x)</c>, which may be a delegate that a field holds.</summary>
        private bool IsCalled(int at, int end) => at < end && text[at] == '(';

        /// <summary>True if what follows the word looks like <c>= x</c>, <c>+= x</c>, <c>??= x</c>, <c>[x]</c> or the end of a tuple before <c>= x</c>.</summary>
        private bool IsAssigned(int at, int end)
        {
            while (at < end && text[at] is ' ' or '\t' or '\r' or '\n')
            {
                at++;
            }

            if (at + 1 >= end)
            {
                return false;
            }

            return text[at] switch
            {
                '=' => text[at + 1] is not ('=' or '>'),
                '+' => text[at + 1] == '=',
                '?' => text[at + 1] == '?' && at + 2 < end && text[at + 2] == '=',
                '[' => true,
                ',' or ')' => IsTupleAssigned(at, end),
                _ => false,
            };
        }

        /// <summary>True if only names follow up to the end of a tuple that something is assigned to: <c>(x, y) = z</c>.</summary>
        private bool IsTupleAssigned(int at, int end)
        {
            while (at < end && (char.IsLetterOrDigit(text[at]) || text[at] is ',' or '.' or '_' or ' ' or '\r' or '\n'))
            {
                at++;
            }

            if (at >= end || text[at] != ')')
            {
                return false;
            }

            do
            {
                at++;
            }
            while (at < end && text[at] is ' ' or '\r' or '\n');

            return at + 1 < end && text[at] == '=' && text[at + 1] is not ('=' or '>');
        }

        private static ImmutableArray<uint> Sorted(HashSet<uint> words)
        {
            var sorted = new uint[words.Count];
            words.CopyTo(sorted);
            Array.Sort(sorted);
            return ImmutableArray.Create(sorted);
        }
    }
}
