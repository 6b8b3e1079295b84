/** Texts of the files that a release changes, before it or after it. */
export interface ReleaseFiles {
  readonly 'package.json': string
  readonly 'package-lock.json': string
  readonly 'CHANGELOG.md': string
  readonly 'schema/released.graphql': string
}

/** A reason for which a release cannot be prepared, in a sentence that says what to do. */
export class ReleaseProblem extends Error {
  override readonly name = 'ReleaseProblem'
}

export const STEPS = ['major', 'minor', 'patch'] as const

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/

/** Whether a text is a version, such as 0.2.0, or one of `STEPS`. */
export const isVersionOrStep = (text: string): boolean => VERSION.test(text) || STEPS.some((step) => step === text)

/** @param wanted a version or a step @throws ReleaseProblem where the version is not newer than the current one */
export function nextVersion(current: string, wanted: string): string {
  const [major, minor, patch] = numbersOf(current)
  if (wanted === 'major') return `${major + 1}.0.0`
  if (wanted === 'minor') return `${major}.${minor + 1}.0`
  if (wanted === 'patch') return `${major}.${minor}.${patch + 1}`
  if (compareVersions(wanted, current) > 0) return wanted
  throw new ReleaseProblem(`${wanted} is not newer than ${current}, the version in package.json: choose a later one.`)
}

/** Positive where `a` is the newer one, negative where it is the older one. */
export function compareVersions(a: string, b: string): number {
  const others = numbersOf(b)
  return (
    numbersOf(a)
      .map((number, i) => number - (others[i] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  )
}

function numbersOf(version: string): readonly [number, number, number] {
  const [, major, minor, patch] = VERSION.exec(version) ?? []
  if (patch === undefined) throw new ReleaseProblem(`${version} is no version: write one such as 0.2.0.`)
  return [Number(major), Number(minor), Number(patch)]
}

const MANIFEST_VERSION = /^( {2}"version": ")([^"]*)/m
/** The package itself among those of the lock file. */
const LOCKED_VERSION = /^( {4}"": \{\n {6}"name": "[^"]*",\n {6}"version": ")([^"]*)/m
const UNRELEASED = /^## Unreleased\n([\s\S]*?)(?=^## |$(?![\s\S]))/m

/** The version that `package.json` names. @throws ReleaseProblem where it names none */
export function versionOf(manifest: string): string {
  const [, , version] = MANIFEST_VERSION.exec(manifest) ?? []
  if (version === undefined) throw new ReleaseProblem('package.json names no version.')
  return version
}

/**
 * The files as the release has them.
 * @param schema text of `schema/schema.graphql`
 * @param day date of the release, such as 2026-11-30
 * @throws ReleaseProblem where the changelog has no entries under Unreleased, or a file lacks the place to change
 */
export function releaseFiles(before: ReleaseFiles, schema: string, version: string, day: string): ReleaseFiles {
  return {
    'package.json': withVersion('package.json', before['package.json'], [MANIFEST_VERSION], version),
    'package-lock.json': withVersion(
      'package-lock.json',
      before['package-lock.json'],
      [MANIFEST_VERSION, LOCKED_VERSION],
      version,
    ),
    'CHANGELOG.md': datedChangelog(before['CHANGELOG.md'], version, day),
    'schema/released.graphql': belowFirstLine(before['schema/released.graphql'], schema),
  }
}

function withVersion(path: string, text: string, places: readonly RegExp[], version: string): string {
  return places.reduce((changed, place) => {
    if (!place.test(changed)) throw new ReleaseProblem(`${path} has no version where npm writes it: run npm install.`)
    return changed.replace(place, (_, before: string) => `${before}${version}`)
  }, text)
}

/** Number of entries of the section Unreleased. */
export function countEntries(changelog: string): number {
  const [, section = ''] = UNRELEASED.exec(changelog) ?? []
  return [...section.matchAll(/^- /gm)].length
}

function datedChangelog(changelog: string, version: string, day: string): string {
  if (countEntries(changelog) === 0) {
    throw new ReleaseProblem('CHANGELOG.md has no entries under Unreleased: a release without changes is none.')
  }
  if (changelog.includes(`\n## ${version} `)) throw new ReleaseProblem(`CHANGELOG.md has a section ${version} already.`)
  return changelog.replace(UNRELEASED, (_, section: string) => `## Unreleased\n\n## ${version} (${day})\n${section}`)
}

/** Replaces the first line of `text` by that of `kept`. */
const belowFirstLine = (kept: string, text: string): string =>
  kept.slice(0, kept.indexOf('\n')) + text.slice(text.indexOf('\n'))
