import type { Dataset } from '../../src/domain/dataset.ts'
import { NO_OBJECTS } from '../../src/domain/model-objects.ts'
import type { Name, NameKind } from '../../src/domain/name.ts'
import { withSlugs } from '../domain/plain-slugs.ts'

const RECORDED_AT = '2026-01-01T00:00:00Z'

const nameOf = (value: string, kind: NameKind): Name => ({
  value,
  language: 'en',
  kind,
  validFrom: null,
  validTo: null,
})

/** A database of services with these names, and no claims. The slug of each has the place of its name. */
export const namesDataset = (names: readonly string[], aliases: readonly string[] = []): Dataset =>
  withSlugs<Dataset>({
    ...NO_OBJECTS,
    entities: names.map((name, i) => ({
      item: {
        id: `service-${i}`,
        kind: 'Service' as const,
        names: [nameOf(name, 'PREFERRED'), ...(aliases[i] === undefined ? [] : [nameOf(aliases[i], 'ALIAS')])],
        externalIds: [],
        description: {},
        speaksFor: [],
      },
      recordedAt: RECORDED_AT,
    })),
    contentHash: `names-${names.length}`,
  })
