using Microsoft.AspNetCore.Http.Features;

namespace Plimsoll.Web.Security;

/// <summary>How much a request may carry.</summary>
public static class Uploads
{
    /// <summary>Bytes of an ordinary form: 1 MB.</summary>
    public const long SmallForm = 1_000_000;

    /// <summary>Bytes of an upload of returns: 1 GB. They go to disk as they arrive, never into memory.</summary>
    public const long Largest = 1_073_741_824;

    /// <summary>Says 413 before reading a body that is too large for where it goes, so that the page explains it.</summary>
    public static Task RefuseTooLarge(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.Request.Path.StartsWithSegments("/errors", StringComparison.OrdinalIgnoreCase))
        {
            // The page that explains the refusal is asked for with the same body, which nobody reads.
            return next(context);
        }

        var limit = context.Request.Path.StartsWithSegments("/data/import", StringComparison.OrdinalIgnoreCase) ? Largest : SmallForm;
        if (context.Request.ContentLength > limit)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        return next(context);
    }
}
