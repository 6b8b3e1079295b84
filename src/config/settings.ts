/**
 * Every setting with its default and its meaning. Only this file reads the environment. A test compares the list with the
 * documentation.
 */
export const SETTINGS = {
  HOST: { default: '127.0.0.1', about: 'Address to listen on; 0.0.0.0 in the container image.' },
  PORT: { default: '4000', about: 'Port to listen on, 0 to 65535; 0 takes a free one.' },
  PUBLIC_URL: {
    default: '',
    about: 'Base of absolute URLs, with a path if Sanad is served below one; http://HOST:PORT where empty.',
  },
  NEO4J_URI: {
    default: '',
    about: 'URL of a Neo4j server, bolt:// or neo4j://; where set, Neo4j is used instead of the embedded engine.',
  },
  NEO4J_USER: { default: 'neo4j', about: 'User of the Neo4j server.' },
  NEO4J_PASSWORD: { default: '', about: 'Password of the Neo4j server.' },
  SANAD_DATA: { default: '.sanad', about: 'Folder of the embedded database.' },
  SANAD_SEEDS: { default: 'seeds', about: 'Folder of the stories loaded at start; serve --no-seeds loads none.' },
  SANAD_PLAYGROUND: { default: 'true', about: 'Shows the playground to browsers at /graphql.' },
  SANAD_INTROSPECTION: {
    default: 'true',
    about: 'Allows introspection, and suggestions of names in errors.',
  },
  SANAD_QUERY_TIMEOUT_MS: {
    default: '5000',
    about: 'Maximum time of one response of the API, and of one statement of the database, in milliseconds.',
  },
  SANAD_RATE_LIMIT: {
    default: '300000',
    about: 'Cost points that one client may use per minute; 0 turns the limit off.',
  },
  SANAD_METRICS: {
    default: 'local',
    about: 'Readers of /metrics: local for this machine without a proxy, all for everybody, off for nobody.',
  },
  SANAD_MAX_CONNECTIONS: {
    default: '',
    about:
      'Maximum of open connections; 2048 where empty. It is lowered to the limit on open files less a reserve: 128, or a quarter of that limit if this is smaller.',
  },
  SANAD_MAX_CONNECTIONS_PER_CLIENT: {
    default: '',
    about: 'Maximum of open connections from one IPv4 address or IPv6 /64 network; a quarter of all where empty.',
  },
  TRUSTED_PROXIES: {
    default: '',
    about: 'Addresses and networks of the proxies whose X-Forwarded-For is trusted, such as 10.0.0.0/8, 192.0.2.1.',
  },
  SANAD_MCP_ORIGINS: {
    default: '',
    about:
      'Origins whose pages may send requests to /mcp, besides the origin of Sanad, such as https://a.example, https://b.example.',
  },
  SANAD_CACHE_MB: { default: '64', about: 'Memory of all caches of the process together, in MiB, 1 to 65536.' },
} as const

export type SettingName = keyof typeof SETTINGS
/** Settings that are on or off. */
export const SWITCHES = ['SANAD_PLAYGROUND', 'SANAD_INTROSPECTION'] as const satisfies readonly SettingName[]
export type SwitchName = (typeof SWITCHES)[number]
export type Settings = Readonly<Record<SettingName, string>>

/** Sets NODE_ENV to `production` if it is unset: libraries then check less and run faster. */
export function assumeProduction(): void {
  process.env.NODE_ENV ??= 'production'
}

/** Reads the settings. An empty value means the default, so `VAR= npm start` does too. */
export function readSettings(environment: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const read = (name: SettingName): string => environment[name] || SETTINGS[name].default
  return {
    HOST: read('HOST'),
    PORT: read('PORT'),
    PUBLIC_URL: read('PUBLIC_URL'),
    NEO4J_URI: read('NEO4J_URI'),
    NEO4J_USER: read('NEO4J_USER'),
    NEO4J_PASSWORD: read('NEO4J_PASSWORD'),
    SANAD_DATA: read('SANAD_DATA'),
    SANAD_SEEDS: read('SANAD_SEEDS'),
    SANAD_PLAYGROUND: read('SANAD_PLAYGROUND'),
    SANAD_INTROSPECTION: read('SANAD_INTROSPECTION'),
    SANAD_QUERY_TIMEOUT_MS: read('SANAD_QUERY_TIMEOUT_MS'),
    SANAD_RATE_LIMIT: read('SANAD_RATE_LIMIT'),
    SANAD_METRICS: read('SANAD_METRICS'),
    SANAD_MAX_CONNECTIONS: read('SANAD_MAX_CONNECTIONS'),
    SANAD_MAX_CONNECTIONS_PER_CLIENT: read('SANAD_MAX_CONNECTIONS_PER_CLIENT'),
    TRUSTED_PROXIES: read('TRUSTED_PROXIES'),
    SANAD_MCP_ORIGINS: read('SANAD_MCP_ORIGINS'),
    SANAD_CACHE_MB: read('SANAD_CACHE_MB'),
  }
}
