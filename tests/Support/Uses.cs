using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;

namespace TrustBot.Tests.Support;

/// <summary>One use of a type, or of a member of it, as the compiler left it.</summary>
internal sealed record Use(string FromNamespace, string FromType, string Where, string Namespace, string Type, string Member)
{
    public override string ToString() =>
        $"{FromNamespace}.{FromType} ({Where}) uses {Namespace}.{Type}{(Member.Length > 0 ? "." + Member : "")}";
}

/// <summary>
/// Every use in a compiled assembly: bases, interfaces, signatures, fields, constraints, attributes and what method
/// bodies touch. Nested types, and what the compiler made of lambdas and iterators, count as the outermost type.
/// </summary>
internal sealed partial class Uses
{
    private readonly PEReader _pe;
    private readonly MetadataReader _md;
    private readonly HashSet<Use> _found = [];
    private (string Namespace, string Type, string Where) _at;

    private Uses(PEReader pe) => (_pe, _md) = (pe, pe.GetMetadataReader());

    public static IReadOnlyCollection<Use> In(Stream assembly)
    {
        using var pe = new PEReader(assembly);
        var uses = new Uses(pe);
        foreach (var type in uses._md.TypeDefinitions) uses.Walk(type);
        return uses._found;
    }

    /// <summary>Namespace and name of every outermost type.</summary>
    public static IReadOnlyList<(string Namespace, string Name)> Types(Stream assembly)
    {
        using var pe = new PEReader(assembly);
        var md = pe.GetMetadataReader();
        return [.. md.TypeDefinitions.Select(md.GetTypeDefinition).Where(t => t.GetDeclaringType().IsNil)
            .Select(t => (md.GetString(t.Namespace), md.GetString(t.Name))).Where(t => t.Item2 != "<Module>")];
    }

    /// <summary>Names of the assemblies referred to.</summary>
    public static IReadOnlyList<string> References(Stream assembly)
    {
        using var pe = new PEReader(assembly);
        var md = pe.GetMetadataReader();
        return [.. md.AssemblyReferences.Select(r => md.GetString(md.GetAssemblyReference(r).Name))];
    }

    private void Walk(TypeDefinitionHandle handle)
    {
        var type = _md.GetTypeDefinition(handle);
        var (ns, name) = Name(handle);
        _at = (ns, name, "type");
        Add(type.BaseType);
        foreach (var i in type.GetInterfaceImplementations()) Add(_md.GetInterfaceImplementation(i).Interface);
        Attributes(type.GetCustomAttributes());
        Constraints(type.GetGenericParameters());
        foreach (var f in type.GetFields())
        {
            var field = _md.GetFieldDefinition(f);
            _at.Where = _md.GetString(field.Name);
            Signature(field.Signature);
            Attributes(field.GetCustomAttributes());
        }
        foreach (var p in type.GetProperties()) Attributes(_md.GetPropertyDefinition(p).GetCustomAttributes());
        foreach (var m in type.GetMethods())
        {
            var method = _md.GetMethodDefinition(m);
            _at.Where = _md.GetString(method.Name);
            Signature(method.Signature);
            Attributes(method.GetCustomAttributes());
            Constraints(method.GetGenericParameters());
            if (method.RelativeVirtualAddress != 0) Body(_pe.GetMethodBody(method.RelativeVirtualAddress));
        }
    }

    private void Body(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil) Add(body.LocalSignature);
        foreach (var region in body.ExceptionRegions) Add(region.CatchType);
        foreach (var token in Il.Tokens(body.GetILBytes()!)) Add(MetadataTokens.EntityHandle(token));
    }

    private void Constraints(GenericParameterHandleCollection parameters)
    {
        foreach (var p in parameters)
            foreach (var c in _md.GetGenericParameter(p).GetConstraints())
                Add(_md.GetGenericParameterConstraint(c).Type);
    }

    private void Attributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var handle in attributes)
        {
            var attribute = _md.GetCustomAttribute(handle);
            Add(attribute.Constructor);
            // typeof(...) stands in the value as text; a name written out as text is a use all the same.
            foreach (Match m in QualifiedName().Matches(Encoding.UTF8.GetString(_md.GetBlobBytes(attribute.Value))))
                Add(m.Groups["ns"].Value, m.Groups["type"].Value, "");
        }
    }

    private void Add(EntityHandle handle, string member = "")
    {
        if (handle.IsNil) return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference:
                var (ns, name) = Name(handle);
                Add(ns, name, member);
                break;
            case HandleKind.TypeSpecification:
                var specification = _md.GetTypeSpecification((TypeSpecificationHandle)handle);
                specification.DecodeSignature(new Collector(h => Add(h, member)), null);
                break;
            case HandleKind.MethodDefinition:
                var method = _md.GetMethodDefinition((MethodDefinitionHandle)handle);
                Add(method.GetDeclaringType(), _md.GetString(method.Name));
                break;
            case HandleKind.FieldDefinition:
                var field = _md.GetFieldDefinition((FieldDefinitionHandle)handle);
                Add(field.GetDeclaringType(), _md.GetString(field.Name));
                break;
            case HandleKind.MemberReference:
                var reference = _md.GetMemberReference((MemberReferenceHandle)handle);
                Add(reference.Parent, _md.GetString(reference.Name));
                Signature(reference.Signature);
                break;
            case HandleKind.MethodSpecification:
                var generic = _md.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(generic.Method);
                generic.DecodeSignature(new Collector(h => Add(h)), null);
                break;
            case HandleKind.StandaloneSignature:
                Signature(_md.GetStandaloneSignature((StandaloneSignatureHandle)handle).Signature);
                break;
        }
    }

    private void Add(string ns, string type, string member)
    {
        if (ns == _at.Namespace && type == _at.Type) return;
        _found.Add(new(_at.Namespace, _at.Type, _at.Where, ns, type, member));
    }

    private void Signature(BlobHandle blob)
    {
        var decoder = new SignatureDecoder<int, object?>(new Collector(h => Add(h)), _md, null);
        var reader = _md.GetBlobReader(blob);
        var kind = reader.ReadSignatureHeader().Kind;
        reader.Reset();
        if (kind == SignatureKind.Field) decoder.DecodeFieldSignature(ref reader);
        else if (kind == SignatureKind.LocalVariables) decoder.DecodeLocalSignature(ref reader);
        else decoder.DecodeMethodSignature(ref reader);
    }

    private (string Namespace, string Type) Name(EntityHandle handle)
    {
        if (handle.Kind == HandleKind.TypeDefinition)
        {
            var type = _md.GetTypeDefinition((TypeDefinitionHandle)handle);
            return type.GetDeclaringType() is { IsNil: false } outer ? Name(outer) : (_md.GetString(type.Namespace), _md.GetString(type.Name));
        }
        var reference = _md.GetTypeReference((TypeReferenceHandle)handle);
        return reference.ResolutionScope.Kind == HandleKind.TypeReference
            ? Name(reference.ResolutionScope)
            : (_md.GetString(reference.Namespace), _md.GetString(reference.Name));
    }

    [GeneratedRegex(@"(?<ns>TrustBot(?:\.\w+)*)\.(?<type>\w+)")]
    private static partial Regex QualifiedName();
}
