import type { Settings } from '../config/settings.ts'

/** Name of the configured database for messages, without the password that its URL may have. */
export const databaseName = ({ NEO4J_URI, SANAD_DATA }: Pick<Settings, 'NEO4J_URI' | 'SANAD_DATA'>): string =>
  NEO4J_URI === '' ? SANAD_DATA : NEO4J_URI.replace(/\/\/.*@/, '//')
