/**
 * Loads the HTTP client of Node before a test file does. A copy of it below a library of the tests would otherwise serve
 * every `fetch` of the worker, if it is loaded first: undici 6.29.1 fails when a server closes a connection whose response
 * is not read yet.
 */
new Headers()
