using System.Reflection.Metadata;

namespace GoalGuard.Analysis.Knowledge.Annotations;

/// <summary>
/// The annotated declarations of a compiled assembly: one pass over its table of attributes. No symbol comes into being for what is not
/// annotated.
/// </summary>
internal sealed class AnnotatedMetadata
{
    private readonly MetadataReader _reader;
    private readonly HashSet<AnnotatedName> _found = new();
    private readonly Lazy<Dictionary<EntityHandle, EntityHandle>> _owners;

    private AnnotatedMetadata(MetadataReader reader)
    {
        _reader = reader;
        _owners = new(FindOwners);
    }

    /// <summary>Empty for an assembly that cannot be read; the compiler has more to say about it.</summary>
    public static ImmutableArray<AnnotatedName> In(PortableExecutableReference reference)
    {
        try
        {
            return reference.GetMetadata() is AssemblyMetadata assembly ? new AnnotatedMetadata(assembly.GetModules()[0].GetMetadataReader()).Find() : ImmutableArray<AnnotatedName>.Empty;
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return ImmutableArray<AnnotatedName>.Empty;
        }
    }

    private ImmutableArray<AnnotatedName> Find()
    {
        foreach (var handle in _reader.CustomAttributes)
        {
            var attribute = _reader.GetCustomAttribute(handle);
            if (IsAnnotation(attribute.Constructor))
            {
                Add(attribute.Parent);
            }
        }

        return _found.OrderBy(name => name.Type, StringComparer.Ordinal).ThenBy(name => name.Member, StringComparer.Ordinal).ToImmutableArray();
    }

    private bool IsAnnotation(EntityHandle constructor)
    {
        switch (constructor.Kind)
        {
            case HandleKind.MemberReference when _reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent:
                var used = _reader.GetTypeReference((TypeReferenceHandle)parent);
                return IsAnnotation(used.Namespace, used.Name);
            case HandleKind.MethodDefinition:
                var declared = _reader.GetTypeDefinition(_reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType());
                return IsAnnotation(declared.Namespace, declared.Name);
            default:
                return false;
        }
    }

    private bool IsAnnotation(StringHandle space, StringHandle name) =>
        _reader.StringComparer.Equals(space, AnnotationNames.Namespace) && AnnotationNames.Contains(_reader.GetString(name));

    private void Add(EntityHandle declaration)
    {
        switch (declaration.Kind)
        {
            case HandleKind.TypeDefinition:
                _found.Add(new AnnotatedName(NameOf((TypeDefinitionHandle)declaration), null));
                break;
            case HandleKind.MethodDefinition:
                var method = _reader.GetMethodDefinition((MethodDefinitionHandle)declaration);
                Add(method.GetDeclaringType(), method.Name);
                break;
            case HandleKind.FieldDefinition:
                var field = _reader.GetFieldDefinition((FieldDefinitionHandle)declaration);
                Add(field.GetDeclaringType(), field.Name);
                break;
            case HandleKind.PropertyDefinition when _owners.Value.TryGetValue(declaration, out var type):
                var property = _reader.GetPropertyDefinition((PropertyDefinitionHandle)declaration);
                Add((TypeDefinitionHandle)type, property.Name);
                break;
            case HandleKind.Parameter when _owners.Value.TryGetValue(declaration, out var of):
                Add(of);
                break;
        }
    }

    private void Add(TypeDefinitionHandle type, StringHandle member) => _found.Add(new AnnotatedName(NameOf(type), _reader.GetString(member)));

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        var name = _reader.GetString(type.Name);
        for (var outer = type.GetDeclaringType(); !outer.IsNil; outer = type.GetDeclaringType())
        {
            type = _reader.GetTypeDefinition(outer);
            name = _reader.GetString(type.Name) + "+" + name;
        }

        return type.Namespace.IsNil ? name : _reader.GetString(type.Namespace) + "." + name;
    }

    /// <summary>Metadata does not say which type a property belongs to, nor which method a parameter.</summary>
    private Dictionary<EntityHandle, EntityHandle> FindOwners()
    {
        var owners = new Dictionary<EntityHandle, EntityHandle>();
        foreach (var type in _reader.TypeDefinitions)
        {
            foreach (var property in _reader.GetTypeDefinition(type).GetProperties())
            {
                owners[property] = type;
            }
        }

        foreach (var method in _reader.MethodDefinitions)
        {
            foreach (var parameter in _reader.GetMethodDefinition(method).GetParameters())
            {
                owners[parameter] = method;
            }
        }

        return owners;
    }
}
