import type { ServerResponse } from 'node:http'
import { ClientLeft } from './admission/admission.ts'

/**
 * Waits for work until it ends or the client leaves. The gate then frees the place of the request, so the work makes no
 * further reads.
 * @throws ClientLeft
 */
export function untilLeft<T>(response: ServerResponse, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(new ClientLeft())
    if (response.destroyed) leave()
    else response.once('close', leave)
    work.then(resolve, reject).finally(() => response.off('close', leave))
  })
}
