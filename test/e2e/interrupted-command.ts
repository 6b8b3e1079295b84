import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { exitOf, start } from './run-cli.ts'

/** A command that writes a database, and the folder of that. */
export interface Writing {
  readonly args: readonly string[]
  readonly data: string
}

/**
 * Whether a command is killed at a moment, counted from 0. It is at each in CI. Otherwise one run is stopped at most
 * moments, and its files are copied then: a kill leaves the same files, and the command need not start again.
 */
export const isKilledAt = (moment: number): boolean =>
  Boolean(process.env.CI) || process.platform !== 'linux' || moment % 4 === 0

/** Runs a command to its end. @returns sizes of the folder while the command wrote */
export async function watchSizes({ args, data }: Writing): Promise<readonly number[]> {
  const child = start(args)
  let running = true
  const ended = exitOf(child).then((code) => {
    running = false
    return code
  })
  const seen: number[] = []
  while (running) {
    const size = bytesIn(data)
    if (size > (seen.at(-1) ?? 0)) seen.push(size)
    await sleep(1)
  }
  expect(await ended).toBe(0)
  return seen
}

/** Runs a command, and kills it when its folder has a size in bytes. */
export async function killAtSize({ args, data }: Writing, size: number): Promise<void> {
  const child = start(args)
  let running = true
  const ended = exitOf(child).then(() => (running = false))
  while (running && bytesIn(data) < size) await sleep(1)
  child.kill('SIGKILL')
  await ended
}

/** Runs a command to its end, stops it at each size in bytes, and copies its folder there. */
export async function copyWhenStopped(
  { args, data }: Writing,
  copies: readonly { readonly size: number; readonly to: string }[],
): Promise<void> {
  if (copies.length === 0) return
  const child = start(args)
  let running = true
  const ended = exitOf(child).then(() => (running = false))
  for (const { size, to } of copies) {
    while (running && bytesIn(data) < size) await sleep(1)
    child.kill('SIGSTOP')
    while (running && !isStopped(Number(child.pid))) await sleep(1)
    cpSync(data, to, { recursive: true })
    child.kill('SIGCONT')
  }
  await ended
}

/** Whether all threads of a process are stopped, by the proc file system of Linux; false where one ends meanwhile. */
function isStopped(pid: number): boolean {
  const tasks = `/proc/${pid}/task`
  const states = namesIn(tasks).map((task) => stateOf(join(tasks, task, 'stat')))
  return states.length > 0 && states.every((state) => state === 'T')
}

/** Returns the letter after the name of the thread, which is in brackets. */
function stateOf(file: string): string | undefined {
  try {
    return /\) (\w) /.exec(readFileSync(file, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

/** @returns size of all files below `path`; the engine may remove any of them meanwhile */
function bytesIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.size ?? 0
  return namesIn(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0)
}

function namesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
