using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Braid;

/// <summary>Generated conversion between certificates, reports of shards and JSON.</summary>
[JsonSerializable(typeof(CertificateDocument))]
[JsonSerializable(typeof(ShardDocument))]
internal sealed partial class CertificateJson : JsonSerializerContext
{
    /// <summary>Exact: what is unknown, twice or null where it must not be is an error.</summary>
    public static CertificateJson Strict { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",                                             // the same bytes on every system
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    });
}
