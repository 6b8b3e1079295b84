import { parseAsync } from '@retorquere/bibtex-parser'

export interface ReadEntry {
  readonly key: string
  readonly type: string
  readonly fields: Readonly<Record<string, string>>
}

/** Reads BibLaTeX by the parser of Better BibTeX for Zotero. @throws Error for anything that it cannot read */
export async function readBibtex(text: string): Promise<readonly ReadEntry[]> {
  const { entries, errors } = await parseAsync(text, { sentenceCase: false })
  const [error] = errors
  if (error !== undefined) throw new Error(JSON.stringify(error))
  return entries.map(({ key, type, fields }) => ({ key, type, fields: fields as Record<string, string> }))
}
