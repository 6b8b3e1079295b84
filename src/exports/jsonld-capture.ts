import { archivedCopyOf, captureAnchor, type Source, type SourceVersion } from '../domain/source.ts'
import { idJsonLd, type JsonLd, linkJsonLd, type UrlOf } from './jsonld-node.ts'

/**
 * Returns a capture as the state of a document (Web Annotation): its address on the page of the source, its day, its hash, and the
 * archive that has it. `archivedAt` is the copy itself where its address is known, else the address of the archive.
 */
export function captureJsonLd(version: SourceVersion, source: Source, urlOf: UrlOf): JsonLd {
  const { capturedAt, sha256, effectiveFrom } = version
  const url = urlOf('source', source.id)
  const copy = archivedCopyOf(source)
  const archive = copy ?? source.archive?.url ?? null
  const cached = copy === null ? null : idJsonLd(copy)
  return {
    '@type': ['oa:TimeState', 'prov:Entity'],
    '@id': `${url}#${captureAnchor(version.id)}`,
    'prov:specializationOf': { '@id': url },
    ...(capturedAt === null ? {} : { 'oa:sourceDate': capturedAt }),
    ...(sha256 === null ? {} : { sha256 }),
    ...(effectiveFrom === null ? {} : { 'sanad:effectiveFrom': effectiveFrom }),
    ...(cached === null ? {} : { 'oa:cachedSource': cached }),
    ...(archive === null ? {} : { archivedAt: linkJsonLd(archive) }),
  }
}
