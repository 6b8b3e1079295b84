import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenStore } from '../open-store.ts'
import { ask, openSeeded } from './seeded-store.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openSeeded()
})
afterAll(() => open.database.close())

interface Answer {
  readonly story: { readonly picture: readonly { readonly slug: string }[] }
}
const pictureOf = async (story: string): Promise<readonly string[]> =>
  (await ask<Answer>(open.store, `{ story(slug: "${story}") { picture { slug } } }`)).story.picture.map(
    ({ slug }) => slug,
  )

it('is a list of claims in the order of the editor, empty where the rule of balance chooses', async () => {
  const chosen = await pictureOf('x-privacy-2023')
  expect(chosen.slice(0, 2)).toEqual(['x-collects-biometric-with-consent', 'x-collects-biometric'])
  expect(chosen).toHaveLength(12)
  expect(await pictureOf('roll20-personal-data')).toEqual([])
})
