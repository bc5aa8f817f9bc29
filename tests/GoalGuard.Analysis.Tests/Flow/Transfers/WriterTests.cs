namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Writers over streams and buffers: what is written to the outer one is read back from the inner one.</summary>
public sealed class WriterTests
{
    [Theory]
    [InlineData("using var stream = new MemoryStream(); using (var writer = new StreamWriter(stream)) { writer.Write(text); } Examine(Encoding.UTF8.GetString(stream.ToArray()));")]
    [InlineData("using var stream = new MemoryStream(); using var writer = new StreamWriter(stream); writer.WriteLine(text); writer.Flush(); stream.Position = 0; using var reader = new StreamReader(stream); Examine(reader.ReadToEnd());")]
    [InlineData("using var stream = new MemoryStream(); await using (var writer = new StreamWriter(stream, Encoding.UTF8, 1024, leaveOpen: true)) { await writer.WriteAsync(text); } stream.Position = 0; Examine(await new StreamReader(stream).ReadToEndAsync());")]
    [InlineData("var buffer = new System.Buffers.ArrayBufferWriter<byte>(); using (var writer = new Utf8JsonWriter(buffer)) { writer.WriteStartObject(); writer.WriteString(\"a\", text); writer.WriteEndObject(); } Examine(Encoding.UTF8.GetString(buffer.WrittenSpan));")]
    [InlineData("var buffer = new System.Buffers.ArrayBufferWriter<byte>(); using var writer = new Utf8JsonWriter(buffer); writer.WriteStringValue(text); writer.Flush(); Examine(Encoding.UTF8.GetString(buffer.WrittenMemory.Span));")]
    [InlineData("var buffer = new System.Buffers.ArrayBufferWriter<byte>(); using var writer = new Utf8JsonWriter(buffer); writer.WriteStringValue(text); writer.Flush(); Examine(Encoding.UTF8.GetString(buffer.WrittenMemory.ToArray()));")]
    [InlineData("using var stream = new MemoryStream(); using (var writer = new Utf8JsonWriter(stream)) { writer.WriteStringValue(text); } Examine(Encoding.UTF8.GetString(stream.ToArray()));")]
    [InlineData("using var stream = new MemoryStream(); using (var writer = new Utf8JsonWriter(stream)) { JsonSerializer.Serialize(writer, new { said = text }); } Examine(Encoding.UTF8.GetString(stream.ToArray()));")]
    [InlineData("using var stream = new MemoryStream(); using (var zip = new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Compress)) using (var writer = new StreamWriter(zip)) { writer.Write(text); } Examine(Convert.ToBase64String(stream.ToArray()));")]
    [InlineData("using var stream = new MemoryStream(); using (var buffered = new BufferedStream(stream)) { buffered.Write(Encoding.UTF8.GetBytes(text)); } Examine(Encoding.UTF8.GetString(stream.ToArray()));")]
    [InlineData("using var stream = new MemoryStream(); using (var writer = new BinaryWriter(stream)) { writer.Write(text); } Examine(new BinaryReader(new MemoryStream(stream.ToArray())).ReadString());")]
    [InlineData("var all = new StringBuilder(); using (var writer = new StringWriter(all)) { writer.Write(text); } Examine(all.ToString());")]
    [InlineData("var buffer = new System.Buffers.ArrayBufferWriter<char>(); System.Buffers.BuffersExtensions.Write(buffer, text.AsSpan()); Examine(buffer.WrittenSpan.ToString());")]
    public void What_is_written_is_read_back(string statements) => Asked.Arrives(statements);

    [Theory]
    [InlineData("Examine(Written(text));", "partial class A { static string Written(string t) { using var stream = new MemoryStream(); using (var writer = new Utf8JsonWriter(stream)) { writer.WriteStringValue(t); } return Encoding.UTF8.GetString(stream.ToArray()); } }")]
    public void Through_an_own_member(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("using var stream = new MemoryStream(); using var other = new MemoryStream(); using (var writer = new StreamWriter(stream)) { writer.Write(text); } using (var mine = new StreamWriter(other)) { mine.Write(\"mine\"); } Examine(Encoding.UTF8.GetString(other.ToArray()));")]
    public void Another_stream_stays_away(string statements) => Asked.StaysAway(statements);
}
