import { accessSync, constants } from 'node:fs'

/** Debian's Chromium, since package registries have no browsers. */
export const CHROMIUM = '/usr/bin/chromium'

export function hasChromium(): boolean {
  try {
    accessSync(CHROMIUM, constants.X_OK)
    return true
  } catch {
    return false
  }
}
