namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Channels: whoever reads gets what somebody wrote, in another member too.</summary>
public sealed class ChannelTests
{
    [Theory]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); await channel.Writer.WriteAsync(text); Examine(await channel.Reader.ReadAsync());")]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); channel.Writer.TryWrite(text); await foreach (var said in channel.Reader.ReadAllAsync()) { Examine(said); }")]
    [InlineData("var channel = Channel.CreateBounded<string>(3); await channel.Writer.WriteAsync(text); while (await channel.Reader.WaitToReadAsync()) { while (channel.Reader.TryRead(out var said)) { Examine(said); } }")]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); var writer = channel.Writer; var reader = channel.Reader; await writer.WriteAsync(text); Examine(await reader.ReadAsync());")]
    [InlineData("var channel = Channel.CreateUnbounded<(string Said, string Mine)>(); await channel.Writer.WriteAsync((text, \"mine\")); Examine((await channel.Reader.ReadAsync()).Said);")]
    public void In_one_member(string statements) => Asked.Arrives(statements);

    [Theory]
    [InlineData("await _channel.Writer.WriteAsync(text);", "partial class A { private readonly Channel<string> _channel = Channel.CreateUnbounded<string>(); async Task N() { Examine(await _channel.Reader.ReadAsync()); } }")]
    [InlineData("_channel.Writer.TryWrite(text);", "partial class A { private readonly Channel<string> _channel = Channel.CreateBounded<string>(3); async Task N() { await foreach (var said in _channel.Reader.ReadAllAsync()) { Examine(said); } } }")]
    [InlineData("_channel.Writer.TryWrite(new Work(text, \"mine\"));", "record Work(string Said, string Mine); partial class A { private readonly Channel<Work> _channel = Channel.CreateUnbounded<Work>(); async Task N() { await foreach (var work in _channel.Reader.ReadAllAsync()) { Examine(work.Said); } } }")]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); await Write(channel.Writer, text); Examine(await channel.Reader.ReadAsync());", "partial class A { static async Task Write(ChannelWriter<string> writer, string given) => await writer.WriteAsync(given); }")]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); await channel.Writer.WriteAsync(text); await Read(channel.Reader);", "partial class A { static async Task Read(ChannelReader<string> reader) { Examine(await reader.ReadAsync()); } }")]
    [InlineData("_source.SetResult(text);", "partial class A { private readonly TaskCompletionSource<string> _source = new(); async Task N() { Examine(await _source.Task); } }")]
    public void Across_members(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); var other = Channel.CreateUnbounded<string>(); channel.Writer.TryWrite(text); other.Writer.TryWrite(\"mine\"); Examine(await other.Reader.ReadAsync());", "")]
    [InlineData("_channel.Writer.TryWrite(text);", "partial class A { private readonly Channel<string> _channel = Channel.CreateUnbounded<string>(); private readonly Channel<string> _other = Channel.CreateUnbounded<string>(); async Task N() { _other.Writer.TryWrite(\"mine\"); Examine(await _other.Reader.ReadAsync()); } }")]
    public void Another_channel_stays_away(string statements, string declarations) => Asked.StaysAway(statements, declarations);
}
