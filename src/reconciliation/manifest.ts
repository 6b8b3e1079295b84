import { CLAIM_CONTENTS, DEFAULT_CLAIMS } from './extend.ts'
import { MAX_QUERIES } from './match-query.ts'
import type { Reader } from './reader.ts'
import type { ThingType } from './thing-types.ts'
import { typeIn } from './write-results.ts'

type Words = Pick<Reader, 'messages'>

/** Size of the preview in the frame of a client, in CSS pixels. */
export const PREVIEW = { width: 430, height: 260 }

/** Types that a client proposes first. */
export const DEFAULT_TYPES: readonly ThingType[] = ['entity', 'data', 'use', 'source', 'claim']

export interface ManifestOptions extends Words {
  readonly publicUrl: string
  /** Language in the URL of the service; null for none. */
  readonly language: string | null
  /** Version of the program. */
  readonly version: string
}

/** Settings of properties; each version writes them with other keys. */
export const settingsIn = ({ messages }: Words) => {
  const { settings } = messages.ui.reconciliation
  return [
    { type: 'number', key: 'limit', default: DEFAULT_CLAIMS, title: settings.limit, help: settings.limitHelp },
    {
      type: 'select',
      key: 'content',
      default: 'claim',
      title: settings.content,
      help: settings.contentHelp,
      choices: CLAIM_CONTENTS.map((value) => ({ value, name: settings.contents[value] })),
    },
  ] as const
}

/** The manifest of versions 0.1 and 0.2. */
export function manifest({ messages, publicUrl, language, version }: ManifestOptions): object {
  const words = { messages }
  const withLanguage = (path: string): string =>
    language === null ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${language}`
  const service = (path: string) => ({ service_url: publicUrl, service_path: withLanguage(path) })
  const suggested = (of: string) => ({
    ...service(`/reconcile/suggest/${of}`),
    flyout_service_url: publicUrl,
    flyout_service_path: withLanguage(`/reconcile/flyout/${of}?id=\${id}`),
  })
  return {
    versions: ['0.1', '0.2'],
    name: messages.ui.reconciliation.serviceName(messages.ui.site),
    identifierSpace: `${publicUrl}/`,
    schemaSpace: `${publicUrl}/reconcile`,
    serviceVersion: version,
    defaultTypes: DEFAULT_TYPES.map((type) => typeIn(type, words)),
    view: { url: withLanguage(`${publicUrl}/reconcile/view?id={{id}}`) },
    preview: { url: withLanguage(`${publicUrl}/reconcile/preview?id={{id}}`), ...PREVIEW },
    suggest: { entity: suggested('entity'), property: suggested('property'), type: suggested('type') },
    extend: {
      propose_properties: service('/reconcile/propose'),
      property_settings: settingsIn(words).map(({ key, title, help, ...rest }) => ({
        ...rest,
        name: key,
        label: title,
        help_text: help,
      })),
    },
    batchSize: MAX_QUERIES,
  }
}
