// Starts Swagger UI on the OpenAPI document. With a browser's session, writes carry the CSRF token; tokens typed here
// are kept nowhere.
"use strict";

const page = document.getElementById("docs");

function csrfToken() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] ?? "";
}

function withCsrf(request) {
  const address = new URL(request.url, location.href);
  if (address.origin === location.origin && request.method && request.method !== "GET") {
    request.headers["X-CSRFToken"] = csrfToken();
  }
  return request;
}

SwaggerUIBundle({
  url: page.dataset.schema,
  domNode: page,
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  deepLinking: true,
  docExpansion: "list",
  requestInterceptor: withCsrf,
  validatorUrl: null,
});
