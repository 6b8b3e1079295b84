import { accessSync, constants } from 'node:fs'

/**
 * Debian's builds of Chromium, since package registries have no browsers. The first one has no windows, and takes less CPU
 * for the same pages.
 */
const BUILDS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'] as const

/** Path of the Chromium that tests run; null where none is installed. */
export const CHROMIUM = BUILDS.find(isExecutable) ?? null

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
