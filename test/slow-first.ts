import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { SLOW_TESTS } from './slow-tests.ts'

/**
 * Starts slow files first, so that all workers are busy until the end of a run, even without timings of an earlier run.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))]
  }
}

function isSlow({ project, moduleId }: TestSpecification): boolean {
  const path = relative(project.vitest.config.root, moduleId)
  return project.name === 'browser' || SLOW_TESTS.some((slow) => path.startsWith(slow))
}
