import { accessSync, constants } from 'node:fs'

/** Debian's own, because browsers do not come from the registries. */
export const CHROMIUM = '/usr/bin/chromium'

export function hasChromium(): boolean {
  try {
    accessSync(CHROMIUM, constants.X_OK)
    return true
  } catch {
    return false
  }
}
