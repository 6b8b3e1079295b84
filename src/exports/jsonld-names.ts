import type { Name } from '../domain/name.ts'
import { pickName } from '../sentences/names.ts'
import { type JsonLd, nameJsonLd, wordsJsonLd } from './jsonld-node.ts'

interface Named {
  readonly id: string
  readonly names: readonly Name[]
}

/** Returns the preferred name of an entity or a concept; with its language if that differs from the language of the file. */
export function preferredJsonLd({ id, names }: Named, tag: string): JsonLd | string {
  const name = pickName(names, tag)
  return name === null ? nameJsonLd(id) : wordsJsonLd(name, tag)
}

/** Returns all names, each once in each language. */
export function allNamesJsonLd({ names }: Named, tag: string): readonly (JsonLd | string)[] {
  const seen = new Map(names.map(({ value, language }) => [`${language} ${value}`, { value, language }]))
  return [...seen.values()].map((name) => wordsJsonLd(name, tag))
}

/** Returns the names of a concept as labels of SKOS, which allows one preferred label in a language. */
export function skosNamesJsonLd({ names }: Named): JsonLd {
  const preferred = new Map<string, JsonLd>()
  const others: JsonLd[] = []
  for (const { value, language, kind } of names) {
    const label: JsonLd = { '@value': value, '@language': language }
    if (kind === 'PREFERRED' && !preferred.has(language)) preferred.set(language, label)
    else others.push(label)
  }
  return {
    ...(preferred.size === 0 ? {} : { 'skos:prefLabel': [...preferred.values()] }),
    ...(others.length === 0 ? {} : { 'skos:altLabel': others }),
  }
}
