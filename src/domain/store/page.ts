export interface PageRequest {
  /** 1 to 100. */
  readonly limit: number
  readonly backwards: boolean
  /** Exclusive bound: after it, or before it when backwards. */
  readonly cursor: PageCursor | null
}

export interface PageCursor {
  readonly key: string
  readonly id: string
}

export interface Page<T> {
  readonly items: readonly T[]
  /** In step with items. */
  readonly cursors: readonly PageCursor[]
  /** Whether there are more beyond the far end of this page, in its own direction. */
  readonly hasMore: boolean
}
