import { DEFAULT_TYPES, type ManifestOptions, PREVIEW, settingsIn } from './manifest.ts'
import { MAX_QUERIES } from './match-query.ts'
import { writeType } from './write-results.ts'

/** The manifest of version 1.0-draft. */
export function draftManifest({ messages, publicUrl, language, version }: ManifestOptions): object {
  const words = { messages }
  return {
    versions: ['1.0-draft'],
    name: messages.ui.reconciliation.serviceName(messages.ui.site),
    lang: messages.tag,
    dir: messages.direction,
    serviceVersion: version,
    defaultTypes: DEFAULT_TYPES.map((type) => writeType(type, words)),
    view: { url: `${publicUrl}/reconcile/view?id={id}${language === null ? '' : `&lang=${language}`}` },
    suggest: { entity: true, property: true, type: true },
    preview: PREVIEW,
    extend: {
      proposeProperties: true,
      propertySettings: settingsIn(words).map(({ key, title, help, ...rest }) => ({
        ...rest,
        id: key,
        name: title,
        helpText: help,
      })),
    },
    batchSize: MAX_QUERIES,
    standardizedScore: true,
  }
}
