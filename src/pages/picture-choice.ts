import { choosePicture } from '../domain/choose-picture.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import { MAX_PICTURED } from '../domain/story.ts'
import type { Choice } from '../widgets/view/choose-claims.ts'
import type { PageTopic } from './page-topic.ts'

/**
 * Returns the choice of claims for the picture of a topic: those of the editor, or else by balance. Above a limit of
 * MAX_PICTURED, claims chosen by balance are added to those of the editor.
 */
export async function pictureChoice(
  store: GraphStore,
  { picture = [] }: PageTopic,
  revision: RevisionNumber,
): Promise<NonNullable<Choice['choose']>> {
  const categories = await store.conceptTree('DataCategory', revision)
  return (claims, limit) => {
    const edited = picture.flatMap((id) => claims.find(({ claim }) => claim.id === id) ?? []).slice(0, limit)
    if (edited.length > 0 && limit <= MAX_PICTURED) return edited
    const others = claims.filter((one) => !edited.includes(one))
    return [...edited, ...choosePicture(others, limit - edited.length, categories)]
  }
}
