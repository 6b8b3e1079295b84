import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CONTENDERS, parsePeerOptions, usesNeo4j } from './peer-options.ts'
import { QUESTIONS } from './questions.ts'

const WITH_NEO4J = { NEO4J_URI: 'bolt://127.0.0.1:7687' }

describe('options of npm run bench:peers', () => {
  it('are by default all questions and contenders, warm and cold', () => {
    expect(parsePeerOptions([], WITH_NEO4J)).toEqual({
      only: QUESTIONS,
      contenders: CONTENDERS,
      sizes: [10_000],
      phases: ['warm', 'cold'],
      inFlight: [1, 8, 64, 256],
      seconds: 0.8,
      rounds: 5,
      before: null,
      json: false,
      write: false,
      help: false,
    })
  })

  it('leave out the contenders on Neo4j without a database', () => {
    expect(parsePeerOptions([], {}).contenders).toEqual(['sanad-embedded', 'maps', 'sqlite'])
    expect(CONTENDERS.filter(usesNeo4j)).toHaveLength(4)
    expect(() => parsePeerOptions(['--contenders', 'maps,cypher'], {})).toThrow('cypher needs NEO4J_URI')
  })

  it('keep the order of the table, and each value once', () => {
    const args = '--only category,card --contenders maps,cypher --sizes 2000,1000,2000 --in-flight 8,1 --seconds 0.5'
    const options = parsePeerOptions(args.split(' '), WITH_NEO4J)
    expect(options).toMatchObject({ only: ['card', 'category'], contenders: ['cypher', 'maps'], sizes: [1000, 2000] })
    expect(options).toMatchObject({ inFlight: [1, 8], seconds: 0.5 })
  })

  it('have the contenders of another checkout beside those of this one', () => {
    const root = mkdtempSync(join(tmpdir(), 'sanad-checkout-'))
    mkdirSync(join(root, 'dist/cli'), { recursive: true })
    writeFileSync(join(root, 'dist/cli/main.js'), '')
    const { contenders } = parsePeerOptions(['--before', root, '--contenders', 'sanad-embedded,maps'], {})
    rmSync(root, { recursive: true })
    expect(contenders).toEqual(['sanad-embedded', 'maps', 'sanad-embedded-before'])
    expect(() => parsePeerOptions(['--before', root], {})).toThrow('npm run build')
  })

  it.each([
    ['--only', 'everything'],
    ['--contenders', 'postgres'],
    ['--phases', 'hot'],
    ['--sizes', '0'],
    ['--sizes', '1.5'],
    ['--sizes', ''],
    ['--in-flight', '1001'],
    ['--seconds', 'soon'],
    ['--seconds', '1,2'],
    ['--rounds', '-1'],
  ])('are refused for %s %s', (option, value) => {
    expect(() => parsePeerOptions([`${option}=${value}`], WITH_NEO4J)).toThrow(option)
  })
})
