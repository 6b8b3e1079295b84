import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { termsOfWanted } from '../../src/domain/near-things.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { post } from '../server/start-app.ts'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

const mainOf = async (path: string): Promise<string> => {
  const html = await (await fetch(`${site.url}${path}`, { headers: { Accept: 'text/html' } })).text()
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}
const firstIn = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[1]

const noticeOf = async ({ url }: StartedSite, kind: string, slug: string): Promise<string> => {
  const response = await post(`${url}/graphql`, { query: `{ ${kind}(slug: "${slug}") { slug } }` })
  const { extensions } = (await response.json()) as { extensions: { notices: readonly { message: string }[] } }
  return extensions.notices[0]?.message ?? ''
}

describe.each([
  ['entity', 'elon-mask', 'elon-musk'],
  ['entity', 'blomberg', 'bloomberg'],
  ['entity', 'linkdin', 'linkedin'],
  ['claim', 'x-sells-user-dat', 'x-sells-user-data'],
])('misspelt %s %s', (kind, wanted, meant) => {
  it('is the first suggestion of the API', async () => {
    expect(firstIn(await noticeOf(site, kind, wanted), /Did you mean "([^"]+)"/)).toBe(meant)
  })

  it('is the first name on the page of an unknown slug', async () => {
    const main = await mainOf(`/${kind}/${wanted}?lang=en`)
    expect(firstIn(main, /<ol class="site-hits">.*?href="\/([^"?]*)/s)).toBe(`${kind}/${meant}`)
  })

  it('is the first result of a search', async () => {
    const main = await mainOf(`/search?lang=en&q=${wanted}`)
    expect(firstIn(main, /href="\/((?:entity|claim)\/[^"?]*)/)).toBe(`${kind}/${meant}`)
  })

  it('is found by the builder of embeds', async () => {
    const main = await mainOf(`/embed/new?lang=en&what=${wanted}`)
    expect(decodeURIComponent(main)).toContain(`${kind}/${meant}`)
  })
})

describe.each([
  ['elon-mask', 'elon-musk'],
  ['blomberg', 'bloomberg'],
  ['linkdin', 'linkedin'],
  ['twiter', 'x'],
])('misspelt name %s of a comparison', (wanted, meant) => {
  it('is the first choice of the form', async () => {
    const main = await mainOf(`/compare?lang=en&add=${wanted}`)
    expect(firstIn(main, /type="checkbox" name="entities" value="([^"]+)"/)).toBe(meant)
  })
})

it('a thing is as near as its nearest name, although its slug is another word', async () => {
  const main = await mainOf('/entity/twiter?lang=en')
  expect(firstIn(main, /<ol class="site-hits">.*?href="\/([^"?]*)/s)).toBe('entity/x')
})

it('the link to a near claim has its proposition alone, and the status with all voices stands below, without quotes', async () => {
  const main = await mainOf('/claim/x-sells-user-dat?lang=en')
  const first = firstIn(main, /<ol class="site-hits"><li>(.*?)<\/li>/s) ?? ''
  const text = (markup: string | undefined) => markup?.replace(/<[^>]*>/g, '').replace(/&#39;/g, "'")
  expect(text(firstIn(first, /<a [^>]*>(.*?)<\/a>/s))).toBe("X sells its users' data")
  expect(text(firstIn(first, /<div class="sanad-by">(.*?)<\/div>/s))).toBe(
    'Stated not to: X says it does not; most people, the Indonesian article says, think it does; ' +
      'Engadget (as retold elsewhere) speculates that it may; no evidence yet; not yet confirmed by X or Elon Musk',
  )
})

it('the API searches for a whole word where too many things share its beginning, three times at most', async () => {
  const terms: string[] = []
  const large = await startSite({
    dataset: smallDataset(250),
    wrap: (store) => ({
      ...store,
      thingsWithTerms: (words, ...rest) => {
        terms.push(...words)
        return store.thingsWithTerms(words, ...rest)
      },
    }),
  })
  expect(await noticeOf(large, 'claim', 'clam-0249')).toContain('Did you mean "claim-0249"')
  expect(terms).toEqual(['cla', '024', 'clam'])
  terms.length = 0
  await noticeOf(large, 'claim', 'clam-clai-0249-0250')
  expect(terms).toHaveLength(3)
  await large.stop()
})

describe('words that name nothing', () => {
  it('find no near name, in both languages', () => {
    expect(termsOfWanted('nothing-like-this').words).toEqual(['nothing', 'like'])
    expect(termsOfWanted('data yang dijual oleh ini').words).toEqual(['dijual', 'data'])
  })

  it('are searched for if a text has no other words', () => {
    expect(termsOfWanted('who-is-this').words).toEqual(['this', 'who', 'is'])
  })
})
