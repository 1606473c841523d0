using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace Braid;

/// <summary>Which code was explored.</summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="Hash">SHA-256 of what the assembly does, 64 hexadecimal digits.</param>
/// <remarks>
/// Hashed are names, signatures, instructions and constants: not the file, whose bytes say in which folder and from which commit it was built.
/// So comments, formatting and resources change nothing; any change of what is compiled does, and so may a compiler of another version.
/// </remarks>
public sealed record CodeIdentity(string Assembly, string Hash)
{
    /// <summary>The identity of a loaded assembly.</summary>
    /// <exception cref="ArgumentException">It was not loaded from a file.</exception>
    public static CodeIdentity Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        if (assembly.Location.Length == 0) throw new ArgumentException($"{assembly.GetName().Name} was not loaded from a file.", nameof(assembly));
        using var file = new PEReader(File.OpenRead(assembly.Location));
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content))
        {
            new CodeWriter(file, writer).Write();
        }

        return new(assembly.GetName().Name!, Convert.ToHexStringLower(SHA256.HashData(content.ToArray())));
    }

    /// <summary>Writes down what an assembly does; what its instructions refer to by number stands in the order of these numbers.</summary>
    private sealed class CodeWriter(PEReader file, BinaryWriter writer)
    {
        private readonly MetadataReader metadata = file.GetMetadataReader();

        public void Write()
        {
            foreach (var handle in metadata.TypeReferences)
            {
                var type = metadata.GetTypeReference(handle);
                Write(type.Namespace, type.Name);
            }

            foreach (var handle in metadata.MemberReferences)
            {
                var member = metadata.GetMemberReference(handle);
                writer.Write(TokenOf(member.Parent));
                Write(member.Name);
                Write(member.Signature);
            }

            for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.TypeSpec); row++)
                Write(metadata.GetTypeSpecification(MetadataTokens.TypeSpecificationHandle(row)).Signature);
            for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.MethodSpec); row++)
            {
                var method = metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row));
                writer.Write(TokenOf(method.Method));
                Write(method.Signature);
            }

            for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
                writer.Write(metadata.GetUserString(handle));
            foreach (var handle in metadata.TypeDefinitions) Write(metadata.GetTypeDefinition(handle));
        }

        private static int TokenOf(EntityHandle handle) => MetadataTokens.GetToken(handle);

        private void Write(TypeDefinition type)
        {
            Write(type.Namespace, type.Name);
            writer.Write((int)type.Attributes);
            writer.Write(TokenOf(type.BaseType));
            foreach (var handle in type.GetFields())
            {
                var field = metadata.GetFieldDefinition(handle);
                Write(field.Name);
                Write(field.Signature);
                if (!field.GetDefaultValue().IsNil) Write(metadata.GetConstant(field.GetDefaultValue()).Value);
            }

            foreach (var handle in type.GetMethods()) Write(metadata.GetMethodDefinition(handle));
        }

        private void Write(MethodDefinition method)
        {
            Write(method.Name);
            Write(method.Signature);
            writer.Write((int)method.Attributes);
            if (method.RelativeVirtualAddress == 0) return;
            var body = file.GetMethodBody(method.RelativeVirtualAddress);
            var instructions = body.GetILBytes()!;
            writer.Write(instructions.Length);
            writer.Write(instructions);
            if (!body.LocalSignature.IsNil) Write(metadata.GetStandaloneSignature(body.LocalSignature).Signature);
            foreach (var region in body.ExceptionRegions)
            {
                writer.Write((int)region.Kind);
                writer.Write(region.TryOffset);
                writer.Write(region.TryLength);
                writer.Write(region.HandlerOffset);
                writer.Write(region.HandlerLength);
            }
        }

        private void Write(params ReadOnlySpan<StringHandle> names)
        {
            foreach (var name in names) writer.Write(metadata.GetString(name));
        }

        private void Write(BlobHandle blob)
        {
            var bytes = metadata.GetBlobBytes(blob);
            writer.Write(bytes.Length);
            writer.Write(bytes);
        }
    }
}
