import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { SLOW_TESTS } from './slow-tests.ts'

/** Projects in the order of their files; other projects follow. */
const PROJECTS: readonly string[] = ['browser', 'embedded']

/**
 * Starts slow files first, so that all workers are busy until the end of a run, even without timings of an earlier run.
 * The files of a project are together: a worker that gets a file of another project starts anew, and imports all modules
 * again.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const places = sorted.map((file) => {
      const { config, name } = file.project
      return { file, place: placeOf(name, relative(config.root, file.moduleId)) }
    })
    return places.sort((a, b) => a.place - b.place).map(({ file }) => file)
  }
}

/** Place of a file among all others; files with equal places keep their order. */
export function placeOf(project: string, path: string): number {
  const [ofProject, ofFile] = [PROJECTS.indexOf(project), SLOW_TESTS.findIndex((slow) => path.startsWith(slow))]
  const count = SLOW_TESTS.length
  return (ofProject === -1 ? PROJECTS.length : ofProject) * (count + 1) + (ofFile === -1 ? count : ofFile)
}
