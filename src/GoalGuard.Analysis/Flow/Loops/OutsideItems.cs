using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>Calls that wait for the next thing from outside: a message, a request, a line, a tick. A round per item is as many rounds as others want.</summary>
internal static class OutsideItems
{
    private const string Timer = "System.Threading.PeriodicTimer";

    private static readonly ImmutableDictionary<string, string[]> Calls = new Dictionary<string, string[]>
    {
        [Timer] = ["WaitForNextTickAsync"],
        ["System.Threading.Channels.ChannelReader"] = ["WaitToReadAsync", "ReadAsync"],
        ["System.Collections.Concurrent.BlockingCollection"] = ["Take"],
        ["System.Net.HttpListener"] = ["GetContext", "GetContextAsync"],
        ["System.Net.Sockets.TcpListener"] = ["AcceptTcpClient", "AcceptTcpClientAsync", "AcceptSocket", "AcceptSocketAsync"],
        ["System.Net.Sockets.Socket"] = ["Accept", "AcceptAsync", "Receive", "ReceiveAsync"],
        ["System.Net.WebSockets.WebSocket"] = ["ReceiveAsync"],
        ["System.IO.Pipelines.PipeReader"] = ["ReadAsync"],
        ["System.IO.Pipes.NamedPipeServerStream"] = ["WaitForConnection", "WaitForConnectionAsync"],
        ["System.IO.TextReader"] = ["ReadLine", "ReadLineAsync", "Read", "ReadAsync"],
        ["System.IO.Stream"] = ["Read", "ReadAsync"],
        ["System.Data.Common.DbDataReader"] = ["Read", "ReadAsync"],
        ["System.Xml.XmlReader"] = ["Read", "ReadAsync"],
    }.ToImmutableDictionary();

    public static IEnumerable<Candidate> Of(LoopContext context)
    {
        foreach (var (node, operation) in context.Operations())
        {
            if (operation is IInvocationOperation call && Waits(call.TargetMethod))
            {
                var holder = CollectionMembers.Holder(call.Instance);
                var kind = Symbols.IsType(call.TargetMethod.ContainingType, Timer) ? BoundKind.Tick : BoundKind.OutsideItems;
                yield return new Candidate(node, new Bound(kind, call, holder), context.Fills(holder) ? NearMissReason.CollectionExtended : null);
            }
        }
    }

    private static bool Waits(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (Calls.TryGetValue(Types.FullName(type), out var names))
            {
                return names.Contains(method.Name);
            }
        }

        return false;
    }
}
