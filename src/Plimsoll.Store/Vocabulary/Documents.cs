using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Plimsoll.Store.Vocabulary;

/// <summary>Reads a document that the workspace holds.</summary>
internal static class Documents
{
    public static T Read<T>(string body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The document is empty.");
        }
        catch (JsonException error)
        {
            throw new WorkspaceException(
                new WorkspaceProblem(
                    $"A record in the workspace ({typeof(T).Name}) cannot be read.",
                    "It was damaged, or changed by another program. Nothing was changed.",
                    "Put back the last backup of the workspace, or save the record again."),
                error);
        }
    }
}
