using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>Library members that check or rebuild a value, by full name. Each guard family has a file of its own.</summary>
internal static class GuardTable
{
    private delegate Value? Check(Frame frame, Call call);

    private static readonly ImmutableDictionary<string, Check> Members = new Dictionary<string, Check>(StringComparer.Ordinal)
    {
        ["System.IO.Path.GetFileName"] = PathChecks.FileName,
        ["System.IO.Path.GetFileNameWithoutExtension"] = PathChecks.FileName,
        ["System.IO.Path.GetRandomFileName"] = PathChecks.Harmless,
        ["System.IO.Path.GetTempFileName"] = PathChecks.Harmless,
        ["System.IO.Path.GetTempPath"] = PathChecks.Temporary,
        ["System.IO.Directory.CreateTempSubdirectory"] = PathChecks.MadeTemporary,
        ["System.IO.Path.GetFullPath"] = PathChecks.FullPath,
        ["System.IO.Path.ChangeExtension"] = PathChecks.Ending,
        ["System.IO.Path.Combine"] = PathChecks.Combine,
        ["System.IO.Path.Join"] = PathChecks.Combine,
        ["System.IO.Path.GetDirectoryName"] = PathChecks.Directory,
        ["System.IO.Path.EndsInDirectorySeparator"] = PathChecks.EndsInDirectorySeparator,
        ["System.IO.Path.GetRelativePath"] = PathChecks.Relative,
        ["System.IO.Path.GetPathRoot"] = Rebuilding.Root,
        ["System.String.Substring"] = Rebuilding.Segments,
        ["System.String.Split"] = Rebuilding.Segments,
        ["System.IO.FileInfo.new"] = Rebuilding.FileObject,
        ["System.IO.DirectoryInfo.new"] = Rebuilding.FileObject,
        ["System.IO.FileSystemInfo.ResolveLinkTarget"] = Rebuilding.LinkTarget,
        ["System.IO.File.ResolveLinkTarget"] = Rebuilding.LinkTarget,
        ["System.IO.Directory.ResolveLinkTarget"] = Rebuilding.LinkTarget,
        ["System.String.StartsWith"] = PathChecks.StartsWith,
        ["System.String.EndsWith"] = TextChecks.EndsWith,
        ["System.String.IndexOfAny"] = PathChecks.IndexOfAny,
        ["System.String.Contains"] = StatementChecks.Contains,
        ["System.String.IndexOf"] = StatementChecks.Contains,
        ["System.Object.GetType"] = TypeChecks.Own,
        ["System.Type.IsAssignableFrom"] = TypeChecks.IsAssignableFrom,
        ["System.Type.IsAssignableTo"] = TypeChecks.Derives,
        ["System.Type.IsSubclassOf"] = TypeChecks.Derives,
        ["Microsoft.CodeAnalysis.Compilation.Emit"] = CompiledCode.Emit,
        ["System.Reflection.Assembly.Load"] = CompiledCode.Load,
        ["System.Reflection.Assembly.LoadFile"] = CompiledCode.Load,
        ["System.Reflection.Assembly.LoadFrom"] = CompiledCode.Load,
        ["System.Reflection.Assembly.UnsafeLoadFrom"] = CompiledCode.Load,
        ["System.Runtime.Loader.AssemblyLoadContext.LoadFromAssemblyName"] = CompiledCode.Load,
        ["System.Runtime.Loader.AssemblyLoadContext.LoadFromAssemblyPath"] = CompiledCode.Load,
        ["System.Runtime.Loader.AssemblyLoadContext.LoadFromStream"] = CompiledCode.Load,
        ["System.String.Trim"] = TextChecks.Same,
        ["System.String.TrimStart"] = TextChecks.Same,
        ["System.String.TrimEnd"] = TextChecks.Same,
        ["System.String.ToLower"] = TextChecks.Same,
        ["System.String.ToUpper"] = TextChecks.Same,
        ["System.String.ToLowerInvariant"] = TextChecks.Same,
        ["System.String.ToUpperInvariant"] = TextChecks.Same,
        ["System.String.ToString"] = TextChecks.Same,
        ["System.Object.ToString"] = TextChecks.ObjectText,
        ["System.String.Equals"] = TextChecks.AreEqual,
        ["System.Object.Equals"] = TextChecks.AreEqual,
        ["System.StringComparer.Equals"] = TextChecks.AreEqual,
        ["System.String.Concat"] = TextChecks.Concat,
        ["System.String.Format"] = TextBuilding.Format,
        ["System.Text.RegularExpressions.Regex.IsMatch"] = RegexChecks.IsMatch,
        ["System.Text.RegularExpressions.Regex.Replace"] = RegexChecks.Replace,
        ["System.String.Replace"] = Templates.Fill,
        ["System.Uri.EscapeDataString"] = Templates.Encode,
        ["System.Net.WebUtility.UrlEncode"] = Templates.Encode,
        ["System.Web.HttpUtility.UrlEncode"] = Templates.Encode,
        ["System.Uri.GetLeftPart"] = Addresses.LeftPart,
        ["System.Net.Dns.GetHostAddresses"] = Addresses.LookUp,
        ["System.Net.Dns.GetHostAddressesAsync"] = Addresses.LookUp,
        ["System.Net.IPAddress.IsLoopback"] = PrivateAddresses.Loopback,
        ["System.Net.IPAddress.MapToIPv4"] = PrivateAddresses.Same,
        ["System.Net.IPAddress.MapToIPv6"] = PrivateAddresses.Same,
        ["System.Uri.new"] = Addresses.Parse,
        ["System.Uri.TryCreate"] = Addresses.TryParse,
        ["System.Uri.CheckHostName"] = Addresses.Nothing,
        ["System.Console.ReadLine"] = Approvals.Person,
        ["System.Console.ReadKey"] = Approvals.Person,
        ["System.IO.TextReader.ReadLine"] = Approvals.PersonIfConsole,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableHashSet<string> Names =
        Members.Keys.Select(name => name.Substring(name.LastIndexOf('.') + 1)).ToImmutableHashSet(StringComparer.Ordinal);

    public static Value? Apply(Frame frame, Call call)
    {
        var method = call.Method;
        var name = method.MethodKind == MethodKind.Constructor ? "new" : method.Name;
        if (Names.Contains(name) && Find(method, name) is { } check && check(frame, call) is { } value)
        {
            return value;
        }

        return Parsing.Apply(frame, call) ?? CharacterChecks.Apply(frame, call) ?? AllowLists.Apply(frame, call);
    }

    private static Check? Find(IMethodSymbol method, string name)
    {
        for (ITypeSymbol? type = (method.OverriddenMethod ?? method).ContainingType; type is not null; type = type.BaseType)
        {
            if (Members.TryGetValue(Types.FullName(type) + "." + name, out var check))
            {
                return check;
            }
        }

        return null;
    }
}
