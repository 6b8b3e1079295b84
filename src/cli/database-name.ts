import type { Settings } from '../config/settings.ts'

/** For sentences on the database that the settings name; an address may hold a password, which is left out. */
export const databaseName = ({ NEO4J_URI, SANAD_DATA }: Pick<Settings, 'NEO4J_URI' | 'SANAD_DATA'>): string =>
  NEO4J_URI === '' ? SANAD_DATA : NEO4J_URI.replace(/\/\/.*@/, '//')
