import { expect, it } from 'vitest'
import { expectGone, expectThere } from './engine-gone.ts'
import { startApp } from './start-app.ts'

it('says that the engine is gone when it is closed under the server', async () => {
  const started = await startApp()
  await expectThere(started)
  await started.engine.close()
  await expectGone(started)
  await expectGone(started)
  await expect(started.stop()).resolves.toBeUndefined()
})
