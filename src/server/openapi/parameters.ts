import { PREDICATE_NAMES } from '../../domain/predicate.ts'
import { EVIDENTIALITIES, STANCES } from '../../domain/stance.ts'
import { STANDING_NAMES } from '../../domain/standing.ts'
import { PATH_KINDS } from '../../domain/thing-kind.ts'
import { MESSAGES } from '../../messages/all-messages.ts'
import { MAX_LIMIT, THEMES } from '../../pages/embed/embed-request.ts'
import { CARD_WIDTHS } from '../../pages/social-head.ts'
import { INSTANT_EXAMPLE } from '../../text/instant.ts'
import { oneOf, type Schema, text } from './schemas/json-schema.ts'

/** Meaning and values of a query parameter. */
export interface ParameterDescription {
  readonly description: string
  readonly schema: Schema
  /** True where its values may have commas between them, or the parameter may repeat. */
  readonly isList?: boolean
}

const slug = (description: string): ParameterDescription => ({ description, schema: text })
const day = (description: string): ParameterDescription => ({
  description,
  schema: { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$', examples: ['2023', '2023-08', '2023-08-31'] },
})
const words = (description: string, values: readonly string[]): ParameterDescription => ({
  description,
  schema: { type: 'array', items: oneOf(values) },
  isList: true,
})
const pixels = (description: string): ParameterDescription => ({ description, schema: { type: 'integer', minimum: 1 } })

const described: Readonly<Record<string, ParameterDescription>> = {
  lang: {
    description: 'Language of the words. Without it, the response is a redirect to the language of Accept-Language.',
    schema: oneOf(MESSAGES.map(({ tag }) => tag)),
  },
  asOf: {
    description: 'Instant or day in UTC: the database as it was then. Without it, the current database.',
    schema: { type: 'string', examples: [INSTANT_EXAMPLE, '2026-08-01'] },
  },
  after: { description: 'Cursor of the page before, from its link to the next one.', schema: text },
  view: { description: 'View of a page or an embed; the first of its kind unless given.', schema: text },
  theme: { description: 'Colours of an embed.', schema: oneOf(THEMES) },
  status: words('Claims with any of these statuses.', STANDING_NAMES),
  limit: {
    description: 'Number of claims that are shown.',
    schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT },
  },
  recorded: { description: 'Whether a timeline has the days of recording too.', schema: oneOf(['yes', 'no']) },
  q: { description: 'Words of a search.', schema: text },
  kind: {
    description: 'Kind of the results of a search.',
    schema: oneOf(PATH_KINDS),
  },
  from: { description: 'Number of results of one kind that are passed over.', schema: { type: 'integer', minimum: 0 } },
  entities: { description: 'Two to five slugs of entities with commas between them.', schema: text },
  add: { description: 'Name of an entity to add to a comparison.', schema: text },
  width: {
    description: 'Width in px. A card has the widths listed for cards.',
    schema: { type: 'integer', examples: CARD_WIDTHS },
  },
  url: { description: 'URL of a page or an embed of this site.', schema: { type: 'string', format: 'uri' } },
  maxwidth: pixels('Maximum width of the embed in px.'),
  maxheight: pixels('Maximum height of the embed in px.'),
  format: { description: 'Form of an oEmbed response, or of a snippet.', schema: text },
  what: { description: 'Kind and slug of the thing to embed, or its URL.', schema: text },
  time: {
    description: 'Whether a snippet shows the current state or that of today.',
    schema: oneOf(['live', 'pinned']),
  },
  claim: slug('Slug of a claim.'),
  story: slug('Claims of a story.'),
  subject: slug('Claims with this entity or source as subject.'),
  party: slug('Claims with this entity as subject or object.'),
  about: slug('Claims with this entity as subject, object or mention.'),
  object: slug('Claims with this entity as object.'),
  claimant: slug('Claims on which this entity made an assertion.'),
  source: slug('Claims of which something was read in this source.'),
  notInSource: slug('Claims of which nothing was read in this source.'),
  dataCategory: slug('Claims about this kind of data or a narrower one.'),
  use: slug('Claims about this use or a narrower one.'),
  predicate: words('Claims with any of these predicates.', PREDICATE_NAMES),
  stance: words('Claims with an assertion of any of these stances.', STANCES),
  evidentiality: words('Claims with an assertion that reached the database in any of these ways.', EVIDENTIALITIES),
  validOn: day('Claims that may be true on this day; statuses are those of the day.'),
  assertedFrom: day('Claims with an assertion from this day on.'),
  assertedTo: day('Claims with an assertion until this day.'),
  undated: { description: 'Whether assertions without a day count too.', schema: { type: 'boolean' } },
  text: { description: 'Claims that a search finds.', schema: text },
}

/** Query parameters of all routes by name. A parameter has one meaning on every path. */
export const PARAMETERS: ReadonlyMap<string, ParameterDescription> = new Map(Object.entries(described))
