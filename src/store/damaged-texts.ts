import { DomainError } from '../domain/errors.ts'
import type { Engine, Row } from './engines/engine.ts'
import type { Texts } from './engines/texts.ts'
import { heldTexts } from './queries/record.ts'
import { readTexts } from './row-texts.ts'

/** Things of which a text is not as it was written, in whichever revision; none where the engine keeps texts in its rows. */
export async function findDamagedTexts({ texts, forLoads }: Engine): Promise<readonly string[]> {
  if (texts.forgetAfter === undefined) return []
  const rows = await forLoads.run(heldTexts.text)
  const damaged = rows.filter((row) => !isWhole(texts, row)).map(({ thing }) => String(thing))
  return [...new Set(damaged)].sort()
}

function isWhole(texts: Texts, row: Row): boolean {
  try {
    readTexts(texts, row)
    return true
  } catch (error) {
    if (error instanceof DomainError && error.code === 'STORE_DAMAGED') return false
    throw error
  }
}
