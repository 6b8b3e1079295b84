/**
 * Addresses of 127.0.0.0/8 in order, starting at 127.1.0.1. Each is a separate client, so that no rate limit hides a
 * figure.
 */
export function* sourceAddresses(network = 1): Generator<string, never> {
  for (let count = 0; ; count += 1) {
    yield `127.${network}.${Math.floor(count / 250) % 250}.${(count % 250) + 1}`
  }
}
