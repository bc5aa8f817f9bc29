using System.Net;

namespace Samples.Shared;

/// <summary>Answers every request inside the process, so that a sample which browses needs no network.</summary>
internal sealed class OfflineWeb : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Console.WriteLine($"web>   {request.Method} {request.RequestUri}");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent($"A page of {request.RequestUri?.Host}."),
        });
    }
}
