import type { Settings } from '../../config/settings.ts'
import { describeLoad, loadSeeds } from '../load-seeds.ts'
import { openLocalStore } from '../open-local-store.ts'
import type { Terminal } from '../terminal.ts'

/** Loads a folder of stories into the database; loading the same again changes nothing. */
export async function seed(
  settings: Settings,
  dir: string,
  options: { readonly json: boolean; readonly endStories: boolean },
  terminal: Terminal,
): Promise<number> {
  const open = await openLocalStore(settings, { inMemory: false, command: 'sanad seed' })
  try {
    const result = await loadSeeds(open, dir, terminal, () => new Date(), options)
    terminal.write(options.json ? JSON.stringify(result) : describeLoad(dir, result))
    return 0
  } finally {
    await open.close()
  }
}
