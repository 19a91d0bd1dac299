using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Orleans.Storage;

namespace RenewalCluster;

/// <summary>Writes the state of a grain as JSON, the nouns of the library in their own shape.</summary>
public sealed class ShardStore : IGrainStorageSerializer
{
    /// <summary>The name of the storage.</summary>
    public const string Name = "shards";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolverChain = { BillingJson.Resolver, new DefaultJsonTypeInfoResolver() },
    };

    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, Json));

    /// <inheritdoc/>
    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input, Json);
}
